package org.testimony.db.article;

import java.util.UUID;

/**
 * Names a text version.
 *
 * @param value a time-ordered UUID; it never leaves in a release
 */
public record TextId(UUID value) {}
