package org.testimony.db.assignment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;

/**
 * A batch of assignments with a purpose.
 *
 * @param id names it in the project
 * @param number 1 for the project's first
 * @param name shown on pages
 * @param purpose what it is for
 * @param phase what annotators do
 * @param overlap how many annotators get the same article
 * @param seed of the plan
 * @param codebook the version in force when it was made
 * @param locked since when its submitted sets are final and may be compared
 */
public record Round(
    UUID id,
    int number,
    String name,
    Purpose purpose,
    Phase phase,
    int overlap,
    long seed,
    UUID codebook,
    Optional<Instant> locked) {}
