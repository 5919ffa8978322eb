// Complete is held back, with its reasons and the ways to them, while something is missing, unsaved or refused. The server judges again.

import { el, KeyedList, newId } from './hand-in-dom-1.js';

const READY = 'Mọi ô đã lưu, không còn nội dung nào thiếu. Bấm «Hoàn thành» để gửi.';
const NAMED = 6;

function named(lines) {
  const codes = lines.slice(0, NAMED).map(({ code }) => code).join(', ');
  return lines.length > NAMED ? `${codes} và ${lines.length - NAMED} dòng khác` : codes;
}

/**
 * What speaks against handing in: `[{key, text, line, filter}]`; line: where to go, or null; filter: what to show there.
 */
export function problemsOf({ sheet, over, ended }) {
  const own = [...sheet.unsaved.values()];
  const these = (test) => own.filter(test).map((one) => sheet.line(one.line) ?? { code: one.line });
  const problems = [];
  const add = (key, lines, text, filter = 'all') => lines.length && problems.push({ key, text: `${text}: dòng ${named(lines)}.`, line: lines[0].code, filter });
  if (over) problems.push({ key: 'over', text: 'Phiên làm việc đã hết. Hãy đăng nhập lại.', line: null });
  if (ended) problems.push({ key: 'ended', text: 'Nhiệm vụ này không còn chờ hoàn thành: đã hết hạn, hoặc đồng nghiệp đã hoàn thành.', line: null });
  if (!sheet.column) return [...problems, { key: 'shut', text: sheet.view.whyNot || 'Bảng điểm này không còn sửa được.', line: null }];
  const wrong = (one) => Object.keys(one.wrong).length > 0;
  add('wrong', these(wrong), 'Có ô viết chưa đúng');
  add('choice', these((one) => one.theirs), 'Có ô mang hai giá trị, cần chọn một');
  add('refused', these((one) => one.problem && !one.theirs && !wrong(one) && one.field !== 'reason'), 'Máy chủ chưa nhận');
  add('unsaved', these((one) => !one.problem && !one.theirs && !wrong(one)), 'Còn ô chưa lưu lên máy chủ');
  add('reason', sheet.lines.filter((line) => sheet.lacksReason(line)), 'Cần nêu lý do', 'open');
  add('open', sheet.lines.filter((line) => sheet.open(line)), 'Chưa có điểm (không đạt thì ghi 0)', 'open');
  return problems;
}

export class Gate {
  #session;
  #list;
  #summary;
  #ready;
  #announcer;

  /** @param goTo called with a problem */
  constructor(session, announcer, goTo) {
    this.#session = session;
    this.#announcer = announcer;
    const id = newId('score-gate');
    const list = el('ul');
    this.#ready = el('p', { class: 'notice', text: READY, hidden: true });
    this.#summary = el('section', { class: 'summary', 'aria-labelledby': id, tabindex: -1, hidden: true }, el('h4', { id, text: 'Chưa gửi được bảng điểm' }), list);
    this.node = el('div', {}, this.#summary, this.#ready);
    this.#list = new KeyedList(list, ({ text }) => text, (problem) => this.#row(problem, goTo), () => this.#summary);
  }

  #row(problem, goTo) {
    const node = el('li', {}, problem.line === null ? el('span', { text: problem.text }) : el('button', { class: 'link', text: problem.text, on: { click: () => goTo(problem) } }));
    return { node, update() {} };
  }

  /** @return whether nothing that the browser knows of speaks against handing in; else the reasons are shown */
  pass() {
    this.#show();
    this.#ready.hidden = true;
    if (this.#summary.hidden) return true;
    this.#summary.focus();
    this.#summary.scrollIntoView({ block: 'start' });
    return false;
  }

  /** Reasons that were shown go away as they are mended; that nothing is left is said. */
  update() {
    if (!this.#summary.hidden) {
      this.#show();
      if (!this.#summary.hidden) return;
      this.#ready.hidden = false;
      this.#announcer.announce(READY);
    } else if (!this.#ready.hidden) this.#ready.hidden = problemsOf(this.#session).length > 0;
  }

  #show() {
    const problems = problemsOf(this.#session);
    this.#summary.hidden = !problems.length;
    this.#list.set(problems);
  }
}
