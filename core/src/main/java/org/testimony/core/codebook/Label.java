package org.testimony.core.codebook;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One value that a feature or the stance may take. Its order is its position in the list.
 *
 * @param id name in data, never shown where a title can be
 * @param title name on pages
 * @param definition when to choose it
 * @param example a place where it is right
 * @param counterExample a place that looks like it and is something else
 * @param key chooses it on the annotation page
 * @param color place in the palette, 1 to 6; absent where the colour is that of the layer or stance
 * @param glyph sign shown with the title, for labels that colour alone would tell apart
 * @param enabled whether it is offered; a label that is not stays valid where it was given
 */
public record Label(
    String id,
    String title,
    String definition,
    Optional<String> example,
    Optional<String> counterExample,
    Optional<String> key,
    OptionalInt color,
    Optional<String> glyph,
    boolean enabled) {

  /** Refuses words that break a rule of the format; line ends become line feeds. */
  public Label {
    id = Wording.ID.require("id of a label", id);
    title = Wording.TITLE.require("title of label " + id, title);
    definition = Wording.TEXT.require("definition of label " + id, definition);
    example = Wording.TEXT.require("example of label " + id, example);
    counterExample = Wording.TEXT.require("counter-example of label " + id, counterExample);
    key = Wording.KEY.require("key of label " + id, key);
    color = Numbers.COLOR.require("color of label " + id, color);
    glyph = Wording.GLYPH.require("glyph of label " + id, glyph);
  }

  /** A label that is offered, with nothing but what it must have. */
  public static Label of(String id, String title, String definition) {
    return new Label(
        id,
        title,
        definition,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        true);
  }

  /** The same label under another title. */
  public Label withTitle(String newTitle) {
    return new Label(id, newTitle, definition, example, counterExample, key, color, glyph, enabled);
  }

  /** The same label with both examples. */
  public Label withExamples(String newExample, String newCounterExample) {
    return new Label(
        id,
        title,
        definition,
        Optional.of(newExample),
        Optional.of(newCounterExample),
        key,
        color,
        glyph,
        enabled);
  }

  /** The same label on another key. */
  public Label withKey(String newKey) {
    return new Label(
        id, title, definition, example, counterExample, Optional.of(newKey), color, glyph, enabled);
  }

  /** The same label, offered or not. */
  public Label withEnabled(boolean offered) {
    return new Label(id, title, definition, example, counterExample, key, color, glyph, offered);
  }
}
