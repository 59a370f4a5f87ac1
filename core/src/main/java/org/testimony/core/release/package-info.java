/**
 * What leaves a project, and in which forms. A {@link org.testimony.core.release.Corpus} is
 * everything that is released, without any id of the database; writers turn it into files whose
 * bytes depend on nothing else; readers that share no code with the writers cut every span again
 * and compare; {@link org.testimony.core.release.ReleaseReader} turns the files back into an equal
 * corpus. Where a corpus comes from, who may have it and what a zip is sent with is left to others.
 */
@NullMarked
package org.testimony.core.release;

import org.jspecify.annotations.NullMarked;
