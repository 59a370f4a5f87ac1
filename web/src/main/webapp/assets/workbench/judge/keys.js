import { keyName } from '../view/commands.js';

/**
 * The keys of the page that judges. They act everywhere but in a field that takes text, and keys of one
 * character can be switched off like those of the workbench.
 *
 * @param {import('./bench.js').JudgeBench} wb
 * @param {import('../preferences.js').Preferences} preferences
 */
export function listen(wb, preferences) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || takesText(event.target) || document.querySelector('dialog[open]')) {
      return;
    }
    const key = keyName(event);
    if (key.length === 1 && !preferences.charactersOn) {
      return;
    }
    const act = actOf(key, event.target, wb);
    if (act) {
      event.preventDefault();
      act();
    }
  });
}

function takesText(target) {
  return target.closest?.('textarea, select, input:not([type=checkbox], [type=radio])') != null;
}

function actOf(key, target, wb) {
  const onControl = target.closest?.('button, a, input, summary') != null;
  const label = wb.codebook.judging?.labels.find((candidate) => candidate.key?.toLowerCase() === key.toLowerCase());
  if (label && !wb.step.article) {
    return () => wb.choose(label.id, { goOn: true });
  }
  switch (key) {
    case 'ArrowLeft': return target.type === 'radio' ? null : () => wb.go(wb.at - 1);
    case 'ArrowRight': return target.type === 'radio' ? null : () => wb.go(wb.at + 1);
    case 'Enter': return onControl ? null : () => wb.go(wb.at + 1);
    case 'Ctrl+Enter': return () => wb.surface.submit();
    case 'Ctrl+z': return () => wb.undo();
    case 'Ctrl+Shift+z':
    case 'Ctrl+y': return () => wb.redo();
    case 'd': return wb.step.article ? null : () => wb.view.toggleDiscuss();
    case 'm': return wb.step.article ? null : () => wb.view.openNote();
    case 'g': return () => wb.view.toggleGuide();
    case '?': return () => wb.surface.openKeys();
    default: return null;
  }
}
