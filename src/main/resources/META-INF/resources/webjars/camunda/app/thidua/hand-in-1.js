// Handing in documents: the form of a duty with its fields, its files and their receipts. Shown inside Tasklist for a task
// (`mount`), and on a page of ours for what comes late (`mountPage`). The server decides about everything shown here.
// Browsers may keep these files: give them new numbers when they change.

import { Announcer, el } from './hand-in-dom-1.js';
import { Fields } from './hand-in-fields-1.js';
import { Gate } from './hand-in-complete-1.js';
import { Head } from './hand-in-head-1.js';
import { Session } from './hand-in-session-1.js';
import { SheetPart } from './hand-in-sheet-1.js';
import { Slots } from './hand-in-slots-1.js';
import { Staging } from './hand-in-staging-1.js';

const STYLE = new URL('./hand-in-1.css', import.meta.url).href;

function styled() {
  if ([...document.styleSheets, ...document.querySelectorAll('link[rel=stylesheet]')].some((sheet) => sheet.href === STYLE)) return;
  document.head.append(el('link', { rel: 'stylesheet', href: STYLE }));
}

// A file dropped beside every place for it would replace the page, and with it all that is under way.
for (const event of ['dragover', 'drop']) {
  addEventListener(event, (dropped) => {
    const files = [...(dropped.dataTransfer?.types ?? [])].includes('Files');
    if (files && document.querySelector('.thidua-hand-in')) dropped.preventDefault();
  });
}

/** What is shown of one duty, until its place is taken off the page. */
class Shown {
  #session;
  #root;
  #body;
  #announcer = new Announcer();
  #parts;
  #timer;
  #quit = new AbortController();

