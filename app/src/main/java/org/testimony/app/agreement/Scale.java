package org.testimony.app.agreement;

/** Krippendorff's levels of measurement. */
enum Scale {
  NOMINAL,
  ORDINAL,
  INTERVAL,
  RATIO
}
