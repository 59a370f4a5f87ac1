import { short } from '../panel/card.js';

/** Link mode: what the selected span can be linked with, and the choice. */
export class Linking {
  #wb;
  #list;

  /**
   * @param {import('../workbench.js').Workbench} wb
   * @param {import('./link-list.js').LinkList} list
   */
  constructor(wb, list) {
    this.#wb = wb;
    this.#list = list;
  }

  /** Opens the list for the selected span. @param {string} input */
  start(input) {
    const wb = this.#wb;
    const span = wb.workspace.state.spans.get(wb.selected);
    if (!span) {
      wb.surface.say(wb.words.say('said.selectSpan'));
      return;
    }
    const kinds = this.#kinds(span);
    const groups = kinds.filter(({ candidates }) => candidates.length > 0);
    if (groups.length === 0) {
      const [kind] = kinds;
      const layer = kind && wb.codebook.layer(kind.layer);
      wb.surface.say(layer
        ? wb.words.say('link.nothing', layer.title, wb.keyOf(`label:${layer.id}`))
        : wb.words.say('link.never', wb.codebook.layer(span.layer)?.title ?? ''));
      return;
    }
    const back = document.activeElement;
    this.#list.open(groups, {
      chosen: (candidate) => wb.link(candidate, input),
      active: (candidate) => this.#show(candidate),
      left: () => {
        this.#show(null);
        back?.isConnected && back !== document.body && !wb.box.element.contains(back) ? back.focus() : wb.box.focus();
      },
    });
  }

  #show(candidate) {
    const preview = candidate?.other ?? null;
    if (this.#wb.preview !== preview) {
      this.#wb.preview = preview;
      this.#wb.refresh();
    }
  }

  /** One kind of link in one direction each, those that must be there first. */
  #kinds(span) {
    const wb = this.#wb;
    const out = wb.codebook.relationsFrom(span.layer).map((type) => ({
      layer: type.to, must: (type.min ?? 0) > 0, heading: type.title,
      candidates: wb.nearest(span, type.to).map((other) => this.#candidate(type, span, other, span.id, other.id)),
    }));
    const back = wb.codebook.relationsTo(span.layer).filter(({ from }) => from !== span.layer).map((type) => ({
      layer: type.from, must: false, heading: wb.words.say('card.incoming', type.title),
      candidates: wb.nearest(span, type.from).map((other) => this.#candidate(type, span, other, other.id, span.id)),
    }));
    return [...out, ...back]
      .sort((a, b) => Number(b.must) - Number(a.must))
      .map((kind) => ({ ...kind, heading: `${wb.tag(span.id)} · ${kind.heading}` }));
  }

  #candidate(type, span, other, from, to) {
    const wb = this.#wb;
    const existing = wb.relationsOf(span.id).find((relation) => relation.type === type.id && relation.from === from && relation.to === to);
    return {
      type: type.id, title: type.title, from, to, other: other.id, existing: existing?.id ?? null,
      tag: wb.tag(other.id), color: wb.color(other), quote: short(wb.quote(other), 70), place: `¶${wb.place(other).number}`,
    };
  }
}
