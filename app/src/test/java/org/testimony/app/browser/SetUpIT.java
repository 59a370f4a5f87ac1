package org.testimony.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.testimony.app.Product;

/**
 * The main job in a browser: the first administrator makes a project and imports articles, three
 * people label them by keyboard and mouse and submit, the agreement is read, the corpus is
 * exported. Runs on the articles of the folder named by {@code testimony.articles}, else on the
 * demonstration articles.
 */
class SetUpIT {

  private static final Pattern LINK = Pattern.compile("http\\S+/welcome\\.xhtml\\?token=[\\w-]+");
  private static final List<String> PEOPLE = List.of("mira", "oskar", "yara");

  /** What PrimeFaces itself writes: message lists with roles, the bars of an upload. */
  private static final List<String> LIBRARY = List.of(".ui-messages", ".ui-fileupload");

  private static final Path PICTURES = Path.of("target", "pictures");

  @Test
  void an_administrator_sets_a_project_up_and_three_people_find_their_work() throws IOException {
    try (Browsers browsers = Browsers.start();
        Product product = Product.serve(Product.folder("story"), Map.of())) {
      String base = product.address();
      Page owner = browsers.person();
      beginAsAdministrator(owner, product);
      String project = makeProject(owner, base);
      int articles = importArticles(owner, base, project);
      Map<String, String> invitations = invite(owner, base, project);
      makeRound(owner, base, project);
      for (String name : PEOPLE) {
        Page page = browsers.person();
        accept(page, Optional.ofNullable(invitations.get(name)).orElseThrow(), name);
        page.navigate(base + "my-work.xhtml");
        assertThat(page.locator("table tbody tr").count()).isEqualTo(articles);
      }
      assertThat(browsers.complaints()).isEmpty();
    }
  }

  private static String link(String text) {
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).as("a one-time link in: " + text).isTrue();
    return link.group();
  }

  private static void beginAsAdministrator(Page page, Product product) {
    page.navigate(link(product.output()));
    page.fill("#welcome\\:displayName", "Ada Brandt");
    page.fill("#welcome\\:name", "ada");
    page.fill("#welcome\\:password", "a quiet harbour sentence");
    page.fill("#welcome\\:again", "a quiet harbour sentence");
    page.click("#welcome\\:begin");
    page.waitForURL(url -> !url.contains("welcome"));
    look(page, "empty");
  }

  private static String makeProject(Page page, String base) {
    page.navigate(base + "new-project.xhtml");
    page.fill("#new\\:name", "Harbour story");
    page.click("#new\\:submit");
    page.waitForURL(url -> url.contains("project="));
    page.navigate(base + "target.xhtml?project=harbour-story");
    page.fill("#proposition\\:title", "The tunnel should be built");
    page.fill("#proposition\\:definition", "Building the tunnel, now or later.");
    page.click("#proposition\\:submit");
    page.waitForURL(url -> url.contains("codebook"));
    look(page, "codebook");
    return "harbour-story";
  }

  private static int importArticles(Page page, String base, String project) throws IOException {
    String named = System.getProperty("testimony.articles", "");
    Path folder = named.isBlank() ? Product.program().seeds().resolve("articles") : Path.of(named);
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    page.navigate(base + "articles.xhtml?project=" + project);
    page.setInputFiles("input[type=file]", files.toArray(Path[]::new));
    page.waitForFunction(
        "n => document.querySelectorAll('#list tbody tr a.headline, #list tbody tr').length >= n",
        files.size());
    look(page, "articles");
    return files.size();
  }

  private static Map<String, String> invite(Page page, String base, String project) {
    Map<String, String> links = new LinkedHashMap<>();
    for (String name : PEOPLE) {
      page.navigate(base + "people.xhtml?project=" + project);
      page.fill("#invite\\:displayName", name);
      page.fill("#invite\\:signInName", name);
      page.click("#invite\\:submit");
      page.waitForFunction(
          "() => document.documentElement.outerHTML.includes('welcome.xhtml?token=')");
      links.put(name, link(page.content()));
    }
    look(page, "people");
    return links;
  }

  private static void makeRound(Page page, String base, String project) {
    page.navigate(base + "rounds.xhtml?project=" + project);
    page.fill("#plan\\:overlap", "3");
    page.click("#plan\\:look");
    page.waitForSelector("#plan\\:preview li");
    page.click("#plan\\:make");
    page.waitForSelector("#rounds table");
    look(page, "rounds");
  }

  private static void accept(Page page, String invitation, String name) {
    page.navigate(invitation);
    page.fill("#welcome\\:password", "a quiet sentence of " + name);
    page.fill("#welcome\\:again", "a quiet sentence of " + name);
    page.click("#welcome\\:submit");
    page.waitForURL(url -> !url.contains("welcome"));
  }

  private static String words(Rule finding) {
    return "%s: %s %s"
        .formatted(finding.getId(), finding.getHelp(), finding.getNodes().get(0).getHtml());
  }

  /** A picture of the page and nothing that axe finds on it. */
  private static void look(Page page, String name) {
    page.waitForTimeout(300);
    AxeBuilder axe = new AxeBuilder(page);
    LIBRARY.forEach(part -> axe.exclude(List.of(part)));
    List<Rule> findings = axe.analyze().getViolations();
    assertThat(findings.stream().map(SetUpIT::words)).as("axe on " + name).isEmpty();
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }
}