  constructor(session, root) {
    this.#session = session;
    this.#root = root;
    const head = new Head(session, this.#announcer);
    const fields = new Fields(session);
    const slots = new Slots(session, this.#announcer);
    const staging = new Staging(session);
    const sheet = session.view.sheet ? new SheetPart(session, slots, () => this.gate.update()) : null;
    this.gate = new Gate(session, { fields, slots, staging, sheet }, this.#announcer);
    this.#parts = { head, fields, slots, staging, sheet };
    this.#body = el('fieldset', { class: 'body' }, el('legend', { class: 'for-readers', text: session.view.title }), fields.node, staging.node, slots.node);
    root.replaceChildren(this.gate.node, head.node, ...(sheet ? [sheet.node] : []), this.#body, this.#announcer.node);
    this.#listen();
    session.shown(true);
    this.update();
  }

  get fields() {
    return this.#parts.fields;
  }

  /** Saves figures that were typed just before. */
  async flush() {
    await this.#parts.sheet?.flush();
  }

  #listen() {
    const { uploads, drafts } = this.#session;
    const on = (target, event, listener) => target.addEventListener(event, listener, { signal: this.#quit.signal });
    on(this.#session, 'change', () => this.update());
    on(uploads, 'draw', () => this.update());
    on(uploads, 'state', ({ detail }) => this.#tell(detail));
    on(drafts, 'change', () => this.#parts.fields.drafted());
    on(document, 'visibilitychange', () => document.hidden || this.#session.refresh());
    this.#timer = setInterval(() => this.#tick(), 1000);
    // Tasklist marks an ancestor while nobody has taken the task.
    const claimed = new MutationObserver(() => this.#root.isConnected && this.update());
    for (let parent = this.#root.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
      claimed.observe(parent, { attributes: true, attributeFilter: ['class'] });
    }
    this.#quit.signal.addEventListener('abort', () => claimed.disconnect());
  }

  #tick() {
    if (!this.#root.isConnected) return this.close();
    if (this.#parts.head.tick()) this.#session.refresh();
  }

  #tell(upload) {
    const name = `«${upload.file.name}»`;
    if (upload.state === 'done') this.#announcer.announce(`Đã tiếp nhận tệp ${name}, biên nhận số ${upload.received.receipt}.`, manyReceived);
    else if (upload.state === 'refused' || upload.state === 'failed') this.#announcer.announce(`Tệp ${name}: ${upload.message}`, manyRefused);
    else if (upload.state === 'waiting') this.#announcer.announce(`Tệp ${name}: mất kết nối, hệ thống tự thử lại.`, manyWaiting);
  }

  update() {
    const claimed = !this.#root.closest('.disabled-form');
    const { head, fields, slots, staging } = this.#parts;
    const disabled = !claimed || !this.#session.view.open;
    if (this.#body.disabled !== disabled) this.#body.disabled = disabled;
    head.update(claimed);
    fields.node.hidden = !this.#session.view.fields.length;
    fields.update();
    staging.update();
    slots.update();
    this.gate.update();
  }

  /** Uploads and drafts go on without it. */
  close() {
    if (this.#quit.signal.aborted) return;
    this.#quit.abort();
    clearInterval(this.#timer);
    this.#parts.sheet?.close();
    this.#session.drafts.flush();
    this.#session.shown(false);
  }
}

const manyReceived = (many) => `Đã tiếp nhận thêm ${many} tệp.`;
const manyRefused = (many) => `${many} tệp chưa được tiếp nhận; lý do ghi ở từng tệp.`;
const manyWaiting = () => 'Mất kết nối; hệ thống tự thử lại cho các tệp đang tải.';

/** @return what is shown, or null where the place was taken away or the server could not be asked (which is then said there) */
async function open(root, path, onShown = () => {}) {
  styled();
  root.classList.add('thidua-hand-in');
  root.lang = 'vi';
  root.replaceChildren(el('p', { role: 'status', text: 'Đang tải nội dung nhiệm vụ…' }));
  try {
    const session = await Session.open(path);
    if (!root.isConnected) return;
    onShown(session, new Shown(session, root));
  } catch (error) {
    const again = el('button', { class: 'button', text: 'Thử lại', on: { click: () => open(root, path, onShown) } });
    const why = error.status === 401 ? 'Phiên làm việc đã hết. Hãy đăng nhập lại rồi bấm «Thử lại».' : error.message;
    root.replaceChildren(el('div', { class: 'notice bad', role: 'alert' }, el('p', { text: `Chưa mở được nội dung nhiệm vụ. ${why}` }), again));
    if (!error.status && error.constructor.name !== 'Lost') throw error;
  }
}

/** Puts the answers among the variables that Tasklist sends with Complete, in place of those of an earlier try. */
function submit(camForm, fields) {
  const { variableManager } = camForm;
  Object.keys(fields.answers)
    .filter((name) => variableManager.variable(name))
    .forEach((name) => variableManager.destroyVariable(name));
  fields.variables().forEach((variable) => variableManager.createVariable(variable));
}

/** Complete pressed right after the last figure: it is saved first, then pressed once more. */
async function flushThenPress(shown, button) {
  await shown.flush();
  if (shown.gate.pass() && button.isConnected) button.click();
}

/** Shows the duty of Tasklist's task in the form's `.thidua-hand-in`, and gates its Complete. */
export function mount(camForm) {
  const root = camForm.formElement[0].querySelector('.thidua-hand-in');
  let now = null;
  camForm.on('submit', () => {
    const button = document.activeElement?.closest('button');
    if (button && !root.contains(button) && now?.shown.gate.onlyUnsaved) flushThenPress(now.shown, button);
    else if (now?.shown.gate.pass()) return submit(camForm, now.shown.fields);
    camForm.submitPrevented = true;
  });
  camForm.on('submit-success', () => now?.session.end());
  camForm.on('store', () => {
    // Drafts live on the server, not in this browser.
    camForm.storePrevented = true;
    now?.session.drafts.flush();
    now?.shown.flush();
  });
  return open(root, `/tep/nhiem-vu/${encodeURIComponent(camForm.taskId)}`, (session, shown) => (now = { session, shown }));
}

/** Shows a duty on a page of ours, without a task: what comes late, and what was handed in. */
export function mountPage(element, dutyId) {
  return open(element, `/tep/viec/${encodeURIComponent(dutyId)}`);
}
