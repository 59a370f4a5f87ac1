package org.testimony.app.agreement;

/** In which form findings are printed. */
enum Form {
  TEXT,
  JSON,
  CSV
}
