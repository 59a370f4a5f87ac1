package org.testimony.db.project;

import java.time.Instant;
import java.util.UUID;
import org.testimony.core.codebook.Codebook;

/**
 * One version of a project's codebook; never changed once stored.
 *
 * @param id names the version in the project
 * @param ordinal 1 for the first version of the project
 * @param codebook the document
 * @param sha256 of the canonical document
 * @param created when it was stored
 */
public record CodebookVersion(
    UUID id, int ordinal, Codebook codebook, String sha256, Instant created) {}
