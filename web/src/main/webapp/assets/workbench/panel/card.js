import { h, icon } from '../dom.js';
import { buttons, fieldOf, flag, stanceMark, textArea } from './fields.js';

/**
 * @typedef {import('../set/state.js').Span} Span
 * @typedef {import('../workbench.js').Workbench} Workbench
 */

const QUOTE = 220;

/** One span in the list: a line that says all of it, or, where it is selected, a form. */
export class Card {
  #wb;

  /** @param {Workbench} wb */
  constructor(wb) {
    this.#wb = wb;
  }

  /** What a card shows apart from its own number, as a string: the same string, the same card. @param {Span} span */
  signature(span) {
    const { wb } = this;
    const { state } = wb.workspace;
    const selected = wb.selected === span.id;
    const relations = wb.relationsOf(span.id).map(({ id, type, from, to }) => {
      const other = from === span.id ? to : from;
      return [id, type, from === span.id, wb.tag(other), wb.quoteOf(other), state.spans.get(other)?.features];
    });
    const stances = wb.codebook.judges(span.layer) ? wb.codebook.targets.map(({ id }) => state.judgement(span.id, id)) : [];
    return JSON.stringify([
      span, relations, stances, wb.readOnly, selected && [wb.target, wb.openNote, wb.suggestionFor(span)?.id, wb.canMoveHere],
    ]);
  }

  /** The number of a card; it changes as cards before it come and go. @param {Span} span */
  number(span) {
    const { tag, of } = this.wb.names.get(span.id);
    return `${tag}/${of}`;
  }

  /** Brings a card that is otherwise unchanged up to its number. @param {HTMLElement} element @param {Span} span */
  renumber(element, span) {
    element.querySelector('.lab > b').textContent = this.wb.tag(span.id);
    element.querySelector('.cc-say').textContent = this.#sentence(span);
  }

  get wb() {
    return this.#wb;
  }

  /** @param {Span} span */
  element(span) {
    const { wb } = this;
    const selected = wb.selected === span.id;
    return h('li', {
      class: `cc ${wb.color(span)}${selected ? ' on' : ''}`, 'data-id': span.id,
      'aria-current': selected ? 'true' : null,
    }, selected ? this.#form(span) : this.#line(span));
  }

  /* ---- the line ---- */

  #line(span) {
    const { wb } = this;
    return h('button', {
      type: 'button', class: 'cc-row', 'data-k': `card:${span.id}`,
      onclick: () => wb.select(span.id, { reveal: true, from: 'list' }),
    },
    h('span', { class: 'vh cc-say' }, this.#sentence(span)),
    h('span', { class: 'cc-h', 'aria-hidden': 'true' }, this.#tag(span), h('span', { class: 'cc-q' }, short(wb.quote(span))), this.#judged(span)),
    h('span', { class: 'cc-m', 'aria-hidden': 'true' }, this.#summary(span)));
  }

  #tag(span) {
    return h('span', { class: `lab ${this.wb.color(span)}` }, h('b', {}, this.wb.tag(span.id)));
  }

  #judged(span) {
    const { wb } = this;
    if (!wb.codebook.judges(span.layer)) {
      return null;
    }
    return h('span', { class: 'cc-s' }, wb.codebook.targets.map((target) => {
      const label = wb.stanceLabel(wb.workspace.state.judgement(span.id, target.id));
      return label ? stanceMark(label) : h('span', { class: 'chip warn' }, wb.words.say('card.noStance'));
    }));
  }

  #summary(span) {
    const { wb } = this;
    const parts = [];
    for (const gap of wb.gapsOf(span.id).filter(({ kind }) => kind !== 'stance')) {
      parts.push(h('span', { class: 'miss' }, icon('warning'), wb.gapWords(gap)));
    }
    parts.push(...this.#facts(span));
    return parts.flatMap((part, index) => (index > 0 ? [' · ', part] : [part]));
  }

  /** The facts of a span in words: who is linked, its values, its flags. */
  #facts(span) {
    const { wb } = this;
    const facts = [];
    for (const { type, from, to } of wb.relationsOf(span.id)) {
      const relation = wb.codebook.relation(type);
      if (from === span.id) {
        const other = wb.workspace.state.spans.get(to);
        const isMain = relation && !wb.codebook.judges(relation.to);
        facts.push(isMain ? wb.speakerName(other) : wb.words.say('card.relation', relation?.title ?? type, wb.tag(to)));
      }
    }
    const incoming = wb.relationsOf(span.id).filter(({ to }) => to === span.id).length;
    if (incoming > 0 && !wb.codebook.judges(span.layer)) {
      facts.push(wb.words.count('card.linkedFrom', incoming));
    }
    for (const feature of wb.codebook.layer(span.layer)?.features ?? []) {
      const value = span.features[feature.id];
      if (value !== undefined) {
        facts.push(value === true ? feature.title : wb.featureWords(feature, value));
      }
    }
    if (span.discuss) {
      facts.push(wb.words.say('card.discuss'));
    }
    if (span.note !== null) {
      facts.push(wb.words.say('card.hasNote'));
    }
    return facts;
  }

  /** The whole card as one sentence, for those who hear it. */
  #sentence(span) {
    const { wb } = this;
    const { number, of } = wb.names.get(span.id);
    const stances = wb.codebook.judges(span.layer)
      ? wb.codebook.targets.map((target) => {
        const label = wb.stanceLabel(wb.workspace.state.judgement(span.id, target.id));
        const word = label?.title ?? wb.words.say('card.noStance');
        return wb.codebook.targets.length > 1 ? `${target.title}: ${word}` : word;
      })
      : [];
    const gaps = wb.gapsOf(span.id).filter(({ kind }) => kind !== 'stance').map((gap) => wb.gapWords(gap));
    return [
      wb.words.say('card.position', wb.codebook.layer(span.layer)?.title ?? span.layer, number, of),
      `“${short(wb.quote(span))}”`, ...gaps, ...this.#facts(span), ...stances,
    ].join(', ');
  }

