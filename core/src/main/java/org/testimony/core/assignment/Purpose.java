package org.testimony.core.assignment;

/** What a round is for; only production rounds enter the headline agreement. */
public enum Purpose {
  /** Learning the codebook, with feedback. */
  TRAINING,
  /** Trying the codebook, before the targets freeze. */
  PILOT,
  /** The labels that the corpus is made of. */
  PRODUCTION
}
