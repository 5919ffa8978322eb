// Complete is held back, with its reasons and the ways to them, while something is missing. The server judges again.

import { el, KeyedList, newId } from './hand-in-dom-1.js';

const READY = 'Không còn nội dung nào thiếu. Bấm «Hoàn thành» để nộp.';
const ENDED = 'Nhiệm vụ này không còn chờ hoàn thành: đã hết hạn, hoặc đồng nghiệp đã hoàn thành. Các tệp đã nộp vẫn được giữ nguyên.';

export class Gate {
  #session;
  #view;
  #list;
  #summary;
  #ready;
  #announcer;

  /** @param view `{fields, slots, staging, sheet}`, what is shown; sheet: null where the duty has none */
  constructor(session, view, announcer) {
    this.#session = session;
    this.#view = view;
    this.#announcer = announcer;
    const id = newId('summary');
    const list = el('ul');
    this.#ready = el('p', { class: 'notice', text: READY, hidden: true });
    this.#summary = el('section', { class: 'summary', 'aria-labelledby': id, tabindex: -1, hidden: true }, el('h4', { id, text: 'Chưa hoàn thành được nhiệm vụ' }), list);
    this.node = el('div', {}, this.#summary, this.#ready);
    this.#list = new KeyedList(list, ({ text }) => text, (problem) => this.#row(problem), () => this.#summary);
  }

  #row({ text, focus }) {
    const row = { node: el('li'), focus, update: (problem) => (row.focus = problem.focus) };
    row.node.append(focus ? el('button', { class: 'link', text, on: { click: () => row.focus() } }) : el('span', { text }));
    return row;
  }

  /** Whether nothing speaks against handing in but that the last figures are not saved yet. */
  get onlyUnsaved() {
    this.#view.sheet?.settle();
    const problems = this.#problems();
    return problems.length > 0 && problems.every(({ key }) => key === 'unsaved');
  }

  /** @return whether nothing that the browser knows of speaks against handing in; else the reasons are shown */
  pass() {
    this.#view.sheet?.settle();
    this.#show();
    this.#ready.hidden = true;
    if (this.#summary.hidden) return true;
    this.#summary.focus();
    this.#summary.scrollIntoView({ block: 'start' });
    return false;
  }

  /** Reasons that were shown go away as they are mended; that nothing is left in the way of Complete is said. */
  update() {
    if (!this.#summary.hidden) {
      this.#show();
      if (!this.#summary.hidden) return;
      this.#ready.hidden = false;
      this.#announcer.announce(READY);
    } else if (!this.#ready.hidden) {
      this.#ready.hidden = this.#problems().length > 0;
    }
  }

  #show() {
    const problems = this.#problems();
    this.#summary.hidden = !problems.length;
    this.#list.set(problems);
  }

  #problems() {
    const { view, uploads, over, stale } = this.#session;
    const { fields, slots, staging, sheet } = this.#view;
    if (!view.task) return [{ text: ENDED, focus: null }];
    const problems = [...(sheet?.problems() ?? []), ...fields.check()];
    // Older than what was handed in since: the server says it anew, if it is still so.
    for (const text of stale ? [] : view.missing) {
      const slot = this.#meant(text);
      problems.push({ text, focus: view.slots.length ? () => slots.focus(slot) : null });
    }
    const busy = uploads.busy;
    if (busy.length) {
      problems.push({
        text: busy.length === 1 ? `Tệp «${busy[0].file.name}» đang tải lên. Hãy chờ tải xong hoặc hủy.` : `${busy.length} tệp đang tải lên. Hãy chờ tải xong hoặc hủy.`,
        focus: () => slots.focus(busy[0].slot),
      });
    }
    uploads.unsettled.forEach((upload) =>
      problems.push({ text: `Tệp «${upload.file.name}» chưa tải lên được. Hãy thử lại hoặc bỏ khỏi danh sách.`, focus: () => slots.focus(upload.slot) })
    );
    if (uploads.staged.length) {
      problems.push({ text: `${uploads.staged.length} tệp đã chọn nhưng chưa tải lên. Hãy chọn mục rồi tải lên, hoặc bỏ.`, focus: () => staging.focus() });
    }
    if (over) problems.push({ text: 'Phiên làm việc đã hết. Hãy đăng nhập lại.', focus: null });
    return problems;
  }

  /** The slot that a sentence of the server names: the longest title in it. */
  #meant(text) {
    const named = this.#session.view.slots.filter((slot) => text.includes(slot.title));
    return named.sort((a, b) => b.title.length - a.title.length)[0]?.code;
  }
}
