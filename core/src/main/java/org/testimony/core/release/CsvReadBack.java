package org.testimony.core.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testimony.core.text.Fragment;

/** Reads the table of spans by the grammar of RFC 4180 and cuts every fragment again. */
final class CsvReadBack extends ReadBack {

  private final CsvMode mode;
  private final Map<String, ReleasedSet.Annotation> expected = new LinkedHashMap<>();

  CsvReadBack(Corpus corpus, CsvMode mode) {
    this.mode = mode;
    corpus.articles().forEach(a -> keepText(a.name(), a.text().characters()));
    for (Corpus.Assignment assignment : corpus.assignments()) {
      assignment.set().annotations().forEach(a -> expected.put(a.name(), a));
    }
  }

  @Override
  void take(ReleaseFile file) {
    if (!file.path().equals("spans.csv")) {
      return;
    }
    String content = utf8(file);
    if (mode == CsvMode.SPREADSHEET && content.startsWith("\uFEFF")) {
      content = content.substring(1);
    }
    List<List<String>> rows = parse(content);
    List<String> columns = rows.get(0);
    int next = 1;
    while (next < rows.size()) {
      String name = cell(rows.get(next), columns, "annotation");
      int count = Integer.parseInt(cell(rows.get(next), columns, "fragments"));
      int end = Math.min(rows.size(), next + count);
      compare(name, rows.subList(next, end), columns);
      next = end;
    }
  }

  private void compare(String name, List<List<String>> rows, List<String> columns) {
    ReleasedSet.Annotation annotation = expected.remove(name);
    if (annotation == null) {
      difference(name, "a row", "none");
      return;
    }
    List<String> words = new ArrayList<>();
    List<Fragment> places = new ArrayList<>();
    for (List<String> row : rows) {
      requireEqual(name, cell(row, columns, "annotation"), name);
      int begin = Integer.parseInt(cell(row, columns, "begin"));
      int end = Integer.parseInt(cell(row, columns, "end"));
      String covered = cut(text(cell(row, columns, "article")), begin, end);
      requireEqual(name, cell(row, columns, "text"), covered);
      words.add(covered);
      places.add(new Fragment(begin, end));
    }
    requireEqual(name, words, annotation.words().exact());
    requireEqual(name, places, annotation.span().fragments());
    compared(rows.size());
  }

  @Override
  void finish() {
    expected.keySet().forEach(name -> difference(name, "nothing", "a row"));
  }

  private String cell(List<String> row, List<String> columns, String column) {
    String cell = row.get(columns.indexOf(column));
    return mode == CsvMode.SPREADSHEET && cell.startsWith("'") ? cell.substring(1) : cell;
  }

  /** The records of a file. */
  static List<List<String>> parse(String content) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int i = 0;
    while (i < content.length()) {
      char c = content.charAt(i++);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i < content.length() && content.charAt(i) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\r' && i < content.length() && content.charAt(i) == '\n') {
        i++;
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(List.copyOf(row));
        row.clear();
      } else {
        cell.append(c);
      }
    }
    if (quoted || !row.isEmpty() || cell.length() > 0) {
      throw new IllegalStateException("the table ends inside row " + (rows.size() + 1));
    }
    return rows;
  }
}
