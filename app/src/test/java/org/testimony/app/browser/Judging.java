package org.testimony.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testimony.app.Product;
import org.testimony.app.rest.Rest;
import org.testimony.core.text.StrictJson;

/**
 * A project that only judges, in a browser: the owner imports a list of claims and makes a round,
 * two people give their stances by keyboard, and the report tells of fixed claims.
 */
final class Judging {

  private static final String TEXT =
      """
      Holt called the plan a blank cheque.

      🗼 “We promised the north a crossing,” Dravik said.

      The vote is on Monday, the clerk wrote.
      """;
  private static final List<String> CLAIMS =
      List.of("a blank cheque", "“We promised the north a crossing,”", "The vote is on Monday");
  private static final List<String> SPEAKERS = List.of("Holt", "Dravik", "the clerk");

  private final Product product;
  private final Page owner;
  private final Map<String, Page> people;
  private String project = "";

  Judging(Product product, Page owner, Map<String, Page> people) {
    this.product = product;
    this.owner = owner;
    this.people = people;
  }

  /** The whole of it. */
  void tell() throws IOException {
    try {
      setUp();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    importClaims();
    makeRound();
    byKeyboard("mira", true);
    byKeyboard("oskar", false);
    owner.navigate(product.address() + "agreement.xhtml?project=" + project);
    assertThat(owner.locator("main").innerText())
        .contains("Krippendorff’s α", "The tunnel should be built")
        .doesNotContain("Claim: marked");
  }

  private void setUp() throws IOException, InterruptedException {
    Rest rest = Rest.service(product);
    project = rest.project("Judge harbour claims");
    ObjectNode target =
        StrictJson.object()
            .put("title", "The tunnel should be built")
            .put("definition", "Building the tunnel, now or later.");
    rest.post("/projects/" + project + "/targets", target).expect(200);
    rest.article(project, "tunnel.txt", TEXT);
    for (String name : List.of("mira", "oskar")) {
      ObjectNode member = StrictJson.object().put("account", name);
      member.putArray("roles").add("ANNOTATOR");
      rest.post("/projects/" + project + "/people", member).expect(200);
    }
  }

  private static int place(String words) {
    int unit = TEXT.indexOf(words);
    return TEXT.codePointCount(0, unit);
  }

  private static int end(String words) {
    return place(words) + words.codePointCount(0, words.length());
  }

  private static String row(String article, String claim, String speaker) {
    return "%s,%d,%d,\"%s\",INDIRECT,FACT,%d,%d,PERSON\n"
        .formatted(article, place(claim), end(claim), claim, place(speaker), end(speaker));
  }

  private void importClaims() {
    owner.navigate(product.address() + "claims.xhtml?project=" + project);
    assertThat(owner.locator("main").innerText()).contains("No fixed claims yet");
    String header = "article,begin,end,quote,form,kind,speaker_begin,speaker_end,speaker_type\n";
    upload("wrong.csv", header.replaceFirst("begin,", ""));
    assertThat(owner.locator("main").innerText())
        .contains("wrong.csv was not taken", "column begin is missing");
    StringBuilder table = new StringBuilder(header);
    for (int i = 0; i < CLAIMS.size(); i++) {
      table.append(row("Holt called the plan a blank cheque.", CLAIMS.get(i), SPEAKERS.get(i)));
    }
    table.append("nowhere,0,4,\"Holt\",INDIRECT,FACT,,,\n");
    upload("claims.csv", table.toString());
    assertThat(owner.locator("#report").innerText())
        .contains("stored", "refused", "line 5: no article has this id");
    assertThat(owner.locator("#list tbody tr").count()).isEqualTo(1);
    Looks.at(owner, "claims");
  }

  private void upload(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    owner.setInputFiles("input[type=file]", new FilePayload(name, "text/csv", bytes));
    owner.click("#import\\:take");
    owner.waitForLoadState();
  }

  private void makeRound() {
    owner.navigate(product.address() + "rounds.xhtml?project=" + project);
    owner.click("#plan\\:phase");
    owner.click("#plan\\:phase_panel li:has-text('judge fixed claims')");
    owner.fill("#plan\\:overlap", "2");
    owner.click("#plan\\:make");
    owner.waitForSelector("#rounds .chip:has-text('judge fixed claims')");
  }

  /** One key a claim; back, undo, a note and the flag on the way. */
  private void byKeyboard(String name, boolean looks) {
    Page page = Optional.ofNullable(people.get(name)).orElseThrow();
    page.navigate(product.address() + "my-work.xhtml");
    page.locator("a.btn.primary.big[href*=judge]").click();
    page.waitForSelector("#workbench[data-ready=true]");
    assertThat(page.locator(".ctx mark").innerText()).isEqualTo(CLAIMS.get(0));
    assertThat(page.locator(".jw dl.facts").first().innerText()).contains("Holt", "Person");
    page.keyboard().press("a");
    expectPosition(page, 2);
    assertThat(page.locator(".ctx mark").innerText()).isEqualTo(CLAIMS.get(1));
    page.keyboard().press("n");
    expectPosition(page, 3);
    page.keyboard().press("ArrowLeft");
    expectPosition(page, 2);
    assertThat(page.locator(".jb [aria-pressed=true]").innerText()).contains("Neutral");
    page.keyboard().press("f");
    expectPosition(page, 3);
    page.keyboard().press("Control+z");
    expectPosition(page, 2);
    assertThat(page.locator(".jb [aria-pressed=true]").innerText()).contains("Neutral");
    page.keyboard().press("Control+Shift+z");
    page.waitForSelector(".jb [aria-pressed=true]:has-text('Favour')");
    page.keyboard().press("m");
    page.keyboard().type("Says d and a, f?");
    page.keyboard().press("Tab");
    page.locator("#main").focus();
    page.keyboard().press("d");
    page.waitForSelector("[data-k=discuss]:checked");
    if (looks) {
      Looks.at(page, "judge");
      page.keyboard().press("Control+Enter");
      page.waitForSelector("dialog[open] .check-list");
      page.keyboard().press("Escape");
    }
    page.keyboard().press("ArrowRight");
    expectPosition(page, 3);
    page.keyboard().press("o");
    page.waitForSelector(".jl-a[aria-current]");
    assertThat(page.locator(".jl h2").innerText()).isEqualTo("3 claims, 3 judged");
    page.waitForSelector(".pill[data-count='0']");
    page.reload();
    page.waitForSelector("#workbench[data-ready=true]");
    assertThat(page.locator(".jl h2").innerText()).isEqualTo("3 claims, 3 judged");
    page.keyboard().press("Control+Enter");
    page.waitForSelector("[data-notice=state]");
    assertThat(page.locator("[data-notice=state]").innerText()).contains("Submitted");
  }

  private static void expectPosition(Page page, int claim) {
    page.waitForSelector(".jw .label-caps:has-text('Claim %d of 3')".formatted(claim));
  }
}
