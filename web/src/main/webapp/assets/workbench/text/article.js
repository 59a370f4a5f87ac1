import { Offsets } from './offsets.js';
import { wordsOf } from './words.js';
import { pairsOf } from './pairs.js';
import { sentencesOf, clausesOf } from './sentences.js';

/** @typedef {[number, number]} Range half-open, in code points of the article */

/**
 * One paragraph: a line of the text that holds more than white space. Its units are ranges in code
 * points of the article, found when first asked for.
 */
export class Paragraph {
  #offsets;
  #found = new Map();

  /**
   * @param {number} index
   * @param {number} begin
   * @param {string} text
   */
  constructor(index, begin, text) {
    this.index = index;
    this.begin = begin;
    this.text = text;
    this.#offsets = new Offsets(text);
    this.end = begin + this.#offsets.length;
  }

  /** UTF-16 offset inside this paragraph of a code point offset of the article. */
  unitAt(point) {
    return this.#offsets.toUtf16(point - this.begin);
  }

  /** Code point offset of the article of a UTF-16 offset inside this paragraph. */
  pointAt(unit) {
    return this.begin + this.#offsets.fromUtf16(unit);
  }

  /** The character that begins at a code point offset of the article; empty past the end. */
  charAt(point) {
    if (point < this.begin || point >= this.end) {
      return '';
    }
    return String.fromCodePoint(this.text.codePointAt(this.unitAt(point)));
  }

  slice(begin, end) {
    return this.text.slice(this.unitAt(begin), this.unitAt(end));
  }

  /** @returns {Range[]} */
  get words() {
    return this.#units('words', wordsOf);
  }

  /** Quotations and brackets, marks included. @returns {{range: Range, quotation: boolean}[]} */
  get pairs() {
    return this.#memo('pairs', () =>
      pairsOf(this.text).map((pair) => ({ ...pair, range: this.#toPoints(pair.range) })));
  }

  /** @returns {Range[]} */
  get sentences() {
    return this.#units('sentences', sentencesOf);
  }

  /** @returns {Range[]} */
  get clauses() {
    return this.#units('clauses', clausesOf);
  }

  #units(name, find) {
    return this.#memo(name, () => find(this.text).map((range) => this.#toPoints(range)));
  }

  #toPoints([begin, end]) {
    return [this.pointAt(begin), this.pointAt(end)];
  }

  #memo(name, make) {
    if (!this.#found.has(name)) {
      this.#found.set(name, make());
    }
    return this.#found.get(name);
  }
}

/** The exact text of one article and its paragraphs. All offsets are code points. */
export class Article {
  #offsets;

  /**
   * @param {string} characters
   * @param {Range[]} paragraphs
   */
  constructor(characters, paragraphs) {
    this.characters = characters;
    this.#offsets = new Offsets(characters);
    this.paragraphs = paragraphs.map(
      ([begin, end], index) => new Paragraph(index, begin, this.slice(begin, end)));
  }

  get length() {
    return this.#offsets.length;
  }

  slice(begin, end) {
    return this.characters.slice(this.#offsets.toUtf16(begin), this.#offsets.toUtf16(end));
  }

  /** The text of each fragment. @param {Range[]} span */
  quote(span) {
    return span.map(([begin, end]) => this.slice(begin, end));
  }

  /** The last paragraph that begins at or before an offset; the first where none does. */
  paragraphAt(offset) {
    let low = 0;
    let high = this.paragraphs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.paragraphs[middle].begin <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return this.paragraphs[low];
  }

  /** The paragraphs that share a character with a range. @returns {Paragraph[]} */
  paragraphsIn([begin, end]) {
    const found = [];
    for (let i = this.paragraphAt(begin)?.index ?? 0; i < this.paragraphs.length; i++) {
      const paragraph = this.paragraphs[i];
      if (paragraph.begin >= end) {
        break;
      }
      if (paragraph.end > begin) {
        found.push(paragraph);
      }
    }
    return found;
  }

  /** UTF-16 offset in the whole text, for searching it as a string. */
  unitAt(point) {
    return this.#offsets.toUtf16(point);
  }

  pointAt(unit) {
    return this.#offsets.fromUtf16(unit);
  }
}
