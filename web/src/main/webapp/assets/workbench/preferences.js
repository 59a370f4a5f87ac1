const KEYS = 'testimony.keys';
const SWITCH = 'testimony.keys.off';
const THEME = 'testimony.theme';

/** What a person has chosen for this browser: keys, and light or dark. */
export class Preferences {
  /** The person's own keys by command. @type {Object<string, string>} */
  chosen = read(KEYS, {});
  #off = read(SWITCH, false);

  /** Whether keys that are one character do anything. */
  get charactersOn() {
    return !this.#off;
  }

  set charactersOn(on) {
    this.#off = !on;
    write(SWITCH, this.#off);
  }

  choose(command, key) {
    this.chosen = { ...this.chosen, [command]: key };
    write(KEYS, this.chosen);
  }

  forget() {
    this.chosen = {};
    write(KEYS, {});
  }

  switchTheme() {
    const root = document.documentElement;
    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = isDark ? 'light' : 'dark';
    try {
      localStorage.setItem(THEME, root.dataset.theme);
    } catch (problem) {
      console.warn('The theme is not remembered', problem);
    }
  }
}

function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch (problem) {
    console.warn(`${key} is not remembered`, problem);
  }
}
