package org.testimony.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/**
 * What a page looks like in light, in dark and on a narrow screen. In light axe finds nothing, in
 * dark none of its rules about colours does; on the narrow screen nothing sticks out sideways. With
 * {@code testimony.pictures} it keeps pictures, for people who look and for the documents.
 */
final class Looks {

  /** Where the pictures lie. */
  private static final Path PICTURES = Path.of("target", "pictures");

  /** What PrimeFaces itself writes: message lists with roles, the bars of an upload. */
  private static final List<String> LIBRARY = List.of(".ui-messages", ".ui-fileupload");

  /** All that can differ between the light page and the dark one. */
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final int NARROW = 360;

  private Looks() {}

  /** Looks at a page in all three ways, and leaves it as it was. */
  static void at(Page page, String name) {
    int width = page.viewportSize().width;
    int height = page.viewportSize().height;
    look(page, name, axe(page));
    picture(page, "windows/" + name, false);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    look(page, name + "-dark", axe(page).withRules(COLOURS));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(NARROW, 800);
    picture(page, name + "-narrow", true);
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of " + name + " on a narrow screen")
        .isEqualTo(NARROW);
    page.setViewportSize(width, height);
  }

  private static AxeBuilder axe(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    // No page of the product holds frames: axe may stay in this one.
    AxeBuilder axe = new AxeBuilder(page).options(options).setLegacyMode(true);
    LIBRARY.forEach(part -> axe.exclude(List.of(part)));
    return axe;
  }

  private static void look(Page page, String name, AxeBuilder axe) {
    page.waitForTimeout(250);
    List<Rule> findings = axe.analyze().getViolations();
    assertThat(findings.stream().map(Looks::words)).as("axe on " + name).isEmpty();
    picture(page, name, true);
  }

  private static void picture(Page page, String name, boolean whole) {
    if (Boolean.getBoolean("testimony.pictures")) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(whole));
    }
  }

  private static String words(Rule finding) {
    return "%s: %s %s"
        .formatted(finding.getId(), finding.getHelp(), finding.getNodes().get(0).getHtml());
  }
}
