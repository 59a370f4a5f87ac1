import { h } from '../dom.js';

/**
 * The guideline as the codebook words it: layers with their features and labels, links, stance, the
 * questions about the article, rules.
 *
 * @param {import('../workbench.js').Workbench} wb
 */
export function guide(wb) {
  const { codebook, words } = wb;
  const { document } = codebook;
  return h('div', { class: 'guide' },
    h('p', { class: 'muted xs' }, words.say('guide.version', document.title, document.version)),
    codebook.targets.length > 0 && [
      heading('targets', words.say('guide.targets')),
      codebook.targets.map(({ id, title, definition }) => entry(id, title, definition)),
    ],
    codebook.layers.map((layer) => [
      heading(layer.id, layer.title, layer.color, layer.letter),
      described(layer, words),
      (layer.features ?? []).map((feature) => featureOf(feature, layer.id, words)),
    ]),
    codebook.relations.length > 0 && [
      heading('relations', words.say('guide.links')),
      codebook.relations.map((relation) => h('section', { class: 'g-e' }, heading(relation.id, relation.title, null, null, 'h3'), described(relation, words))),
    ],
    codebook.judging && [
      heading(codebook.judging.id, codebook.judging.title ?? words.say('guide.stance')),
      described(codebook.judging, words),
      codebook.judging.labels.map((label) => labelOf(label, codebook.judging.id, words, wb.keyOf(`stance:${label.id}`))),
    ],
    codebook.articleFeatures.length > 0 && [
      heading('article', words.say('tab.article')),
      codebook.articleFeatures.map((feature) => featureOf(feature, 'article', words)),
    ],
    codebook.rules.length > 0 && [
      heading('rules', words.say('guide.rules')),
      h('ol', { class: 'g-rules' }, codebook.rules.map(({ number, title, text, example }) =>
        h('li', { value: number, id: `wb-guide-rule-${number}`, tabindex: '-1' }, h('b', {}, title), h('p', {}, text),
          example && h('p', { class: 'g-x serif' }, example)))),
    ]);
}

function heading(id, title, color, letter, level = 'h2') {
  return h(level, { id: `wb-guide-${id}`, tabindex: '-1' },
    letter && h('span', { class: `lab k${color ?? 1}` }, h('b', {}, letter)), letter && ' ', title);
}

function described({ definition, guidance, example, counterExample, examples }, words) {
  return [
    definition && h('p', {}, definition),
    guidance && h('p', {}, guidance),
    example && h('p', { class: 'g-x serif' }, example),
    counterExample && h('p', { class: 'g-n serif' }, h('span', { class: 'g-not' }, words.say('guide.not')), ' ', counterExample),
    (Array.isArray(examples) ? examples : []).map((text) => h('p', { class: 'g-x serif' }, text)),
  ];
}

function featureOf(feature, layer, words) {
  return h('section', { class: 'g-e' }, heading(`${layer}-${feature.id}`, feature.title, null, null, 'h3'),
    described(feature, words), (feature.labels ?? []).map((label) => labelOf(label, `${layer}-${feature.id}`, words)));
}

function labelOf(label, within, words, key) {
  return h('div', { class: 'g-l', id: `wb-guide-${within}-${label.id}`, tabindex: '-1' },
    h('p', {}, h('b', {}, label.title), key && [' ', h('kbd', {}, key)]), described(label, words));
}

function entry(id, title, definition) {
  return h('div', { class: 'g-l', id: `wb-guide-${id}`, tabindex: '-1' }, h('p', {}, h('b', {}, title)), definition && h('p', {}, definition));
}
