import { h } from '../dom.js';

/**
 * @typedef {import('../set/codebook.js').Feature} Feature
 * @typedef {{key: string, name?: string, value: any, disabled: boolean, missing?: boolean,
 *   set: (value: any) => void, words: import('../messages.js').Messages,
 *   others?: {id: string, title: string}[], known?: string[]}} Field
 */

const MOST_BUTTONS = 5;
const STANCES = { FAVOR: ['favor', '▲'], AGAINST: ['against', '▼'], NEUTRAL: ['neutral', '■'], NOT_ABOUT: ['notabout', '○'], CANT_TELL: ['canttell', '?'] };

/**
 * The control for one feature, with its name beside it, by the feature's type.
 *
 * @param {Feature} feature
 * @param {Field} field
 * @returns {HTMLElement}
 */
export function fieldOf(feature, field) {
  switch (feature.type) {
    case 'FLAG':
      return flag(feature.title, field, feature.definition);
    case 'CHOICE':
    case 'ORDINAL':
      return feature.labels.length <= MOST_BUTTONS
        ? row(feature, field, buttons(feature.title, feature.labels, field))
        : row(feature, field, menu(feature.labels, field), field.key);
    case 'CHOICES':
      return checks(feature, field);
    case 'ANNOTATION':
      return row(feature, field, menu(field.others ?? [], field), field.key);
    default:
      return row(feature, field, text(field), field.key);
  }
}

function row(feature, field, control, labelled) {
  const name = field.name ?? feature.title;
  return h('div', { class: `cc-f${field.missing ? ' lacks' : ''}` },
    labelled ? h('label', { class: 'k', for: idOf(labelled) }, name) : h('span', { class: 'k' }, name),
    control);
}

/** One of a few: buttons in a row. A label's own key picks it while the row has the focus. */
export function buttons(name, labels, field, { stance = false } = {}) {
  const group = h('div', {
    class: `choice${stance ? ' stance' : ''}`, role: 'radiogroup', 'aria-label': name,
    'aria-required': field.missing === undefined ? null : 'true',
    onkeydown: (event) => {
      const label = event.ctrlKey || event.metaKey || event.altKey ? undefined
        : labels.find(({ key }) => key && key.toLowerCase() === event.key.toLowerCase());
      if (label && !field.disabled) {
        event.preventDefault();
        field.set(label.id);
      }
    },
  }, labels.map((label) => {
    const [kind, glyph] = stance ? stanceLook(label) : ['', ''];
    return h('label', { class: kind, title: label.definition },
      h('input', {
        type: 'radio', name: idOf(field.key), value: label.id, checked: field.value === label.id,
        disabled: field.disabled, 'data-k': `${field.key}:${label.id}`,
        onchange: () => field.set(label.id),
      }),
      h('span', {}, stance && h('span', { class: `g ${kind}`, 'aria-hidden': 'true' }, glyph), label.title));
  }));
  const clears = field.value !== undefined && !field.disabled && field.missing === undefined;
  return h('div', { class: 'with-clear' }, group, clears && h('button', {
    type: 'button', class: 'btn quiet small clear', 'data-k': `${field.key}:clear`,
    'aria-label': field.words.say('field.clearNamed', name), onclick: () => field.set(undefined),
  }, field.words.say('field.clear')));
}

/** The class and glyph of a stance, and its word. */
export function stanceMark(label) {
  const [kind, glyph] = stanceLook(label);
  return h('span', { class: `st ${kind}` },
    h('span', { class: 'g', 'aria-hidden': 'true' }, glyph), label.title);
}

/** The class and glyph of a stance. @param {import('../set/codebook.js').Label} label */
export function stanceLook(label) {
  const [kind, glyph] = STANCES[label.id] ?? ['', ''];
  return [kind, label.glyph ?? glyph];
}

function menu(labels, field) {
  return h('select', {
    id: idOf(field.key), 'data-k': field.key, disabled: field.disabled,
    'aria-required': field.missing === undefined ? null : 'true',
    onchange: (event) => field.set(event.target.value || undefined),
  },
  h('option', { value: '', selected: field.value === undefined }, field.words.say('field.unset')),
  labels.map((label) => h('option', { value: label.id, selected: field.value === label.id }, label.title)));
}

function text(field) {
  const list = field.known?.length ? `${idOf(field.key)}-list` : null;
  const input = h('input', {
    type: 'text', id: idOf(field.key), 'data-k': field.key, value: field.value ?? '',
    disabled: field.disabled, list, autocomplete: 'off', maxlength: 2000,
  });
  settles(input, field.set);
  return list ? h('span', {}, input, h('datalist', { id: list }, field.known.map((value) => h('option', { value })))) : input;
}

/** A box for longer text. */
export function textArea(label, field) {
  const area = h('textarea', { 'aria-label': label, 'data-k': field.key, disabled: field.disabled, maxlength: 10000, rows: 2 });
  area.value = field.value ?? '';
  settles(area, field.set);
  return area;
}

/** Writes what was typed when it rests or is left, so that nothing typed is lost with the page. */
function settles(control, set) {
  let timer = null;
  const write = () => {
    clearTimeout(timer);
    set(control.value.trim() === '' ? undefined : control.value.trim());
  };
  control.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(write, 900);
  });
  control.addEventListener('change', write);
  addEventListener('pagehide', () => timer !== null && control.isConnected && write(), { once: true });
}

/** A check box with its name. */
export function flag(name, field, definition) {
  return h('label', { class: 'check', title: definition },
    h('input', {
      type: 'checkbox', checked: field.value === true, disabled: field.disabled, 'data-k': field.key,
      onchange: (event) => field.set(event.target.checked ? true : undefined),
    }), name);
}

function checks(feature, field) {
  const chosen = field.value ?? [];
  return h('fieldset', { class: 'checks' }, h('legend', {}, field.name ?? feature.title),
    feature.labels.map((label) => flag(label.title, {
      ...field,
      key: `${field.key}:${label.id}`,
      value: chosen.includes(label.id) || undefined,
      set: (on) => field.set(on ? [...chosen, label.id] : chosen.filter((id) => id !== label.id)),
    }, label.definition)));
}

function idOf(key) {
  return `wb-${key.replace(/[^\w-]+/g, '-')}`;
}
