/**
 * The words of the surface, from the page's bundle. `{0}` stands for the first argument; a message
 * that counts has the forms `key.one` and `key.other`, chosen by the count, its first argument.
 */
export class Messages {
  #texts;
  #plural;

  /**
   * @param {Object<string, string>} texts
   * @param {string} language
   */
  constructor(texts, language) {
    this.#texts = texts;
    this.#plural = new Intl.PluralRules(language);
  }

  /** @param {string} key */
  say(key, ...values) {
    const text = this.#texts[key] ?? this.#missing(key);
    return text.replace(/\{(\d)\}/g, (_, index) => values[index] ?? '');
  }

  /** @param {string} key @param {number} number */
  count(key, number, ...values) {
    const form = `${key}.${this.#plural.select(number)}`;
    return this.say(form in this.#texts ? form : `${key}.other`, number, ...values);
  }

  has(key) {
    return key in this.#texts;
  }

  #missing(key) {
    console.error(`message ${key} is missing`);
    return key;
  }
}
