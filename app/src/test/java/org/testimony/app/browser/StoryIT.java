package org.testimony.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.testimony.app.Product;

/**
 * The main job in a browser: the first administrator makes a project and imports articles, three
 * people label them by keyboard and mouse and submit, the round is locked, the agreement is read,
 * the corpus is exported and imported again; then two of them judge claims that were fixed. Runs on
 * the articles of the folder named by {@code testimony.articles}, else on the demonstration
 * articles.
 */
class StoryIT {

  private static final Pattern LINK = Pattern.compile("http\\S+/welcome\\.xhtml\\?token=[\\w-]+");
  private static final List<String> PEOPLE = List.of("mira", "oskar", "yara");
  private static final String PROJECT = "harbour-story";

  private final Map<String, Page> people = new LinkedHashMap<>();
  private String base = "";
  private int articles;

  @Test
  void a_corpus_is_labelled_by_three_people_measured_and_exported() throws IOException {
    try (Browsers browsers = Browsers.start();
        Product product = Product.serve(Product.folder("story"), Map.of())) {
      base = product.address();
      tell(browsers, product);
      assertThat(browsers.complaints()).isEmpty();
    }
  }

  private void tell(Browsers browsers, Product product) throws IOException {
    Page owner = browsers.person();
    try {
      beginAsAdministrator(owner, product);
      makeProject(owner);
      importArticles(owner);
      invite(owner)
          .forEach(
              (name, invitation) ->
                  people.put(name, accepted(browsers.person(), invitation, name)));
      makeRound(owner);
      for (String name : PEOPLE) {
        labelEverything(name);
      }
      lockRound(owner);
      readAgreement(owner);
      importAgain(owner, export(owner));
      new Judging(product, owner, people).tell();
    } catch (RuntimeException | AssertionError e) {
      browsers.picture("failed");
      throw e;
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
    Looks.at(page, "empty");
  }

  private void makeProject(Page page) {
    page.navigate(base + "new-project.xhtml");
    page.fill("#new\\:name", "Harbour story");
    page.click("#new\\:submit");
    page.waitForURL(url -> url.contains("project=" + PROJECT));
    Looks.at(page, "project-empty");
    page.navigate(base + "target.xhtml?project=" + PROJECT);
    page.fill("#proposition\\:title", "The tunnel should be built");
    page.fill("#proposition\\:definition", "Building the tunnel, now or later.");
    page.click("#proposition\\:submit");
    page.waitForURL(url -> url.contains("codebook"));
    Looks.at(page, "codebook");
  }

  private void importArticles(Page page) throws IOException {
    String named = System.getProperty("testimony.articles", "");
    Path folder = named.isBlank() ? Product.program().seeds().resolve("articles") : Path.of(named);
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    articles = files.size();
    page.navigate(base + "articles.xhtml?project=" + PROJECT);
    page.setInputFiles("input[type=file]", files.toArray(Path[]::new));
    page.waitForFunction("n => document.querySelectorAll('#list tbody tr').length >= n", articles);
    Looks.at(page, "articles");
  }

  private Map<String, String> invite(Page page) {
    Map<String, String> links = new LinkedHashMap<>();
    for (String name : PEOPLE) {
      page.navigate(base + "people.xhtml?project=" + PROJECT);
      page.fill("#invite\\:displayName", name);
      page.fill("#invite\\:signInName", name);
      page.click("#invite\\:submit");
      page.waitForFunction(
          "() => document.documentElement.outerHTML.includes('welcome.xhtml?token=')");
      links.put(name, link(page.content()));
    }
    Looks.at(page, "people");
    return links;
  }

  private Page accepted(Page page, String invitation, String name) {
    page.navigate(invitation);
    page.fill("#welcome\\:password", "a quiet sentence of " + name);
    page.fill("#welcome\\:again", "a quiet sentence of " + name);
    page.click("#welcome\\:submit");
    page.waitForURL(url -> !url.contains("welcome"));
    return page;
  }

  private void makeRound(Page page) {
    page.navigate(base + "rounds.xhtml?project=" + PROJECT);
    page.fill("#plan\\:overlap", "3");
    page.click("#plan\\:look");
    page.waitForSelector("#plan\\:preview li");
    page.click("#plan\\:make");
    page.waitForSelector("#rounds table");
    Looks.at(page, "rounds");
  }

  private void labelEverything(String name) {
    Page page = Optional.ofNullable(people.get(name)).orElseThrow();
    page.navigate(base + "my-work.xhtml");
    assertThat(page.locator("table tbody tr").count()).isEqualTo(articles);
    if (name.equals("mira")) {
      Looks.at(page, "my-work");
    }
    page.locator("a.btn.primary.big").first().click();
    Annotator annotator = new Annotator(page);
    for (int i = 0; i < articles; i++) {
      annotator.ready();
      switch (name) {
        case "mira" -> byKeyboard(annotator, 7, "f", i == 0);
        case "oskar" -> byMouse(annotator);
        default -> byKeyboard(annotator, 8, "a", false);
      }
      annotator.saved();
      annotator.submitted();
      if (i + 1 < articles) {
        page.locator("[data-notice=state] a").first().click();
        page.waitForFunction("() => !document.querySelector('.read-only')");
      }
    }
    page.navigate(base + "my-work.xhtml");
    assertThat(page.locator("table tbody tr .chip:has-text('submitted')").count())
        .isEqualTo(articles);
  }

  /** A speaker, a claim linked to it, its stance and that of the article, all without a mouse. */
  private static void byKeyboard(Annotator annotator, int words, String stance, boolean first) {
    annotator.selectByKeyboard(2, 3);
    annotator.labelByKey("s");
    annotator.choose("type", "PERSON");
    annotator.selectByKeyboard(1, words);
    annotator.labelByKey("c");
    if (first) {
      annotator.submit();
      annotator.page().waitForSelector("dialog[open] .check-list");
      Looks.at(annotator.page(), "workbench-missing");
      annotator.page().keyboard().press("Escape");
    }
    annotator.tick("Indirect");
    annotator.choose("kind", "FACT");
    annotator.linkByKeyboard();
    annotator.stanceByKey(stance);
    annotator.saved();
    if (first) {
      undoAndReload(annotator);
      Looks.at(annotator.page(), "workbench");
    }
    annotator.stanceOfArticle(stance.equals("f") ? "favour" : "against");
    annotator.submit();
  }

  /** What was undone and done again, and what was saved, is there after the page is loaded anew. */
  private static void undoAndReload(Annotator annotator) {
    annotator.expectLabels(2);
    annotator.selectByKeyboard(1, 4);
    annotator.labelByKey("c");
    annotator.expectLabels(3);
    annotator.undo();
    annotator.expectLabels(2);
    annotator.saved();
    annotator.page().reload();
    annotator.ready();
    annotator.expectLabels(2);
  }

  /** The same by drawing and clicking. */
  private static void byMouse(Annotator annotator) {
    annotator.selectByMouse(2, 0, 2);
    annotator.labelByMouse("Speaker");
    annotator.choose("type", "PERSON");
    annotator.selectByMouse(2, 0, 6);
    annotator.labelByMouse("Claim");
    annotator.tick("Indirect");
    annotator.choose("kind", "FACT");
    annotator.linkByMouse();
    annotator.tick("Against");
    annotator.stanceOfArticle("Against");
    annotator.saved();
    annotator
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit"))
        .first()
        .click();
  }

  private void lockRound(Page page) {
    page.navigate(base + "rounds.xhtml?project=" + PROJECT);
    page.locator("#rounds button:has-text('Lock round')").click();
    page.locator(".ui-confirmdialog-yes").click();
    page.waitForSelector("#rounds .chip:has-text('locked')");
    Looks.at(page, "rounds-locked");
  }

  private void readAgreement(Page page) {
    page.navigate(base + "agreement.xhtml?project=" + PROJECT);
    assertThat(page.locator("main").innerText())
        .contains(articles + " articles are below ten documents: no interval.");
    Looks.at(page, "agreement");
    page.locator("main table a").first().click();
    page.waitForURL(url -> url.contains("agreement-passages"));
    assertThat(page.locator("main").innerText()).contains("oskar", "nothing matched");
    Looks.at(page, "agreement-passages");
  }

  private Path export(Page page) throws IOException {
    page.navigate(base + "releases.xhtml?project=" + PROJECT);
    Looks.at(page, "releases");
    Download download = page.waitForDownload(() -> page.locator("form.releases button").click());
    Path zip = Product.folder("story-export").resolve("corpus.zip");
    download.saveAs(zip);
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(Object::toString))
          .contains("manifest.json", "assignments.jsonl")
          .anyMatch(name -> name.startsWith("brat/"))
          .anyMatch(name -> name.endsWith(".csv"));
    }
    return zip;
  }

  private void importAgain(Page page, Path zip) {
    page.navigate(base + "import-release.xhtml");
    Looks.at(page, "import-release");
    page.setInputFiles("input[type=file]", zip);
    Locator submit = page.locator("main button[type=submit]");
    submit.last().click();
    page.waitForURL(url -> url.contains("project=" + PROJECT + "-2"));
    page.navigate(base + "agreement.xhtml?project=" + PROJECT + "-2");
    assertThat(page.locator("main").innerText())
        .contains(articles + " articles are below ten documents: no interval.");
  }
}
