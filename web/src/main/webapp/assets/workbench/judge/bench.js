import { Workbench } from '../workbench.js';
import { short } from '../panel/card.js';

/**
 * @typedef {{claim: string, target: string} | {article: true}} Step one stance to give, or the article as a
 *   whole
 */

/** Claims that others have fixed, to be judged one after the other: what the annotator may do with them. */
export class JudgeBench extends Workbench {
  /** Place among the steps. */
  at = 0;

  constructor(parts) {
    super(parts);
    const { codebook, workspace: { state } } = parts;
    /** @type {string[]} ids in text order */
    this.claims = state.inOrder().filter(({ layer }) => layer === codebook.judging?.layer).map(({ id }) => id);
    /** @type {Step[]} */
    this.steps = [
      ...this.claims.flatMap((claim) => codebook.targets.map(({ id: target }) => ({ claim, target }))),
      ...(codebook.articleFeatures.length > 0 ? [{ article: true }] : []),
    ];
    this.at = Math.max(0, this.steps.findIndex((step) => !this.isDone(step)));
  }

  /** @returns {Step} */
  get step() {
    return this.steps[this.at] ?? { article: true };
  }

  /** Whether a step has its answer; the article as a whole never holds anybody up. @param {Step} step */
  isDone(step) {
    return step.article ? this.gaps.every(({ kind }) => kind !== 'article')
      : this.workspace.state.judgement(step.claim, step.target) !== undefined;
  }

  /** How many claims have a stance toward every target. */
  get judged() {
    return this.claims.filter((claim) => this.codebook.targets.every(({ id }) => this.workspace.state.judgement(claim, id) !== undefined)).length;
  }

  /** Spans and links are fixed: only stances and values of the article can be missing. */
  get gaps() {
    return super.gaps.filter(({ kind, subject }) => kind === 'article' || (kind === 'stance' && this.claims.includes(subject)));
  }

  /** The speaker mentions of a claim. @returns {import('../set/state.js').Span[]} */
  speakersOf(claim) {
    return this.relationsOf(claim)
      .filter(({ from, to }) => from === claim && !this.claims.includes(to))
      .map(({ to }) => this.workspace.state.spans.get(to));
  }

  /** Gives the stance of the step, and goes on where one key is to be enough. */
  choose(value, { goOn }) {
    const { claim, target, article } = this.step;
    if (article || this.readOnly) {
      return;
    }
    this.judge(claim, target, value, goOn ? 'KEY' : 'MOUSE');
    if (goOn) {
      this.go(this.at + 1);
    }
  }

  /** @param {number} to */
  go(to) {
    const next = Math.min(Math.max(to, 0), this.steps.length - 1);
    if (next !== this.at) {
      this.at = next;
      this.refresh();
      this.view.begin();
    }
    this.surface.say(this.stepWords());
  }

  /** The step, for those who listen. */
  stepWords() {
    const { claim, target, article } = this.step;
    if (article) {
      return this.words.say('judge.article');
    }
    const value = this.stanceLabel(this.workspace.state.judgement(claim, target))?.title ?? this.words.say('card.noStance');
    const speakers = this.speakersOf(claim).map((span) => this.quote(span)).join(', ');
    return this.words.say('judge.said', this.claims.indexOf(claim) + 1, this.claims.length, short(this.quoteOf(claim), 120),
      speakers || this.words.say('judge.noSpeaker'), value);
  }

  goTo(id) {
    this.go(this.steps.findIndex(({ claim }) => claim === id));
  }

  goToGap({ subject, target }) {
    this.go(this.steps.findIndex((step) => (subject ? step.claim === subject && step.target === target : step.article)));
  }

  refresh() {
    this.index();
    this.view.render();
    this.surface.render();
  }
}
