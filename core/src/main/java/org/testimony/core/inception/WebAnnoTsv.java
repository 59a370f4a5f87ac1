package org.testimony.core.inception;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testimony.core.text.Decoding;

/**
 * Reads WebAnno TSV 3: a line for each token or part of a token, columns for the features of the
 * span layers, {@code [n]} joining the lines of one annotation, {@code |} between annotations on
 * the same token. Relations, chains and links are passed over.
 *
 * <p>The text is put together from the sentences; what lies between them is taken for spaces.
 *
 * @param place the file, for messages
 * @param types the types whose annotations are wanted
 */
record WebAnnoTsv(String place, Set<String> types) {

  private static final Pattern UNIT = Pattern.compile("[0-9]+-[0-9]+(\\.[0-9]+)?");
  private static final Pattern OFFSETS = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(?<!\\\\)\\[([0-9]+)\\]");
  private static final String TEXT = "#Text=";
  private static final String SPANS = "#T_SP=";
  private static final String ROLE = "ROLE_";
  private static final String RELATIONS = "#T_RL=";
  private static final String CHAINS = "#T_CH=";

  Cas read(byte[] bytes) {
    if (!(Decoding.utf8(bytes) instanceof Decoding.Decoded decoded)) {
      throw new ExportRefused(place, "expected UTF-8");
    }
    Reading reading = new Reading();
    String[] lines = decoded.text().characters().split("\\r?\\n", -1);
    if (!lines[0].startsWith("#FORMAT=WebAnno TSV 3")) {
      throw refused(1, "expected #FORMAT=WebAnno TSV 3, found " + lines[0]);
    }
    for (int i = 0; i < lines.length; i++) {
      reading.line(lines[i], i + 1);
    }
    return reading.cas();
  }

  private ExportRefused refused(int line, String detail) {
    return new ExportRefused(place + ", line " + line, detail);
  }

  /** What a column of a span layer holds. */
  private enum Kind {
    /** Values of a feature, or stars where the layer has none. */
    VALUE,
    /** The roles of links, with the number of the annotation they go out from. */
    ROLE,
    /** Where the links of the column before lead to. */
    TARGET
  }

  /** A column of a span layer. */
  private record Column(String layer, String feature, Kind kind) {}

  /** Which annotation of a layer: its number, or its place in the file where it has none. */
  private record Key(String layer, String number) {}

  /** An annotation while its lines go by. */
  private static final class Growing {
    private int begin = Integer.MAX_VALUE;
    private int end;
    private final Map<String, List<String>> features = new HashMap<>();

    void cover(int from, int to) {
      begin = Math.min(begin, from);
      end = Math.max(end, to);
    }
  }

  /** The state of reading. */
  private final class Reading {
    private final List<Optional<Column>> columns = new ArrayList<>();
    private final Map<Key, Growing> growing = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Cas.Annotation> tokens = new ArrayList<>();
    private Optional<String> sentence = Optional.empty();

    void line(String line, int number) {
      String[] cells = line.split("\t", -1);
      if (cells.length >= 3 && UNIT.matcher(cells[0]).matches()) {
        unit(cells, number);
      } else if (line.startsWith(TEXT)) {
        String more = unescaped(line.substring(TEXT.length()));
        sentence = Optional.of(sentence.map(first -> first + "\n" + more).orElse(more));
      } else if (line.startsWith(SPANS)) {
        layer(line.substring(SPANS.length()));
      } else if (line.startsWith(RELATIONS) || line.startsWith(CHAINS)) {
        passOver(line.substring(RELATIONS.length()));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        throw refused(number, "expected a token, a comment or an empty line, found " + line);
      }
    }

    private void layer(String declaration) {
      String[] parts = declaration.split("\\|", -1);
      Kind kind = Kind.VALUE;
      for (int i = 1; i < parts.length; i++) {
        boolean target = kind == Kind.ROLE;
        kind = target ? Kind.TARGET : parts[i].startsWith(ROLE) ? Kind.ROLE : Kind.VALUE;
        columns.add(Optional.of(new Column(parts[0], parts[i], kind)));
      }
    }

