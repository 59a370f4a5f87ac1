package org.testimony.core.agreement;

/**
 * One label that an annotator gave to an item; an annotator may give several to one item at
 * different times.
 *
 * @param item the item
 * @param annotator who gave it
 * @param label the label
 */
public record Observation(String item, String annotator, String label) {}
