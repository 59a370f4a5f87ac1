/**
 * Conversion between UTF-16 units, which browsers count, and code points, which spans count.
 *
 * Only the places of characters outside the Basic Multilingual Plane are kept: both directions are
 * a binary search among them.
 */
export class Offsets {
  /** @type {number[]} code point offsets of the characters that take two units, ascending */
  #wide = [];
  #units;

  /** @param {string} text */
  constructor(text) {
    this.#units = text.length;
    for (let unit = 0, point = 0; unit < text.length; unit++, point++) {
      if (text.codePointAt(unit) > 0xffff) {
        this.#wide.push(point);
        unit++;
      }
    }
  }

  /** Number of code points. */
  get length() {
    return this.#units - this.#wide.length;
  }

  /**
   * The UTF-16 offset of a code point offset.
   *
   * @param {number} point
   * @returns {number}
   */
  toUtf16(point) {
    this.#check(point, this.length, 'code point');
    return point + this.#countBelow(point, 0);
  }

  /**
   * The code point offset of a UTF-16 offset; inside a surrogate pair, the start of the pair.
   *
   * @param {number} unit
   * @returns {number}
   */
  fromUtf16(unit) {
    this.#check(unit, this.#units, 'UTF-16');
    return unit - this.#countBelow(unit, 1);
  }

  /** How many wide characters begin before an offset; `step` units are added per earlier one. */
  #countBelow(offset, step) {
    let low = 0;
    let high = this.#wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#wide[middle] + step * middle < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #check(offset, length, unit) {
    if (!Number.isInteger(offset) || offset < 0 || offset > length) {
      throw new RangeError(`${unit} offset ${offset} lies outside a text of ${length}`);
    }
  }
}

/**
 * Number of bytes of a string in UTF-8.
 *
 * @param {string} text
 * @returns {number}
 */
export function utf8Length(text) {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0);
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
