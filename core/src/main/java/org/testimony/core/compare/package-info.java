/**
 * What several annotators' sets of one article have in common and where they differ. Marks are
 * matched one to one per pair of annotators by a maximum-weight matching of their overlap; from the
 * matches follow groups of marks, clusters of speaker mentions and {@link
 * org.testimony.core.compare.Disagreement}s of five kinds. How much agreement that amounts to is
 * left to {@code core.agreement}; who decides is left to adjudication.
 */
@NullMarked
package org.testimony.core.compare;

import org.jspecify.annotations.NullMarked;