    private void passOver(String declaration) {
      for (int i = 1; i < declaration.split("\\|", -1).length; i++) {
        columns.add(Optional.empty());
      }
    }

    private void unit(String[] cells, int line) {
      Matcher offsets = OFFSETS.matcher(cells[1]);
      if (!offsets.matches()) {
        throw refused(line, "expected offsets as 0-5, found \"" + cells[1] + "\"");
      }
      int begin = Integer.parseInt(offsets.group(1));
      int end = Integer.parseInt(offsets.group(2));
      if (sentence.isPresent()) {
        place(sentence.get(), cells[2], begin);
        sentence = Optional.empty();
      }
      boolean whole = cells[0].indexOf('.') < 0;
      if (whole && types.contains(Cas.TOKEN)) {
        Cas.Range range = new Cas.Range(begin, end);
        tokens.add(new Cas.Annotation(Cas.TOKEN, Optional.of(range), Map.of()));
      }
      List<Optional<String>> before = List.of();
      for (int i = 0; i < columns.size() && i + 3 < cells.length; i++) {
        Optional<Column> column = columns.get(i).filter(c -> types.contains(c.layer()));
        if (column.isPresent()) {
          before = cell(column.get(), before, cells[i + 3], new int[] {begin, end}, line);
        }
      }
    }

    /** Puts a sentence where its first token says. */
    private void place(String words, String token, int begin) {
      int from = Math.max(0, begin - Math.max(0, words.indexOf(token)));
      while (text.length() < from) {
        text.append(' ');
      }
      text.replace(from, Math.min(text.length(), from + words.length()), words);
    }

    /** The annotations that a cell tells of; gives their numbers where it has such. */
    private List<Optional<String>> cell(
        Column column, List<Optional<String>> hosts, String cell, int[] range, int line) {
      List<Optional<String>> numbers = new ArrayList<>();
      List<String> stacked = cell.equals("_") || cell.isEmpty() ? List.of() : unescapedParts(cell);
      for (int i = 0; i < stacked.size(); i++) {
        Matcher numbered = NUMBERED.matcher(stacked.get(i));
        boolean has = numbered.matches();
        String value = has ? numbered.group(1) : stacked.get(i);
        Optional<String> number = has ? Optional.of(numbered.group(2)) : Optional.empty();
        if (column.kind() == Kind.TARGET) {
          number = i < hosts.size() ? hosts.get(i) : Optional.empty();
        }
        numbers.add(number);
        Key key = new Key(column.layer(), number.orElse("line " + line + " " + i));
        Growing annotation = growing.computeIfAbsent(key, k -> new Growing());
        annotation.cover(range[0], range[1]);
        if (column.kind() == Kind.VALUE && !value.equals("*") && !column.feature().isEmpty()) {
          annotation.features.put(column.feature(), List.of(unescaped(value)));
        }
      }
      return numbers;
    }

    Cas cas() {
      List<Cas.Annotation> annotations = new ArrayList<>(tokens);
      growing.forEach(
          (key, one) ->
              annotations.add(
                  new Cas.Annotation(
                      key.layer(), Optional.of(new Cas.Range(one.begin, one.end)), one.features)));
      return new Cas(text.toString(), annotations);
    }
  }

  /** The parts of a cell between bars that are not escaped, still with their escapes. */
  private static List<String> unescapedParts(String cell) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '|' && !escaped) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
      escaped = c == '\\' && !escaped;
    }
    parts.add(part.toString());
    return parts;
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (escaped) {
        plain.append(
            switch (c) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 't' -> '\t';
              default -> c;
            });
      } else if (c != '\\') {
        plain.append(c);
      }
      escaped = c == '\\' && !escaped;
    }
    return plain.toString();
  }
}
