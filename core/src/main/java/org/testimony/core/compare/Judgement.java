package org.testimony.core.compare;

/**
 * The stance that an annotator gave a claim toward a target. An unset stance is no judgement.
 *
 * @param claim id of the annotator's own mark, or of a fixed claim of the article
 * @param target id of the target
 * @param value the label
 */
public record Judgement(String claim, String target, String value) {}
