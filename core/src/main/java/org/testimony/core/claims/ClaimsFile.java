package org.testimony.core.claims;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.Feature;
import org.testimony.core.codebook.Layer;
import org.testimony.core.table.CsvRefused;

/**
 * A file of claims, as CSV or as JSON lines.
 *
 * @param name of the file, for refusals
 * @param layers the layers that claims and speakers lie on
 */
public record ClaimsFile(String name, ClaimLayers layers) {

  /**
   * The claims of a file; which of the two forms it has, its first character tells.
   *
   * @throws ClaimsRefused when a line has another form
   */
  public List<FixedClaim> read(String content) throws ClaimsRefused {
    String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
    List<FixedClaim> claims;
    if (text.stripLeading().startsWith("{")) {
      claims = ClaimsJsonLines.read(text.lines().toList());
    } else {
      try {
        claims =
            new ClaimsCsv(
                    name,
                    ids(layers.claim()),
                    layers.speaker().map(ClaimsFile::ids).orElse(List.of()))
                .read(new StringReader(text));
      } catch (CsvRefused e) {
        throw new ClaimsRefused(
            e.line(),
            e.column().isEmpty() ? problem(e) : "column " + e.column() + ": " + problem(e));
      }
    }
    if (claims.isEmpty()) {
      throw new ClaimsRefused(1, "the file names no claim");
    }
    return claims;
  }

  private static List<String> ids(Layer layer) {
    return layer.features().stream().map(Feature::id).toList();
  }

  private static String problem(CsvRefused refused) {
    String message = String.valueOf(refused.getMessage());
    return message.substring(message.indexOf(": ") + 2);
  }

  /**
   * The layers of a codebook that fixed claims use.
   *
   * @param claim the layer whose spans are judged
   * @param relation from a claim to its speaker, where the codebook has one
   * @param speaker the layer of speakers
   */
  public record ClaimLayers(Layer claim, Optional<String> relation, Optional<Layer> speaker) {

    /** Those of a codebook; empty where it judges nothing. */
    public static Optional<ClaimLayers> of(Codebook codebook) {
      return codebook
          .stance()
          .flatMap(judging -> codebook.layer(judging.layer()))
          .map(
              claim -> {
                var said =
                    codebook.relationsFrom(claim.id()).stream()
                        .filter(relation -> !relation.to().equals(claim.id()))
                        .findFirst();
                return new ClaimLayers(
                    claim,
                    said.map(relation -> relation.id()),
                    said.flatMap(relation -> codebook.layer(relation.to())));
              });
    }
  }
}
