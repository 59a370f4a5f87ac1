package org.testimony.app.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Chromium of this machine. Where none lies, or its driver is not on the class path, the tests
 * skip and say so; with {@code -Dtestimony.browser=required} they fail instead.
 */
final class Browsers implements AutoCloseable {

  private static final String DRIVER = "/driver/";

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Browsers(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts the browser, or skips the test. */
  static Browsers start() {
    Optional<Path> chromium = chromium();
    boolean driver = Browsers.class.getResource(DRIVER) != null;
    if (chromium.isEmpty() || !driver) {
      String reason =
          chromium.isEmpty()
              ? "no Chromium lies on this machine"
              : "the driver of the browser is not on the class path (profile browser)";
      if ("required".equals(System.getProperty("testimony.browser"))) {
        throw new AssertionError("a browser is required, but " + reason);
      }
      assumeTrue(false, "skipped: " + reason);
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new Browsers(playwright, browser);
  }

  private static Optional<Path> chromium() {
    return Stream.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A window of its own: another person at another computer. */
  Page person() {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
    Page page = context.newPage();
    page.setDefaultTimeout(30_000);
    page.onConsoleMessage(this::hear);
    page.onPageError(error -> complaints.add(error));
    return page;
  }

  private void hear(ConsoleMessage message) {
    if (message.type().equals("error")) {
      complaints.add(message.text() + " at " + message.location());
    }
  }

  /** Keeps a picture of every window, for those who look for the fault. */
  void picture(String name) {
    int number = 0;
    for (BrowserContext context : browser.contexts()) {
      for (Page page : context.pages()) {
        Path path = Path.of("target", "pictures", name + "-" + ++number + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(path));
      }
    }
  }

  /** What pages complained about in the browser's console. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
