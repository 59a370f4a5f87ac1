/**
 * An element with attributes and children. `on…` members are listeners, `true` makes an attribute
 * without value, `null`, `undefined` and `false` leave it out. Strings become Text nodes: nothing
 * is ever parsed as markup.
 *
 * @param {string} name
 * @param {Object<string, any>} [attributes]
 * @param {...(Node | string | null | undefined | false | any[])} children
 * @returns {HTMLElement}
 */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'checked' || key === 'value' || key === 'selected' || key === 'indeterminate') {
      element[key] = value;
    } else {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An element of a drawing. */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, String(value));
  }
  element.append(...children);
  return element;
}

const ICONS = {
  back: ['M9.5 3.5L5 8l4.5 4.5'],
  check: ['M3 8.5l3.2 3L13 4.5'],
  undo: ['M5.5 3L2.5 6l3 3', 'M2.8 6h6a4 4 0 0 1 0 8H6'],
  redo: ['M10.5 3l3 3-3 3', 'M13.2 6h-6a4 4 0 0 0 0 8H10'],
  theme: ['M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11', 'M8 2.5v11', 'M8 4.5l3.6 0M8 8h5M8 11.5l3.6 0'],
  warning: ['M8 2.5l6 10.8H2z', 'M8 6.6v3M8 11.4v.1'],
  note: ['M3 2.5h10v8l-3.5 3H3z', 'M5.5 6h5M5.5 8.8h3'],
  info: ['M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2', 'M8 7.2v4M8 4.7v.2'],
  close: ['M4 4l8 8M12 4l-8 8'],
  cloud: ['M4.5 12.5a3 3 0 0 1 .2-6 3.8 3.8 0 0 1 7.2 1.2 2.5 2.5 0 0 1-.4 4.8z'],
};

/** A small drawing beside words that say the same. */
export function icon(name) {
  return svg('svg', { class: 'i', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    ...ICONS[name].map((d) => svg('path', { d })));
}

/**
 * Puts new children into an element and keeps the focus and the caret of a control
 * that is there again: controls are known by `data-k`. Where it is gone, the first control has the focus.
 *
 * @param {HTMLElement} element
 * @param {...(Node | string)} children
 */
export function refill(element, ...children) {
  const active = element.contains(document.activeElement) ? document.activeElement : null;
  const key = active?.dataset.k;
  const caret = active && 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : null;
  element.replaceChildren(...children.flat(3).filter(Boolean));
  if (key === undefined) {
    return;
  }
  const again = element.querySelector(`[data-k="${CSS.escape(key)}"]`)
    ?? element.querySelector('button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled)');
  again?.focus({ preventScroll: true });
  if (again && caret?.[0] != null && again.setSelectionRange && /^(text|search|textarea)$/.test(again.type)) {
    again.setSelectionRange(caret[0], caret[1]);
  }
}

/** Runs work once the frame that is being made has been painted. */
export function afterPaint(work) {
  requestAnimationFrame(() => setTimeout(work));
}
