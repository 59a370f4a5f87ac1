package org.testimony.core.agreement;

import java.util.List;

/** Where the passages behind a number come from: they are made only when somebody asks. */
@FunctionalInterface
public interface PassageSource {

  /** The passages, made anew each time. */
  List<Passage> passages();
}