  /* ---- the form ---- */

  #form(span) {
    const { wb } = this;
    const layer = wb.codebook.layer(span.layer);
    const features = layer?.features ?? [];
    const flags = features.filter(({ type }) => type === 'FLAG');
    const { number: paragraph } = wb.place(span);
    return h('div', { class: 'cc-form', role: 'group', 'aria-labelledby': 'wb-card-say' },
      h('div', { class: 'cc-h' }, this.#tag(span),
        h('span', { class: 'cc-q full' }, short(wb.quote(span), 600)),
        h('button', { type: 'button', class: 'btn quiet small', 'data-k': 'locate', 'aria-label': wb.words.say('card.locate', paragraph), onclick: () => wb.goTo(span.id) }, `¶${paragraph}`)),
      h('p', { class: 'vh cc-say', id: 'wb-card-say' }, this.#sentence(span)),
      this.#relations(span),
      features.filter(({ type }) => type !== 'FLAG').map((feature) => fieldOf(feature, this.#field(span, feature))),
      this.#stances(span),
      h('div', { class: 'cc-x' },
        flags.map((feature) => fieldOf(feature, this.#field(span, feature))),
        flag(wb.words.say('card.discuss'), {
          key: 'discuss', value: span.discuss || undefined, disabled: wb.readOnly, set: (on) => wb.setDiscuss(span.id, on === true),
        })),
      this.#note(span),
      !wb.readOnly && h('div', { class: 'cc-x' },
        h('button', { type: 'button', class: 'btn quiet small', 'data-k': 'move', onclick: () => wb.run('move-here', 'FORM'), disabled: !wb.canMoveHere }, wb.words.say('card.moveHere')),
        h('button', { type: 'button', class: 'btn quiet small danger-quiet end', 'data-k': 'remove', onclick: () => wb.remove(span.id, 'FORM') }, wb.words.say('card.remove'))));
  }

  #field(span, feature) {
    const { wb } = this;
    return {
      key: `feature:${feature.id}`,
      value: span.features[feature.id],
      disabled: wb.readOnly,
      missing: feature.required ? span.features[feature.id] === undefined : undefined,
      words: wb.words,
      set: (value) => wb.setFeature(span.id, feature.id, value, 'FORM'),
      known: feature.type === 'SPEAKER' ? wb.speakerNames(feature.id) : undefined,
      others: feature.type === 'ANNOTATION' ? wb.spanChoices(span.id) : undefined,
    };
  }

  #relations(span) {
    const { wb } = this;
    const rows = [];
    for (const type of wb.codebook.relationsFrom(span.layer)) {
      const links = wb.relationsOf(span.id).filter((relation) => relation.type === type.id && relation.from === span.id);
      const required = (type.min ?? 0) > 0 && !wb.codebook.isExempt(span, type);
      if (links.length > 0 || required) {
        rows.push(this.#relationRow(type.title, links.map(({ id, to }) => this.#end(id, to)), required && links.length === 0
          ? h('span', { class: 'miss' }, icon('warning'), wb.gapWords({ kind: 'relation', field: type.id })) : null));
      }
    }
    const back = wb.relationsOf(span.id).filter(({ to, from }) => to === span.id && from !== span.id);
    for (const type of wb.codebook.relationsTo(span.layer)) {
      const links = back.filter((relation) => relation.type === type.id);
      if (links.length > 0) {
        rows.push(this.#relationRow(wb.words.say('card.incoming', type.title), links.map(({ id, from }) => this.#end(id, from))));
      }
    }
    const suggestion = wb.suggestionFor(span);
    if (suggestion) {
      rows.push(h('div', { class: 'cc-f' }, h('span', { class: 'k' }, wb.words.say('card.suggested')),
        h('div', { class: 'sp suggested' }, h('span', { class: `lab ${wb.color(suggestion)}` }, h('b', {}, wb.tag(suggestion.id))),
          h('span', { class: 'serif' }, short(wb.quote(suggestion), 60)),
          h('button', { type: 'button', class: 'btn small', 'data-k': 'accept', onclick: () => wb.acceptSuggestion(span) }, wb.words.say('card.accept')))));
    }
    const canLink = !wb.readOnly && (wb.codebook.relationsFrom(span.layer).length > 0 || wb.codebook.relationsTo(span.layer).length > 0);
    if (canLink) {
      rows.push(h('div', { class: 'cc-f' }, h('span', { class: 'k' }),
        h('div', {}, h('button', { type: 'button', class: 'btn small', 'data-k': 'link', onclick: () => wb.openLinks('FORM') },
          wb.words.say('card.link'), h('kbd', { 'aria-hidden': 'true' }, wb.keyOf('link'))))));
    }
    return rows;
  }

  #relationRow(name, ends, miss = null) {
    return h('div', { class: 'cc-f' }, h('span', { class: 'k' }, name), h('div', { class: 'sps' }, ends, miss));
  }

  #end(relation, other) {
    const { wb } = this;
    const span = wb.workspace.state.spans.get(other);
    return h('div', { class: 'sp' },
      h('button', { type: 'button', class: 'sp-go', 'data-k': `end:${relation}`, onclick: () => wb.select(other, { reveal: true, from: 'list' }) },
        h('span', { class: `lab ${wb.color(span)}` }, h('b', {}, wb.tag(other))),
        h('span', { class: 'serif sp-q' }, short(wb.quote(span), 60)),
        h('span', { class: 'muted xs' }, `¶${wb.place(span).number}`)),
      !wb.readOnly && h('button', {
        type: 'button', class: 'btn quiet small', 'data-k': `unlink:${relation}`,
        'aria-label': wb.words.say('card.unlinkNamed', wb.tag(other)), onclick: () => wb.unlink(relation, 'FORM'),
      }, wb.words.say('card.unlink')));
  }

