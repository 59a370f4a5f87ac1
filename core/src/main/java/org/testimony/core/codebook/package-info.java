/**
 * What may be labelled and by which rules. A {@link org.testimony.core.codebook.Codebook} is a
 * versioned, unchangeable document of layers, features, labels, relations, stance, targets,
 * switches and decision rules; what exists is valid. JSON comes in through one strict reader that
 * names every fault by its place, and goes out in one canonical form, so that equal codebooks have
 * equal bytes. The difference of two codebooks says which changes let work go on (minor) and which
 * do not (major). Whether an annotation fits its codebook is left to {@code core.annotation}.
 */
@NullMarked
package org.testimony.core.codebook;

import org.jspecify.annotations.NullMarked;
