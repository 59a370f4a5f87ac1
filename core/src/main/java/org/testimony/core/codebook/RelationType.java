package org.testimony.core.codebook;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One kind of links between two spans of one set.
 *
 * @param id name in data, such as SAID_BY
 * @param title name on pages
 * @param definition what the link says
 * @param example a place where it holds
 * @param counterExample a place that looks like it and does not hold
 * @param from id of the layer where the link starts
 * @param to id of the layer where it ends
 * @param min how many each span of the first layer needs
 * @param max how many it may have; absent where there is no limit
 * @param exempt the label that makes {@code min} 0 for the span that has it
 * @param enabled whether it is offered; links made before stay valid
 */
public record RelationType(
    String id,
    String title,
    String definition,
    Optional<String> example,
    Optional<String> counterExample,
    String from,
    String to,
    int min,
    OptionalInt max,
    Optional<Exemption> exempt,
    boolean enabled) {

  /** Refuses words that break a rule and a minimum above the maximum. */
  public RelationType {
    id = Wording.ID.require("id of a relation", id);
    title = Wording.TITLE.require("title of relation " + id, title);
    definition = Wording.TEXT.require("definition of relation " + id, definition);
    example = Wording.TEXT.require("example of relation " + id, example);
    counterExample = Wording.TEXT.require("counter-example of relation " + id, counterExample);
    from = Wording.ID.require("start of relation " + id, from);
    to = Wording.ID.require("end of relation " + id, to);
    min = Numbers.MIN.require("min of relation " + id, min);
    max = Numbers.MAX.require("max of relation " + id, max);
    if (max.isPresent() && max.getAsInt() < min) {
      throw new IllegalArgumentException(
          "relation %s needs at least %d and at most %d".formatted(id, min, max.getAsInt()));
    }
  }

  /** Whether the link may run between spans of these layers. */
  public boolean connects(String fromLayer, String toLayer) {
    return from.equals(fromLayer) && to.equals(toLayer);
  }

  /**
   * How many links a span needs that has these feature values.
   *
   * @param values feature id → value, as stored with the span
   */
  public int minFor(Map<String, ?> values) {
    boolean free =
        exempt.isPresent() && exempt.get().label().equals(values.get(exempt.get().feature()));
    return free ? 0 : min;
  }

  /** Whether a span may have this many links. */
  public boolean allows(int links) {
    return max.isEmpty() || links <= max.getAsInt();
  }

  /** The same relation under another title. */
  public RelationType withTitle(String newTitle) {
    return new RelationType(
        id, newTitle, definition, example, counterExample, from, to, min, max, exempt, enabled);
  }

  /** The same relation with other limits. */
  public RelationType withLimits(int newMin, OptionalInt newMax) {
    return new RelationType(
        id, title, definition, example, counterExample, from, to, newMin, newMax, exempt, enabled);
  }

  /** The same relation with another exemption, or none. */
  public RelationType withExempt(Optional<Exemption> newExempt) {
    return new RelationType(
        id, title, definition, example, counterExample, from, to, min, max, newExempt, enabled);
  }

  /** The same relation, offered or not. */
  public RelationType withEnabled(boolean offered) {
    return new RelationType(
        id, title, definition, example, counterExample, from, to, min, max, exempt, offered);
  }
}
