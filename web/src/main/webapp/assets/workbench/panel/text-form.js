import { h } from '../dom.js';
import { between } from '../text/find.js';
import { short } from './card.js';

/**
 * A way to mark a span without selecting: its first and its last words are typed, and where they
 * stand more than once, the place is chosen from a list.
 *
 * @param {import('../workbench.js').Workbench} wb
 * @param {import('../set/codebook.js').Layer} layer
 */
export function textForm(wb, layer) {
  const { words } = wb;
  const id = `wb-by-text-${layer.id}`;
  const first = h('input', { type: 'text', id: `${id}-first`, required: true, autocomplete: 'off' });
  const last = h('input', { type: 'text', id: `${id}-last`, autocomplete: 'off', 'aria-describedby': `${id}-hint` });
  const places = h('select', { id: `${id}-place` });
  const which = h('div', { class: 'field', hidden: true }, h('label', { for: `${id}-place` }, words.say('byText.which')), places);
  const problem = h('p', { class: 'err', id: `${id}-err` });
  let found = [];
  const look = () => {
    found = first.value.trim() === '' ? [] : between(wb.article, first.value, last.value);
    which.hidden = found.length < 2;
    places.replaceChildren(...found.map((range, index) => h('option', { value: index },
      words.say('byText.place', wb.article.paragraphAt(range[0]).index + 1, short(wb.article.slice(range[0], range[1]), 60)))));
    problem.textContent = '';
    first.removeAttribute('aria-invalid');
  };
  first.addEventListener('input', look);
  last.addEventListener('input', look);
  const form = h('form', {
    class: 'by-text',
    onsubmit: (event) => {
      event.preventDefault();
      if (found.length === 0) {
        problem.textContent = words.say('byText.none');
        first.setAttribute('aria-invalid', 'true');
        first.setAttribute('aria-describedby', `${id}-err`);
        first.focus();
        return;
      }
      wb.addSpan(layer.id, [found[Number(places.value) || 0]], 'FORM');
      first.value = '';
      last.value = '';
      which.hidden = true;
    },
  },
  h('div', { class: 'field' }, h('label', { for: `${id}-first` }, words.say('byText.first')), first, problem),
  h('div', { class: 'field' }, h('label', { for: `${id}-last` }, words.say('byText.last')), last,
    h('span', { class: 'hint', id: `${id}-hint` }, words.say('byText.hint'))),
  which,
  h('button', { type: 'submit', class: 'btn' }, words.say('byText.add', layer.title)));
  return h('details', { class: 'more by-text-box', 'data-writes': true }, h('summary', {}, words.say('byText.title', layer.title)), form);
}
