import { open } from './session.js';
import { Surface } from './surface.js';
import { Workbench } from './workbench.js';
import { Panel } from './panel/panel.js';
import { find } from './text/find.js';
import { commandsOf } from './view/commands.js';
import { Cursor } from './view/cursor.js';
import { FindBar } from './view/find-bar.js';
import { Linking } from './view/linking.js';
import { LinkLine } from './view/link-line.js';
import { LinkList } from './view/link-list.js';
import { Palette } from './view/palette.js';
import { Strip } from './view/strip.js';
import { TextBox } from './view/text-box.js';

open(build, ({ box }) => box.element.focus({ preventScroll: true }));

/** The bench of an article whose words are labelled. @param {import('./session.js').Session} session */
function build({ bootstrap, article, codebook, workspace, words, preferences, store, links }) {
  const wb = new Workbench({ bootstrap, article, codebook, workspace, words, commands: commandsOf(codebook, preferences.chosen) });
  const box = new TextBox(article, { label: words.say('text.label'), language: bootstrap.article.language ?? null, describedBy: 'wb-keys' });
  const palette = new Palette(box, words.say('palette.label'));
  const linkList = new LinkList(words);
  const panel = new Panel(wb);
  const surface = new Surface(wb, {
    store, preferences, box: box.element, panel: panel.element, palette: palette.element, linkList: linkList.element,
    find: new FindBar(box, (text) => find(article, text), words), linkLine: new LinkLine(box), strip: new Strip(article, box), links,
  });
  wb.attach({ surface, box, panel, cursor: new Cursor(wb, box, palette, preferences), links: new Linking(wb, linkList) });
  wb.resetCommands = () => {
    wb.commands.splice(0, wb.commands.length, ...commandsOf(codebook));
  };
  return wb;
}
