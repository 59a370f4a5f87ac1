/**
 * Who labels what, and how far they are: phases, rounds, the states of an assignment with the moves
 * between them, and the plan that gives each article to several people. Who may make a move is the
 * use case's decision.
 */
@NullMarked
package org.testimony.core.assignment;

import org.jspecify.annotations.NullMarked;
