package org.testimony.core.codebook;

import java.util.List;

/** A decision that a project takes once for all its annotators. */
public sealed interface Switch {

  /** Name on pages. */
  String title();

  /** What it decides and what each value means. */
  String definition();

  /**
   * A decision between yes and no.
   *
   * @param value what is in force
   */
  record OnOff(String title, String definition, boolean value) implements Switch {

    /** Refuses words that break a rule. */
    public OnOff {
      title = Wording.TITLE.require("title of a switch", title);
      definition = Wording.TEXT.require("definition of a switch", definition);
    }
  }

  /**
   * A decision between named options.
   *
   * @param value the option in force
   * @param options at least two, each once
   */
  record Choice(String title, String definition, String value, List<String> options)
      implements Switch {

    /** Copies; refuses words that break a rule and a value that is no option. */
    public Choice {
      title = Wording.TITLE.require("title of a switch", title);
      definition = Wording.TEXT.require("definition of a switch", definition);
      options = List.copyOf(options);
      for (String option : options) {
        Wording.ID.require("option of a switch", option);
      }
      if (options.size() < 2 || !options.contains(value)) {
        throw new IllegalArgumentException(
            "%s is none of the options %s, or there are fewer than two"
                .formatted(Wording.shown(value), options));
      }
    }
  }
}
