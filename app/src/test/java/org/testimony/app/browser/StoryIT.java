package org.testimony.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.testimony.app.Product;

/**
 * The main job in a browser: the first administrator makes a project and imports articles, three
 * people label them by keyboard and mouse and submit, the agreement is read, the corpus is
 * exported. Runs on the articles of the folder named by {@code testimony.articles}, else on the
 * demonstration articles.
 */
class StoryIT {

  private static final Pattern LINK = Pattern.compile("http\\S+/welcome\\.xhtml\\?token=[\\w-]+");
  private static final List<String> PEOPLE = List.of("mira", "oskar", "yara");
  private static final Path PICTURES = Path.of("target", "pictures");

  @Test
  void three_people_label_and_their_agreement_is_measured() throws IOException {
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
        accept(page, invitations.get(name), name);
        label(page, base, name, articles);
      }
      readAgreement(owner, base, project);
      export(owner, base, project, articles);
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
      page.waitForSelector("text=welcome.xhtml?token=");
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

  private static void label(Page page, String base, String name, int articles) {
    page.navigate(base + "my-work.xhtml");
    look(page, "my-work-" + name);
    page.locator("a.btn.primary.big").first().click();
    for (int article = 0; article < articles; article++) {
      page.waitForSelector("#workbench[data-ready=true]");
      boolean mouse = article == 0;
      mark(page, "s", mouse ? 3 : 2, mouse);
      page.locator("#wb-feature-type").selectOption("PERSON");
      mark(page, "c", name.equals("yara") ? 7 : 6, false);
      page.locator(".cc.on")
          .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Indirect"))
          .check(new Locator.CheckOptions().setForce(true));
      page.locator("#wb-feature-kind").selectOption("FACT");
      box(page).focus();
      page.keyboard().press("l");
      page.keyboard().press("1");
      page.waitForSelector(".cc.on :text('Unlink')");
      box(page).focus();
      page.keyboard().press(name.equals("oskar") ? "a" : "f");
      page.waitForSelector(".cc.on .stance input:checked", attached());
      page.waitForSelector(".pill[data-count='0']:has-text('Saved')");
      if (article == 0) {
        look(page, "workbench-" + name);
      }
      submit(page, article == articles - 1);
    }
  }

  private static Page.WaitForSelectorOptions attached() {
    return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
  }

  private static Locator box(Page page) {
    return page.locator("[role=textbox][aria-readonly=true]");
  }

  /** Selects words in the next paragraph and labels them with a key. */
  private static void mark(Page page, String key, int words, boolean byMouse) {
    box(page).focus();
    if (byMouse) {
      box(page).locator("p").nth(1).dblclick();
    } else {
      page.keyboard().press("Control+ArrowDown");
    }
    for (int word = 0; word < words; word++) {
      page.keyboard().press("Shift+ArrowRight");
    }
    page.keyboard().press(key);
    page.waitForSelector(".cc.on");
  }

  private static void submit(Page page, boolean last) {
    String before = page.url();
    page.keyboard().press("Control+Enter");
    if (last) {
      page.waitForSelector(".read-only");
    } else {
      page.waitForURL(url -> !url.equals(before));
    }
  }

  private static void readAgreement(Page page, String base, String project) {
    page.navigate(base + "rounds.xhtml?project=" + project);
    page.click("button:has-text('Lock round')");
    page.click(".ui-confirmdialog-yes");
    page.waitForSelector(".chip:has-text('locked')");
    page.navigate(base + "agreement.xhtml?project=" + project);
    look(page, "agreement");
    assertThat(page.locator("main").innerText()).contains("3 annotators");
  }

  private static void export(Page page, String base, String project, int articles)
      throws IOException {
    page.navigate(base + "releases.xhtml?project=" + project);
    look(page, "releases");
    Download download = page.waitForDownload(() -> page.locator("main .primary").first().click());
    Path file = Files.createTempFile("corpus", ".zip");
    download.saveAs(file);
    List<String> names = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream().forEach(entry -> names.add(entry.getName()));
    }
    assertThat(names).anyMatch(n -> n.endsWith("manifest.json"));
    assertThat(names).anyMatch(n -> n.endsWith("annotations.jsonl"));
    assertThat(names.stream().filter(n -> n.endsWith(".ann"))).hasSize(3 * articles);
    Files.delete(file);
  }

  /** A picture of the page in light, dark and narrow, and nothing that axe finds. */
  private static void look(Page page, String name) {
    page.waitForTimeout(300);
    List<Rule> findings = new AxeBuilder(page).analyze().getViolations();
    assertThat(
            findings.stream()
                .map(f -> f.getId() + ": " + f.getHelp() + " " + f.getNodes().get(0).getHtml()))
        .as("axe on " + name)
        .isEmpty();
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }
}
