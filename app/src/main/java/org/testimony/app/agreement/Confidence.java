package org.testimony.app.agreement;

/** How intervals are made. */
enum Confidence {
  BOOTSTRAP,
  ANALYTIC,
  JACKKNIFE,
  NONE
}
