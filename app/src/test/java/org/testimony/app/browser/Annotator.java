package org.testimony.app.browser;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** Somebody at the workbench: what a hand does there, by keyboard or by mouse. */
final class Annotator {

  /** Where words of a paragraph lie on the screen: from its first to its last character. */
  private static final String PLACE_OF_WORDS =
      """
      ([paragraph, first, last]) => {
        const box = document.querySelector('[role=textbox][aria-readonly=true]');
        const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        const words = [];
        const blocks = new Map();
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const block = node.parentElement.closest('p, [data-p]');
          if (!block) continue;
          if (!blocks.has(block)) blocks.set(block, []);
          for (const match of node.data.matchAll(/\\S+/gu)) {
            blocks.get(block).push([node, match.index, match.index + match[0].length]);
          }
        }
        const list = [...blocks.values()].filter((of) => of.length > last)[paragraph];
        list[first][0].parentElement.scrollIntoView({ block: 'center' });
        const rect = ([node, begin, end]) => {
          const range = document.createRange();
          range.setStart(node, begin);
          range.setEnd(node, end);
          return range.getBoundingClientRect();
        };
        const from = rect(list[first]);
        const to = rect(list[last]);
        return [from.left + 2, from.top + from.height / 2, to.right - 2, to.top + to.height / 2];
      }
      """;

  private final Page page;

  Annotator(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  private Keyboard keys() {
    return page.keyboard();
  }

  private Locator text() {
    return page.locator("[role=textbox][aria-readonly=true]");
  }

  /** Goes to the text; its cursor is where it was once the page has painted. */
  private void toText() {
    text().focus();
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  private Locator card() {
    return page.locator(".cc.on");
  }

  /** Waits until the article is there. */
  void ready() {
    page.waitForSelector("#workbench[data-ready=true]");
  }

  /** Selects the first words of a paragraph that comes so many paragraphs later, by keyboard. */
  void selectByKeyboard(int paragraphs, int words) {
    toText();
    for (int i = 0; i < paragraphs; i++) {
      keys().press("Control+ArrowDown");
    }
    for (int i = 0; i < words; i++) {
      keys().press("Shift+ArrowRight");
    }
  }

  /** Draws the mouse over words of a paragraph. */
  void selectByMouse(int paragraph, int first, int last) {
    @SuppressWarnings("unchecked")
    List<Number> place =
        (List<Number>) page.evaluate(PLACE_OF_WORDS, List.of(paragraph, first, last));
    page.mouse().move(place.get(0).doubleValue(), place.get(1).doubleValue());
    page.mouse().down();
    page.mouse().move(place.get(2).doubleValue(), place.get(3).doubleValue());
    page.mouse().up();
    page.waitForSelector(".palette:not([hidden])");
  }

  /** Labels what is selected with a key. */
  void labelByKey(String key) {
    keys().press(key);
    card().waitFor();
  }

  /** Labels what is selected with a button of the small tool bar. */
  void labelByMouse(String layer) {
    page.locator(".palette button", new Page.LocatorOptions().setHasText(layer)).click();
    card().waitFor();
  }

  /** Chooses a value from a menu of the selected card. */
  void choose(String feature, String value) {
    page.locator("#wb-feature-" + feature).selectOption(value);
  }

  /** Ticks one of a few values of the selected card. */
  void tick(String label) {
    Locator radio =
        card()
            .getByRole(
                AriaRole.RADIO, new Locator.GetByRoleOptions().setName(label).setExact(true));
    radio.check(new Locator.CheckOptions().setForce(true));
  }

  /** Links the selected claim to the first speaker of the list, by keyboard. */
  void linkByKeyboard() {
    toText();
    keys().press("l");
    page.waitForSelector("[role=listbox]");
    keys().press("1");
    keys().press("Enter");
    card().locator(".sp").first().waitFor();
  }

  /** Links the selected claim to the first speaker of the list, by mouse. */
  void linkByMouse() {
    card().locator("[data-k=link]").click();
    page.locator("[role=listbox] [role=option]").first().click();
    card().locator(".sp").first().waitFor();
  }

  /** Gives the selected claim a stance by its key. */
  void stanceByKey(String key) {
    toText();
    keys().press(key);
    card()
        .locator(".stance input:checked")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
  }

  /** Says what stance the article as a whole takes. */
  void stanceOfArticle(String label) {
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Article")).click();
    page.locator(".article-form .stance label", new Page.LocatorOptions().setHasText(label))
        .first()
        .click();
  }

  void undo() {
    toText();
    keys().press("Control+z");
  }

  void redo() {
    toText();
    keys().press("Control+y");
  }

  /** Waits until so many spans are labelled, by the counts on the tabs of the panel. */
  void expectLabels(int count) {
    page.waitForFunction(
        """
        (count) => [...document.querySelectorAll('#workbench [role=tab]')]
          .map((tab) => Number(/\\d+/.exec(tab.textContent)?.[0] ?? 0))
          .reduce((sum, each) => sum + each, 0) === count
        """,
        count);
  }

  /** Waits until everything is on the server's disk. */
  void saved() {
    page.locator(".pill[data-count='0']").waitFor();
  }

  /** Presses the key that submits. */
  void submit() {
    toText();
    keys().press("Control+Enter");
  }

  /** Waits until the server has answered that the set is closed. */
  void submitted() {
    page.locator(".read-only [data-notice=state]").waitFor();
  }
}
