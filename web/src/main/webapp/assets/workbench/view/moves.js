import { nextWord, sorted, wordNear } from '../text/place.js';

/**
 * Moving the cursor of the text box. The cursor is a word: moving selects the next one, extending
 * moves the free end of the selection.
 */
export class Moves {
  #article;
  #box;
  /** Where consecutive moves by line aim, in pixels from the left. */
  #column = null;
  /** Whether the selection was last changed by character: then it is taken as it is. */
  exact = false;

  constructor(article, box) {
    this.#article = article;
    this.#box = box;
  }

  /** Forgets the column and the character mode, as after a click. */
  reset() {
    this.#column = null;
    this.exact = false;
  }

  get #selection() {
    return this.#box.selection ?? this.#box.last ?? { anchor: this.#article.paragraphs[0]?.begin ?? 0, focus: 0 };
  }

  /** @param {1 | -1} direction */
  word(direction) {
    this.reset();
    const range = sorted([this.#selection.anchor, this.#selection.focus]);
    const word = nextWord(this.#article, direction > 0 ? range[1] : range[0], direction);
    if (word) {
      this.#box.select(word[0], word[1]);
    }
  }

  /** @param {1 | -1} direction */
  extendWord(direction) {
    this.reset();
    const { anchor, focus } = this.#fixed(direction);
    const word = nextWord(this.#article, focus, direction);
    if (!word) {
      return;
    }
    if (direction > 0) {
      this.#box.select(anchor, focus < anchor && word[1] >= anchor ? anchor : focus < anchor ? this.#nextBegin(focus) : word[1]);
    } else if (focus > anchor) {
      const before = nextWord(this.#article, word[0], -1);
      this.#box.select(anchor, word[0] <= anchor ? anchor : Math.max(anchor, before?.[1] ?? anchor));
    } else {
      this.#box.select(anchor, word[0]);
    }
  }

  /** Turning round at one selected word keeps that word: its far end becomes the fixed one. */
  #fixed(direction) {
    const { anchor, focus } = this.#selection;
    const range = sorted([anchor, focus]);
    const word = wordNear(this.#article, range[0]);
    if (direction < 0 && word && word[0] === range[0] && word[1] === range[1]) {
      return { anchor: range[1], focus: range[0] };
    }
    return { anchor, focus };
  }

  #nextBegin(focus) {
    const word = nextWord(this.#article, focus, 1);
    return (word && nextWord(this.#article, word[1], 1)?.[0]) ?? focus;
  }

  /** By what a reader sees as one character; the browser knows which. @param {1 | -1} direction */
  extendCharacter(direction) {
    const { anchor, focus } = this.#selection;
    this.#box.select(anchor, focus, { reveal: false });
    document.getSelection().modify('extend', direction > 0 ? 'forward' : 'backward', 'character');
    this.#column = null;
    this.exact = true;
  }

  /** @param {1 | -1} direction */
  line(direction, { extend = false } = {}) {
    const { anchor, focus } = this.#selection;
    const range = sorted([anchor, focus]);
    const edge = extend ? focus : direction > 0 ? range[1] : range[0];
    const rect = this.#caretRect(edge, edge === range[1] && range[0] !== range[1]);
    const word = this.#box.rangeOf(range).getClientRects();
    const column = this.#column ?? (word.length === 1 ? (word[0].left + word[0].right) / 2 : rect.left);
    const point = this.#pointOnNextLine(rect, column, direction);
    this.exact = false;
    if (point === null) {
      this.paragraph(direction, { extend });
      return;
    }
    const target = wordNear(this.#article, point);
    if (target && extend) {
      this.#box.select(anchor, target[1] > anchor ? target[1] : target[0]);
    } else if (target) {
      this.#box.select(target[0], target[1]);
    }
    this.#column = column;
  }

  /** The place of the character after a point; before it, at an end. */
  #caretRect(point, isEnd) {
    const paragraph = this.#article.paragraphAt(point);
    const from = Math.max(paragraph.begin, Math.min(isEnd ? point - 1 : point, paragraph.end - 1));
    return this.#box.rangeOf([from, from + 1]).getBoundingClientRect();
  }

  #pointOnNextLine(rect, column, direction) {
    const step = 12;
    const middle = (rect.top + rect.bottom) / 2;
    for (let distance = rect.height; distance < 160; distance += step) {
      const y = middle + direction * distance;
      if (y < 0 || y > innerHeight) {
        this.#box.scroller.scrollBy({ top: direction * 160, behavior: 'instant' });
        return this.#pointOnNextLine(
          { top: rect.top - direction * 160, bottom: rect.bottom - direction * 160, height: rect.height }, column, direction);
      }
      const point = this.#box.pointFrom(column, y);
      if (point !== null) {
        const found = this.#caretRect(point, false);
        if (found.height > 0 && Math.abs((found.top + found.bottom) / 2 - middle) > rect.height / 2) {
          return point;
        }
      }
    }
    return null;
  }

  /** To the first word of the next or previous paragraph. @param {1 | -1} direction */
  paragraph(direction, { extend = false } = {}) {
    this.reset();
    const { anchor, focus } = this.#selection;
    const here = this.#article.paragraphAt(focus > anchor ? focus - 1 : focus);
    const atStart = sorted([anchor, focus])[0] <= (here.words[0]?.[0] ?? here.begin);
    const step = direction > 0 ? 1 : atStart || extend ? -1 : 0;
    const paragraph = this.#article.paragraphs[here.index + step];
    if (!paragraph) {
      return;
    }
    if (extend) {
      const end = direction > 0 && focus < here.end ? here.end : paragraph.end;
      this.#box.select(anchor, direction > 0 ? end : paragraph.begin);
    } else {
      const word = paragraph.words[0] ?? [paragraph.begin, paragraph.end];
      this.#box.select(word[0], word[1]);
    }
  }
}
