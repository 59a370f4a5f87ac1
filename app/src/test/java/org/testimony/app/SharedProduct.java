package org.testimony.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** One started product for all tests, started at its first use and stopped after the last test. */
public final class SharedProduct implements LauncherSessionListener {

  private static @Nullable Product product;

  /** The product. */
  public static synchronized Product get() {
    if (product == null) {
      // The quick compiler alone: half the time to start, which is most of what tests need.
      product =
          Product.serve(
              Product.folder("shared"),
              Map.of("TESTIMONY_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"));
    }
    return product;
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    synchronized (SharedProduct.class) {
      if (product != null) {
        product.close();
        product = null;
      }
    }
  }
}
