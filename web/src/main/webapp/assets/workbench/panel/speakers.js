import { h } from '../dom.js';

const HONORIFICS = /^(?:mr|mrs|ms|dr|prof|president|prime minister|minister|sen|gov|gen|sir|the|its)\.?\s+/iu;

/**
 * The mentions of a layer in groups: one group for each name in the feature that refers to a
 * speaker, else for each wording. Groups stand in the order of their first mention.
 *
 * @param {import('../workbench.js').Workbench} wb
 * @param {import('../set/codebook.js').Layer} layer
 * @param {import('../set/state.js').Span[]} spans in text order
 */
export function speakerGroups(wb, layer, spans) {
  const feature = layer.features.find(({ type }) => type === 'SPEAKER');
  const groups = new Map();
  for (const span of spans) {
    const name = nameOf(wb, span, feature);
    const key = foldName(name);
    const group = groups.get(key) ?? { name, members: [] };
    group.members.push(span);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    head: headOf(wb, feature, group, [...groups.values()]),
    members: group.members,
  }));
}

function nameOf(wb, span, feature) {
  return (feature && span.features[feature.id]) || wb.quote(span);
}

/** A name without case, accents, honorifics and white space: wordings that agree here are variants. */
export function foldName(name) {
  let folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
  while (HONORIFICS.test(folded)) {
    folded = folded.replace(HONORIFICS, '');
  }
  return folded.replace(/['’]s$/u, '');
}

function headOf(wb, feature, { name, members }, groups) {
  const links = members.reduce((sum, { id }) => sum + wb.relationsOf(id).length, 0);
  const others = groups.filter((group) => group.name !== name);
  return h('li', { class: 'group-h' },
    h('span', { class: 'group-n serif' }, name),
    h('span', { class: 'muted xs' }, `${wb.words.count('speakers.mentions', members.length)} · ${wb.words.count('card.linkedFrom', links)}`),
    feature && others.length > 0 && !wb.readOnly && h('select', {
      'aria-label': wb.words.say('speakers.sameNamed', name), class: 'same',
      onchange: (event) => wb.nameSpeakers([...members, ...others[event.target.selectedIndex - 1].members], feature.id,
        others[event.target.selectedIndex - 1].name),
    }, h('option', { value: '' }, wb.words.say('speakers.same')),
    others.map((group) => h('option', {}, group.name))));
}
