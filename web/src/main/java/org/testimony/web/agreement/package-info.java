/**
 * The agreement report of a project and the passages behind its numbers. Decides which sets are
 * measured: first submissions of production rounds under one major version of the codebook, and who
 * may see them: nobody who still labels in the project. What is computed from the sets, core
 * decides.
 */
@NullMarked
package org.testimony.web.agreement;

import org.jspecify.annotations.NullMarked;
