package org.testimony.core.claims;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.testimony.core.claims.FixedClaim.Place;
import org.testimony.core.claims.FixedClaim.Words;
import org.testimony.core.table.CsvTable;

/**
 * Reads claims from CSV: {@code article,begin,end} and, where the columns are there, {@code claim}
 * (rows of one name in one article are fragments of one claim), {@code quote}, {@code
 * speaker_begin}, {@code speaker_end}, {@code speaker_quote}, and a column for each feature of
 * claims, of speakers with {@code speaker_} before its id. An empty cell is a feature that is not
 * set; several labels of one feature stand with {@code |} between them.
 */
final class ClaimsCsv {

  private static final String SPEAKER = "speaker_";

  private final String file;
  private final List<String> claimFeatures;
  private final List<String> speakerFeatures;

  ClaimsCsv(String file, List<String> claimFeatures, List<String> speakerFeatures) {
    this.file = file;
    this.claimFeatures = List.copyOf(claimFeatures);
    this.speakerFeatures = List.copyOf(speakerFeatures);
  }

  List<FixedClaim> read(Reader reader) {
    List<String> optional =
        new ArrayList<>(List.of("claim", "quote", "speaker_begin", "speaker_end", "speaker_quote"));
    optional.addAll(claimFeatures);
    speakerFeatures.forEach(feature -> optional.add(SPEAKER + feature));
    Map<List<String>, FixedClaim> claims = new LinkedHashMap<>();
    new CsvTable(file, List.of("article", "begin", "end"), optional)
        .read(
            reader,
            row -> {
              FixedClaim claim = claim(row);
              String name = cell(row, "claim").orElse("line " + row.line());
              claims.merge(List.of(claim.article(), name), claim, ClaimsCsv::joined);
            });
    return List.copyOf(claims.values());
  }

  private FixedClaim claim(CsvTable.Row row) {
    Words words =
        new Words(
            List.of(new Place(row.number("begin"), row.number("end"))),
            cell(row, "quote").stream().toList(),
            features(row, claimFeatures, ""));
    boolean spoken = cell(row, "speaker_begin").isPresent() || cell(row, "speaker_end").isPresent();
    List<Words> speakers =
        spoken
            ? List.of(
                new Words(
                    List.of(new Place(row.number("speaker_begin"), row.number("speaker_end"))),
                    cell(row, "speaker_quote").stream().toList(),
                    features(row, speakerFeatures, SPEAKER)))
            : List.of();
    return new FixedClaim(row.line(), row.text("article"), words, speakers);
  }

  private static Map<String, List<String>> features(
      CsvTable.Row row, List<String> ids, String prefix) {
    Map<String, List<String>> features = new TreeMap<>();
    for (String id : ids) {
      cell(row, prefix + id).ifPresent(cell -> features.put(id, List.of(cell.split("\\|", -1))));
    }
    return features;
  }

  private static Optional<String> cell(CsvTable.Row row, String column) {
    return row.cell(column).filter(cell -> !cell.isEmpty());
  }

  /** Another row of a claim adds a fragment, and a speaker where it names one. */
  private static FixedClaim joined(FixedClaim claim, FixedClaim more) {
    List<Place> fragments = new ArrayList<>(claim.words().fragments());
    fragments.addAll(more.words().fragments());
    List<String> quote = new ArrayList<>(claim.words().quote());
    quote.addAll(more.words().quote());
    Map<String, List<String>> features = new TreeMap<>(claim.words().features());
    features.putAll(more.words().features());
    List<Words> speakers = new ArrayList<>(claim.speakers());
    more.speakers().stream().filter(s -> !speakers.contains(s)).forEach(speakers::add);
    return new FixedClaim(
        claim.line(), claim.article(), new Words(fragments, quote, features), speakers);
  }
}
