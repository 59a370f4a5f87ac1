import { h } from '../dom.js';
import { buttons, fieldOf, flag, textArea } from './fields.js';

/**
 * The form for what is said of the article as a whole.
 *
 * @param {import('../workbench.js').Workbench} wb
 */
export function articleForm(wb) {
  const { codebook, workspace: { state }, words } = wb;
  const field = (feature, target) => ({
    key: `article:${feature.id}:${target?.id ?? ''}`,
    name: target ? words.say('card.stanceOn', feature.title, target.title) : feature.title,
    value: state.value(feature.id, target?.id ?? null),
    disabled: wb.readOnly,
    missing: feature.required ? state.value(feature.id, target?.id ?? null) === undefined : undefined,
    words,
    set: (value) => wb.setArticleValue(feature.id, target?.id, value),
  });
  const rows = codebook.articleFeatures.flatMap((feature) => {
    if (!feature.perTarget) {
      return [h('div', { class: 'a-f' }, fieldOf(feature, field(feature)))];
    }
    return codebook.targets.map((target) => {
      const one = field(feature, target);
      const isStance = feature.labels.every(({ id }) => codebook.judging?.labels.some((label) => label.id === id));
      return h('div', { class: 'a-f' }, isStance
        ? h('div', { class: `cc-f st-f${one.missing ? ' lacks' : ''}` }, h('span', { class: 'k' }, one.name),
          buttons(one.name, feature.labels, one, { stance: true }))
        : fieldOf(feature, one));
    });
  });
  return h('div', { class: 'article-form' }, rows,
    h('div', { class: 'a-f' }, flag(words.say('article.discuss'), {
      key: 'article:discuss', value: state.discuss || undefined, disabled: wb.readOnly, set: (on) => wb.setDiscuss(undefined, on === true),
    })),
    h('div', { class: 'a-f' }, h('span', { class: 'k', 'aria-hidden': 'true' }, words.say('article.note')),
      textArea(words.say('article.note'), {
        key: 'article:note', value: state.note, disabled: wb.readOnly, set: (value) => wb.setNote(undefined, value),
      })));
}
