import { h } from '../dom.js';

const HONORIFICS = /^(?:mr|mrs|ms|dr|prof|president|prime minister|minister|sen|gov|gen|sir|the|its)\.?\s+/iu;

/**
 * @typedef {{key: string, name: string, members: import('../set/state.js').Span[], feature: string | null,
 *   signature: string, others: () => Group[]}} Group
 */

/**
 * The mentions of a layer in groups: one group for each name in the feature that refers to a
 * speaker, else for each wording. Groups stand in the order of their first mention.
 *
 * @param {import('../workbench.js').Workbench} wb
 * @param {import('../set/codebook.js').Layer} layer
 * @param {import('../set/state.js').Span[]} spans in text order
 * @returns {Group[]}
 */
export function speakerGroups(wb, layer, spans) {
  const feature = layer.features.find(({ type }) => type === 'SPEAKER');
  const groups = new Map();
  for (const span of spans) {
    const name = nameOf(wb, span, feature);
    const key = foldName(name);
    const group = groups.get(key) ?? { key, name, members: [], feature: feature?.id ?? null };
    group.members.push(span);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  for (const group of all) {
    const links = group.members.reduce((sum, { id }) => sum + wb.relationsOf(id).length, 0);
    group.links = links;
    group.others = () => all.filter((other) => other !== group);
    group.signature = JSON.stringify([group.name, group.members.map(({ id }) => id), links, all.length > 1, wb.readOnly]);
  }
  return all;
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

/** The heading of a group, with the choice of whom the mentions name as well. @param {Group} group */
export function groupHead(wb, group) {
  const { name, members, links, feature } = group;
  const choices = () => wb.speakerGroupsNow().find(({ key }) => key === group.key)?.others() ?? [];
  const fill = (select) => {
    const names = choices().map((other) => other.name);
    if (names.length !== select.options.length - 1) {
      select.replaceChildren(select.options[0], ...names.map((other) => h('option', {}, other)));
    }
  };
  return h('li', { class: 'group-h' },
    h('span', { class: 'group-n serif' }, name),
    h('span', { class: 'muted xs' }, `${wb.words.count('speakers.mentions', members.length)} · ${wb.words.count('card.linkedFrom', links)}`),
    feature && group.others().length > 0 && !wb.readOnly && h('select', {
      'aria-label': wb.words.say('speakers.sameNamed', name), class: 'same',
      onfocus: (event) => fill(event.target),
      onpointerdown: (event) => fill(event.target),
      onchange: (event) => {
        const other = choices()[event.target.selectedIndex - 1];
        if (other) {
          wb.nameSpeakers([...members, ...other.members], feature, other.name);
        }
      },
    }, h('option', { value: '' }, wb.words.say('speakers.same'))));
}
