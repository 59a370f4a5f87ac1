/**
 * The reader's choice of light, dark or the system's wish, kept in this browser.
 *
 * A small classic script that blocks in the head, so that the first paint has the right colours.
 */
(() => {
  const KEY = "testimony.theme";
  const root = document.documentElement;

  /** The kept choice; "auto" where nothing is kept or the browser forbids storage. */
  function kept() {
    let value = null;
    try {
      value = localStorage.getItem(KEY);
    } catch (refused) {
      root.dataset.storage = refused.name;
    }
    return value === "light" || value === "dark" ? value : "auto";
  }

  function keep(choice) {
    try {
      localStorage.setItem(KEY, choice);
    } catch (refused) {
      root.dataset.storage = refused.name;
    }
  }

  function apply(choice) {
    if (choice === "auto") {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = choice;
    }
    for (const input of document.querySelectorAll('input[name="theme"]')) {
      input.checked = input.value === choice;
    }
  }

  apply(kept());

  document.addEventListener("DOMContentLoaded", () => {
    for (const switcher of document.querySelectorAll("[data-theme-switch]")) {
      switcher.hidden = false;
    }
    apply(kept());
  });
  document.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.name === "theme") {
      apply(event.target.value);
      keep(event.target.value);
    }
  });
  addEventListener("storage", (event) => {
    if (event.key === KEY) {
      apply(kept());
    }
  });
})();
