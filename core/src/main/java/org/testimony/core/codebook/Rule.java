package org.testimony.core.codebook;

/**
 * A decision rule: what all annotators do in a case that could be seen in two ways.
 *
 * @param number its name in talk and in the guideline, 1 to 999
 * @param title the case in a few words
 * @param text what to do
 * @param example a worked case
 */
public record Rule(int number, String title, String text, String example) {

  /** Refuses words that break a rule of the format. */
  public Rule {
    number = Numbers.RULE.require("number of a rule", number);
    title = Wording.TITLE.require("title of rule " + number, title);
    text = Wording.TEXT.require("text of rule " + number, text);
    example = Wording.TEXT.require("example of rule " + number, example);
  }
}
