// The score sheet: self-scores, appraisals, and reading them. Shown inside Tasklist for a task (`mount`), on a page of ours
// (`mountPage`), and above the files of a self-score (`mountInto`). The server decides about everything shown here.
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
 * @param from the path of the SHEET
 * @param options of what is shown (score-shown-1.js); onShown is told `(session, shown)`, also after it was opened anew
 */
async function open(root, from, options = {}) {
  root.classList.add('thidua-score-sheet');
  root.lang = 'vi';
  root.replaceChildren(el('p', { role: 'status', text: 'Đang tải bảng điểm…' }));
  try {
    const session = await ScoreSession.open(from);
    if (!root.isConnected) return session.end();
    const reopen = () => open(root, from, options);
    const shown = new Shown(session, root, { ...options, reopen });
    options.onShown?.(session, shown);
    measured();
  } catch (error) {
    const again = el('button', { class: 'button', text: 'Thử lại', on: { click: () => open(root, from, options) } });
    const why = error.status === 401 ? 'Phiên làm việc đã hết. Hãy đăng nhập lại rồi bấm «Thử lại».' : error.message;
    root.replaceChildren(el('div', { class: 'notice bad', role: 'alert' }, el('p', { text: `Chưa mở được bảng điểm. ${why}` }), again));
    if (!error.status && error.constructor.name !== 'Lost') throw error;
  }
}

/** Complete pressed right after the last figure: it is saved first, then pressed once more. */
async function flushThenPress({ session, shown }, pressed) {
  await session.saving.flush();
  if (shown.gate.pass() && pressed?.isConnected) pressed.click();
}

/** Shows the sheet of Tasklist's task in the form's `.thidua-score-sheet`, and gates its Complete. */
export function mount(camForm) {
  const root = camForm.formElement[0].querySelector('.thidua-score-sheet');
  let now = null;
  camForm.on('submit', () => {
    if (!now) return (camForm.submitPrevented = true);
    now.shown.settle();
    const problems = problemsOf(now.session);
    if (!problems.length) return now.shown.gate.pass();
    camForm.submitPrevented = true;
    const button = document.activeElement?.closest('button');
    if (problems.every(({ key }) => key === 'unsaved')) flushThenPress(now, root.contains(button) ? null : button);
    else now.shown.gate.pass();
  });
  camForm.on('store', () => {
    // Drafts live on the server, not in this browser.
    camForm.storePrevented = true;
    now?.shown.settle();
    now?.session.saving.flush();
  });
  return open(root, `/diem/nhiem-vu/${encodeURIComponent(camForm.taskId)}`, { onShown: (session, shown) => (now = { session, shown }) });
}

/** Shows a unit's sheet on a page of ours, without a task. */
export function mountPage(element, year, unit) {
  return open(element, ScoreSession.pathOf(year, unit));
}

/**
 * Shows a unit's sheet within another form.
 * @param options `{year, unit, onEvidence(lineCode), onChange()}`; onEvidence: goes to the files of a line; onChange: after anything changed
 * @return `{ready, problems(), pass(), flush(), close()}`; problems: `[{text, focus()}]` of what speaks against handing in; pass: whether
 * nothing does; flush: saves what is typed, resolved with whether all is saved
 */
export function mountInto(element, { year, unit, onEvidence, onChange }) {
  let now = null;
  const onShown = (session, shown) => (now = { session, shown });
  const ready = open(element, ScoreSession.pathOf(year, unit), { onEvidence, onChange, onShown, inner: true });
  const problems = () => {
    if (!now) return [{ text: 'Bảng điểm chưa tải xong.', focus: () => element.scrollIntoView() }];
    return problemsOf(now.session).map((problem) => ({ text: problem.text, focus: () => now.shown.goTo(problem) }));
  };
  return {
    ready,
    problems,
    pass: () => {
      now?.shown.settle();
      return problems().length === 0;
    },
    flush: async () => {
      now?.shown.settle();
      return now ? now.session.saving.flush() : false;
    },
    close: () => now?.shown.close(),
  };
}
