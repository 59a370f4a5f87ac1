package org.testimony.core.agreement;

/** A model of annotators that can be fitted again to items that are drawn several times. */
interface RefittedModel {

  /**
   * The value of each annotator, in order of name.
   *
   * @param times how often each item is drawn, in order of appearance
   */
  double[] values(int[] times);
}
