package org.testimony.core.compare;

/**
 * An attribution inside one set: the claim is said by the speaker mention.
 *
 * @param claim id of the claim's mark
 * @param speaker id of the speaker mention's mark
 */
public record Link(String claim, String speaker) {}
