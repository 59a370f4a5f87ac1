import { open } from '../session.js';
import { JudgeBench } from './bench.js';
import { JudgeFrame } from './frame.js';
import { listen } from './keys.js';
import { JudgeView } from './view.js';

open(build, (wb) => {
  wb.surface.say(wb.stepWords());
});

/** The bench of an article whose claims are judged. @param {import('../session.js').Session} session */
function build({ bootstrap, article, codebook, workspace, words, preferences, store, links }) {
  const wb = new JudgeBench({ bootstrap, article, codebook, workspace, words, commands: [] });
  const view = new JudgeView(wb);
  wb.attach({ view, surface: new JudgeFrame(wb, { store, preferences, links, view }) });
  listen(wb, preferences);
  return wb;
}
