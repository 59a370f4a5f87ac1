package org.testimony.core.agreement;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testimony.core.table.CsvRefused;
import org.testimony.core.table.CsvTable;

/**
 * Reads {@code distance.csv}: header {@code a,b,distance}, one pair of labels a row, either way
 * round; a label is at distance 0 from itself.
 *
 * @param file name of the file, for messages
 */
public record DistanceCsv(String file) {

  /** Reads distances between all these labels; refuses what is wrong or lacking. */
  public Distance.Custom read(Reader reader, Labels labels) {
    Map<List<Integer>, Double> distances = new HashMap<>();
    new CsvTable(file, List.of("a", "b", "distance"), List.of())
        .read(
            reader,
            row -> {
              int a = code(row, "a", labels);
              int b = code(row, "b", labels);
              double distance = row.real("distance");
              if (distance < 0 || (a == b && distance != 0)) {
                throw row.refused(
                    "distance", "expected a distance from 0, and 0 from a label to itself");
              }
              Double before = distances.put(List.of(Math.min(a, b), Math.max(a, b)), distance);
              if (before != null && before != distance) {
                throw row.refused(
                    "distance", "this pair has the distance %s already".formatted(before));
              }
            });
    List<List<Double>> rows = new ArrayList<>();
    for (int a = 0; a < labels.size(); a++) {
      List<Double> line = new ArrayList<>();
      for (int b = 0; b < labels.size(); b++) {
        Double distance = distances.get(List.of(Math.min(a, b), Math.max(a, b)));
        if (a != b && distance == null) {
          throw new CsvRefused(
              file,
              1,
              "",
              "expected a distance between %s and %s".formatted(labels.name(a), labels.name(b)));
        }
        line.add(a == b || distance == null ? 0 : distance);
      }
      rows.add(line);
    }
    return new Distance.Custom("custom", rows);
  }

  private static int code(CsvTable.Row row, String column, Labels labels) {
    String label = row.text(column);
    return labels
        .find(label)
        .orElseThrow(
            () -> row.refused(column, "expected one of %s, found \"%s\"".formatted(labels, label)));
  }
}
