import { h, icon, refill } from '../dom.js';
import { articleForm } from '../panel/article-form.js';
import { flag, stanceLook, textArea } from '../panel/fields.js';
import { contextOf } from './context.js';

/** The list of claims, and the one that is judged: its words, who said them, and a button a stance. */
export class JudgeView {
  #wb;
  #noteOf = null;
  #guideOpen = false;

  /** @param {import('./bench.js').JudgeBench} wb */
  constructor(wb) {
    this.#wb = wb;
    const { words } = wb;
    this.list = h('nav', { class: 'jl', 'aria-label': words.say('judge.list') });
    this.main = h('main', { class: 'jm', id: 'main', tabindex: '-1' });
    this.element = h('div', { class: 'jg' }, this.list, this.main);
  }

  /** A step has been entered: it is read from its beginning. */
  begin() {
    this.#noteOf = null;
    this.render();
    this.main.scrollTop = 0;
    this.list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  render() {
    refill(this.list, ...this.#list());
    const { article } = this.#wb.bootstrap;
    refill(this.main, h('h1', { class: 'vh' }, article.title ?? this.#wb.words.say('top.untitled')),
      h('div', { class: 'jw' }, this.#wb.step.article ? this.#article() : this.#claim()));
  }

  #list() {
    const wb = this.#wb;
    const { words, claims } = wb;
    const percent = claims.length === 0 ? 100 : Math.round((100 * wb.judged) / claims.length);
    const progress = words.say('judge.progress', claims.length, wb.judged);
    const first = (claim) => wb.steps.findIndex((step) => step.claim === claim);
    const article = wb.steps.findIndex((step) => step.article);
    return [
      h('h2', { class: 'label-caps' }, progress),
      h('div', { class: 'bar thin', role: 'progressbar', 'aria-label': progress, 'aria-valuenow': percent, 'aria-valuemin': 0, 'aria-valuemax': 100 }, this.#filled(percent)),
      h('ol', {}, claims.map((claim) => h('li', {}, h('button', {
        type: 'button', 'data-k': `claim:${claim}`, 'aria-current': wb.step.claim === claim ? 'step' : null, onclick: () => wb.go(first(claim)),
      }, h('span', { class: `lab ${wb.color(wb.workspace.state.spans.get(claim))}` }, h('b', {}, wb.tag(claim))),
      h('span', { class: 'q serif' }, wb.quoteOf(claim)), this.#stances(claim))))),
      article >= 0 && h('button', {
        type: 'button', class: 'jl-a', 'data-k': 'article', 'aria-current': wb.step.article ? 'step' : null, onclick: () => wb.go(article),
      }, words.say('judge.article')),
    ];
  }

  #filled(percent) {
    const fill = h('i');
    fill.style.setProperty('--v', percent);
    fill.style.width = `${percent}%`;
    return fill;
  }

  /** The stances of a claim toward all targets, as glyphs with their words. */
  #stances(claim) {
    const wb = this.#wb;
    return h('span', { class: 'gs' }, wb.codebook.targets.map(({ id }) => {
      const label = wb.stanceLabel(wb.workspace.state.judgement(claim, id));
      if (!label) {
        return h('span', { class: 'vh' }, wb.words.say('card.noStance'));
      }
      const [kind, glyph] = stanceLook(label);
      return h('span', { title: label.title }, h('span', { class: `g ${kind}`, 'aria-hidden': 'true' }, glyph || label.title.slice(0, 1)), h('span', { class: 'vh' }, label.title));
    }));
  }

  #claim() {
    const wb = this.#wb;
    const { words, codebook, step: { claim, target } } = wb;
    const { state } = wb.workspace;
    const span = state.spans.get(claim);
    const speakers = wb.speakersOf(claim);
    const about = codebook.targets.find(({ id }) => id === target);
    const who = speakers.map((speaker) => wb.quote(speaker)).join(', ');
    const many = codebook.targets.length > 1;
    return [
      h('p', { class: 'label-caps' }, words.say('judge.position', wb.claims.indexOf(claim) + 1, wb.claims.length),
        many && ` · ${words.say('judge.targetOf', codebook.targets.indexOf(about) + 1, codebook.targets.length)}`),
      contextOf(wb.article, span, speakers), this.#facts(span, speakers),
      h('section', { class: 'jf', 'aria-labelledby': 'judge-question' },
        h('h2', { id: 'judge-question' }, words.say(who ? 'judge.question' : 'judge.questionArticle', who),
          h('span', { class: 'tgt' }, h('span', { class: 'muted' }, words.say('judge.target')), ' ', about.title)),
        about.definition && h('p', { class: 'small muted' }, about.definition),
        this.#buttons(claim, target), this.#below(span)),
      this.#guide(),
    ];
  }

  #facts(span, speakers) {
    const wb = this.#wb;
    const { words, codebook } = wb;
    const values = (of) => (codebook.layer(of.layer)?.features ?? [])
      .filter(({ id }) => of.features[id] !== undefined)
      .map((feature) => (feature.type === 'FLAG' ? feature.title : wb.featureWords(feature, of.features[feature.id]))).join(', ');
    const own = values(span);
    return h('dl', { class: 'facts' },
      h('dt', {}, words.say('judge.speaker')),
      h('dd', {}, speakers.length === 0 ? words.say('judge.noSpeaker') : speakers.map((speaker) =>
        h('div', {}, h('span', { class: `lab ${wb.color(speaker)}` }, h('b', {}, codebook.layer(speaker.layer)?.letter ?? '')), ' ', wb.quote(speaker),
          ' ', h('span', { class: 'muted' }, values(speaker))))),
      own && [h('dt', {}, words.say('judge.facts')), h('dd', {}, own)]);
  }

  #buttons(claim, target) {
    const wb = this.#wb;
    const chosen = wb.workspace.state.judgement(claim, target);
    return h('div', { class: 'jb', role: 'group', 'aria-labelledby': 'judge-question' },
      wb.codebook.judging.labels.filter(({ enabled }) => enabled !== false).map((label) => {
        const [kind, glyph] = stanceLook(label);
        return h('button', {
          type: 'button', class: kind, 'aria-pressed': String(chosen === label.id), 'data-k': `stance:${label.id}`, title: label.definition,
          disabled: wb.readOnly, onclick: () => wb.choose(chosen === label.id ? undefined : label.id, { goOn: false }),
        }, h('span', { class: 'g', 'aria-hidden': 'true' }, glyph), h('b', {}, label.title), label.key && h('kbd', {}, label.key.toUpperCase()));
      }));
  }

  #below(span) {
    const wb = this.#wb;
    const { words } = wb;
    const noted = this.#noteOf === span.id || span.note != null;
    const last = wb.at === wb.steps.length - 1;
    return [
      noted && h('div', { class: 'jn' }, h('span', { class: 'k', 'aria-hidden': 'true' }, words.say('card.note')),
        textArea(words.say('card.note'), { key: 'note', value: span.note, disabled: wb.readOnly, set: (value) => wb.setNote(span.id, value) })),
      h('div', { class: 'jx' },
        h('div', {}, flag(words.say('card.discuss'), {
          key: 'discuss', value: span.discuss || undefined, disabled: wb.readOnly, set: (on) => wb.setDiscuss(span.id, on === true),
        }), ' ', h('kbd', {}, 'D')),
        !noted && h('button', { type: 'button', class: 'btn quiet small', disabled: wb.readOnly, onclick: () => this.openNote() }, words.say('card.addNote'), ' ', h('kbd', {}, 'M')),
        h('span', { class: 'spacer' }),
        h('button', { type: 'button', class: 'btn', 'data-k': 'back', disabled: wb.at === 0, onclick: () => wb.go(wb.at - 1) }, icon('back'), words.say('judge.back'), ' ', h('kbd', {}, '←')),
        h('button', { type: 'button', class: 'btn', 'data-k': 'next', disabled: last, onclick: () => wb.go(wb.at + 1) }, words.say('judge.next'), ' ', h('kbd', {}, '→'))),
    ];
  }

  #guide() {
    const { codebook, words } = this.#wb;
    const details = h('details', { class: 'more' }, h('summary', { 'data-k': 'guide' }, words.say('judge.guide')),
      h('p', { class: 'small' }, codebook.judging.definition),
      h('dl', { class: 'facts' }, codebook.judging.labels.map((label) => [h('dt', {}, label.title), h('dd', {}, label.definition)])));
    details.open = this.#guideOpen;
    details.addEventListener('toggle', () => {
      this.#guideOpen = details.open;
    });
    return details;
  }

  #article() {
    const wb = this.#wb;
    const { words } = wb;
    return [
      h('h2', {}, words.say('judge.article')), articleForm(wb),
      h('div', { class: 'jx' },
        h('button', { type: 'button', class: 'btn', 'data-k': 'back', disabled: wb.at === 0, onclick: () => wb.go(wb.at - 1) }, icon('back'), words.say('judge.back'), ' ', h('kbd', {}, '←'))),
    ];
  }

  toggleDiscuss() {
    const { step: { claim }, workspace: { state } } = this.#wb;
    this.#wb.setDiscuss(claim, !state.spans.get(claim).discuss);
  }

  openNote() {
    this.#noteOf = this.#wb.step.claim;
    this.render();
    this.main.querySelector('[data-k="note"]')?.focus();
  }

  toggleGuide() {
    this.#guideOpen = !this.#guideOpen;
    this.render();
  }
}
