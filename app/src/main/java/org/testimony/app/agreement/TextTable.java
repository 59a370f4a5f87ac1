package org.testimony.app.agreement;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: the first columns to the left, the others to the right. */
final class TextTable {

  private static final String GAP = "  ";

  private final int left;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with so many columns that stand to the left. */
  TextTable(int left, List<String> header) {
    this.left = left;
    rows.add(header);
  }

  void row(List<String> cells) {
    rows.add(cells);
  }

  void print(StringBuilder out) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String space = " ".repeat(widths[column] - width(row.get(column)));
        line.append(column == 0 ? "" : GAP)
            .append(column < left ? row.get(column) + space : space + row.get(column));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