  #stances(span) {
    const { wb } = this;
    if (!wb.codebook.judges(span.layer)) {
      return null;
    }
    const many = wb.codebook.targets.length > 1;
    return wb.codebook.targets.map((target) => h('div', { class: `cc-f st-f${many && target.id === wb.target ? ' here' : ''}` },
      h('span', { class: 'k' }, wb.words.say('card.stanceOn', wb.codebook.judging.title ?? '', target.title)),
      buttons(wb.words.say('card.stanceOn', wb.codebook.judging.title ?? '', target.title), wb.codebook.judging.labels, {
        key: `stance:${target.id}`,
        value: wb.workspace.state.judgement(span.id, target.id),
        disabled: wb.readOnly,
        words: wb.words,
        set: (value) => wb.judge(span.id, target.id, value, 'FORM'),
      }, { stance: true })));
  }

  #note(span) {
    const { wb } = this;
    if (span.note === null && wb.openNote !== span.id) {
      return wb.readOnly ? null : h('div', { class: 'cc-x' }, h('button', {
        type: 'button', class: 'btn quiet small flush', 'data-k': 'add-note', onclick: () => wb.startNote(span.id),
      }, icon('note'), wb.words.say('card.addNote')));
    }
    return textArea(wb.words.say('card.note'), {
      key: 'note', value: span.note, disabled: wb.readOnly, set: (value) => wb.setNote(span.id, value),
    });
  }
}

/** A quote in one line, cut at a word. */
export function short(text, most = QUOTE) {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= most ? line : `${line.slice(0, line.lastIndexOf(' ', most - 1) || most)} …`;
}
