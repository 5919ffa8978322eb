// The score sheet: self-scores, appraisals, and reading them. Shown on a page of ours (`mountPage`), and within the form of a duty
// (`mountInto`), which hands in. The server decides about everything shown here.
// Browsers may keep these files: give them new numbers when they change.

import { el } from './hand-in-dom-1.js';
import { problemsOf } from './score-gate-1.js';
import { ScoreSession } from './score-session-1.js';
import { Shown } from './score-shown-1.js';

const STYLE = new URL('./score-1.css', import.meta.url).href;

function styled() {
  if ([...document.styleSheets, ...document.querySelectorAll('link[rel=stylesheet]')].some((sheet) => sheet.href === STYLE)) return;
  document.head.append(el('link', { rel: 'stylesheet', href: STYLE }));
}

styled();

/** From data received to shown: the browser has drawn it by the second frame after. */
function measured() {
  requestAnimationFrame(() => setTimeout(() => performance.measure('thidua-score-shown', 'thidua-score-data')));
}

/**
 * Opens a sheet in its place, or says there why not.
 * @param options of what is shown (score-shown-1.js); onShown is told `(session, shown)`, also after it was opened anew
 */
async function open(root, year, unit, options = {}) {
  root.classList.add('thidua-score-sheet');
  root.lang = 'vi';
  root.replaceChildren(el('p', { role: 'status', text: 'Đang tải bảng điểm…' }));
  try {
    const session = await ScoreSession.open(year, unit);
    if (!root.isConnected) return session.end();
    const reopen = () => open(root, year, unit, options);
    const shown = new Shown(session, root, { ...options, reopen });
    options.onShown?.(session, shown);
    measured();
  } catch (error) {
    const again = el('button', { class: 'button', text: 'Thử lại', on: { click: () => open(root, year, unit, options) } });
    const why = error.status === 401 ? 'Phiên làm việc đã hết. Hãy đăng nhập lại rồi bấm «Thử lại».' : error.message;
    root.replaceChildren(el('div', { class: 'notice bad', role: 'alert' }, el('p', { text: `Chưa mở được bảng điểm. ${why}` }), again));
    if (!error.status && error.constructor.name !== 'Lost') throw error;
  }
}

/** Shows a unit's sheet on a page of ours, without a task. */
export function mountPage(element, year, unit) {
  return open(element, year, unit);
}

/**
 * Shows a unit's sheet within another form.
 * @param options `{year, unit, onEvidence(lineCode), onChange()}`; onEvidence: goes to the files of a line; onChange: after anything changed
 * @return `{problems(), settle(), flush(), close()}`; problems: `[{key, text, focus()}]` of what speaks against handing in (key
 * `unsaved`: only that it is not saved yet); settle: what is being typed counts now; flush: saves it, resolved with whether all is saved
 */
export function mountInto(element, { year, unit, onEvidence, onChange }) {
  let now = null;
  const onShown = (session, shown) => (now = { session, shown });
  open(element, year, unit, { onEvidence, onChange, onShown, inner: true });
  const problems = () => {
    if (!now) return [{ key: 'loading', text: 'Bảng điểm chưa tải xong.', focus: () => element.scrollIntoView() }];
    return problemsOf(now.session).map((problem) => ({ key: problem.key, text: problem.text, focus: () => now.shown.goTo(problem) }));
  };
  return {
    problems,
    settle: () => now?.shown.settle(),
    flush: async () => {
      now?.shown.settle();
      return now ? now.session.saving.flush() : false;
    },
    close: () => now?.shown.close(),
  };
}
