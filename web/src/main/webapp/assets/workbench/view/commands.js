/**
 * @typedef {{id: string, keys: string[], group: 'move' | 'label' | 'span' | 'stance' | 'page',
 *   title?: string, fixed?: boolean, writes?: boolean}} Command
 *   `title` is a word of the codebook, else the command's message names it; `fixed` keys cannot be
 *   changed; what `writes` does nothing on a page that is read only
 */

/** @type {Command[]} */
const FIXED = [
  { id: 'word-next', keys: ['ArrowRight'], group: 'move' },
  { id: 'word-previous', keys: ['ArrowLeft'], group: 'move' },
  { id: 'extend-next', keys: ['Shift+ArrowRight'], group: 'move' },
  { id: 'extend-previous', keys: ['Shift+ArrowLeft'], group: 'move' },
  { id: 'character-next', keys: ['Alt+Shift+ArrowRight'], group: 'move' },
  { id: 'character-previous', keys: ['Alt+Shift+ArrowLeft'], group: 'move' },
  { id: 'line-next', keys: ['ArrowDown'], group: 'move' },
  { id: 'line-previous', keys: ['ArrowUp'], group: 'move' },
  { id: 'extend-line-next', keys: ['Shift+ArrowDown'], group: 'move' },
  { id: 'extend-line-previous', keys: ['Shift+ArrowUp'], group: 'move' },
  { id: 'paragraph-next', keys: ['Ctrl+ArrowDown'], group: 'move' },
  { id: 'paragraph-previous', keys: ['Ctrl+ArrowUp'], group: 'move' },
  { id: 'extend-paragraph-next', keys: ['Ctrl+Shift+ArrowDown'], group: 'move' },
  { id: 'extend-paragraph-previous', keys: ['Ctrl+Shift+ArrowUp'], group: 'move' },
  { id: 'form', keys: ['Enter'], group: 'span' },
  { id: 'remove', keys: ['Delete', 'Backspace'], group: 'span', writes: true },
  { id: 'leave', keys: ['Escape'], group: 'page' },
  { id: 'undo', keys: ['Ctrl+z'], group: 'page', writes: true },
  { id: 'redo', keys: ['Ctrl+Shift+z', 'Ctrl+y'], group: 'page', writes: true },
  { id: 'submit', keys: ['Ctrl+Enter'], group: 'page', writes: true },
].map((command) => ({ ...command, fixed: true }));

/** @type {Command[]} */
const CHANGEABLE = [
  { id: 'grow', keys: ['.'], group: 'move' },
  { id: 'shrink', keys: [','], group: 'move' },
  { id: 'find', keys: ['/'], group: 'move' },
  { id: 'span-previous', keys: ['['], group: 'span' },
  { id: 'span-next', keys: [']'], group: 'span' },
  { id: 'span-here', keys: ['\\'], group: 'span' },
  { id: 'link', keys: ['l'], group: 'span', writes: true },
  { id: 'move-here', keys: ['m'], group: 'span', writes: true },
  { id: 'fragment-add', keys: ['+', '='], group: 'span', writes: true },
  { id: 'fragment-drop', keys: ['-'], group: 'span', writes: true },
  { id: 'guide', keys: ['g'], group: 'page' },
  { id: 'keys', keys: ['?'], group: 'page' },
];

const NEXT_TARGET = { id: 'target-next', keys: ['w'], group: 'stance' };
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The commands of the surface with their keys. Layers and stances take the key that the codebook
 * names, else the first free letter of their title; layers have a digit as well.
 *
 * @param {import('../set/codebook.js').Codebook} codebook
 * @param {Object<string, string>} chosen the person's own keys by command
 * @returns {Command[]}
 */
export function commandsOf(codebook, chosen = {}) {
  const taken = new Set(CHANGEABLE.flatMap(({ keys }) => keys));
  const free = (wanted, title) => {
    const key = [wanted, ...title.toLowerCase(), ...LETTERS]
      .find((candidate) => candidate && /^\S$/.test(candidate) && !taken.has(candidate));
    taken.add(key);
    return key;
  };
  const layers = codebook.layers.map((layer, index) => ({
    id: `label:${layer.id}`,
    keys: [free(layer.key?.toLowerCase(), layer.title), ...(index < 9 ? [String(index + 1)] : [])],
    group: 'label', title: layer.title, writes: true,
  }));
  const stances = codebook.judging && codebook.targets.length > 0
    ? codebook.judging.labels.map((label) => ({
      id: `stance:${label.id}`,
      keys: [free(label.key?.toLowerCase(), label.title)],
      group: 'stance', title: label.title, writes: true,
    }))
    : [];
  const target = stances.length > 0 && codebook.targets.length > 1
    ? [{ ...NEXT_TARGET, keys: [free('w', 'next target')] }]
    : [];
  return [...FIXED, ...[...CHANGEABLE, ...layers, ...stances, ...target].map((command) =>
    chosen[command.id] ? { ...command, keys: [chosen[command.id]] } : command)];
}

/**
 * The command that a key stands for.
 *
 * @param {Command[]} commands
 * @param {string} name as `keyName` gives it
 * @param {boolean} charactersOn whether keys that are one character do anything
 * @returns {Command | undefined}
 */
export function commandFor(commands, name, charactersOn) {
  if (!charactersOn && name.length === 1) {
    return undefined;
  }
  return commands.find(({ keys }) => keys.includes(name));
}

/**
 * The name of a pressed key: modifiers, then the key. Where the layout writes another script, the
 * place of the key on a Latin keyboard counts.
 *
 * @param {{key: string, code: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean, shiftKey: boolean}} event
 * @returns {string}
 */
export function keyName({ key, code, ctrlKey, metaKey, altKey, shiftKey }) {
  const ctrl = ctrlKey || metaKey;
  const isCharacter = [...key].length === 1;
  let name = isCharacter && key.charCodeAt(0) > 0x7f ? latin(code, key) : key;
  if (isCharacter && /^[A-Z]$/.test(name)) {
    name = name.toLowerCase();
  }
  const shift = shiftKey && (!isCharacter || ctrl || altKey || /^[a-z]$/.test(name));
  return `${ctrl ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

const PLACES = { BracketLeft: '[', BracketRight: ']', Backslash: '\\', Period: '.', Comma: ',', Slash: '/' };

function latin(code, key) {
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : PLACES[code] ?? key;
}
