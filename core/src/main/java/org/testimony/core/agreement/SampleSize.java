package org.testimony.core.agreement;

/**
 * How much a coefficient rests on.
 *
 * @param documents documents that contribute
 * @param items items with at least two values; for span measures the spans counted
 * @param pairable values on these items; for span measures the characters compared, summed over
 *     annotators
 * @param annotators annotators who contribute
 */
public record SampleSize(long documents, long items, long pairable, long annotators) {}
