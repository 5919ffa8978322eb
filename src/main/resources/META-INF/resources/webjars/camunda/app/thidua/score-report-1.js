// What became of a paste or another act on many cells: how many were taken, which were not and why, and the way back.

import { el } from './hand-in-dom-1.js';

const counted = ({ taken, same, blank, surplus, refused }) =>
  [
    `Đã nhận ${taken} ô`,
    same ? `${same} ô giữ nguyên vì trùng giá trị` : '',
    blank ? `bỏ qua ${blank} ô trống` : '',
    surplus ? `${surplus} ô thừa, không có dòng hoặc cột tương ứng` : '',
    refused.length ? `không nhận ${refused.length} ô` : '',
  ]
    .filter(Boolean)
    .join('; ');

export class Report {
  #on;

  /** @param on `{undo(), focus(code)}` */
  constructor(on) {
    this.#on = on;
    this.node = el('section', { class: 'report', 'aria-label': 'Kết quả dán', hidden: true });
  }

  close() {
    this.node.hidden = true;
  }

  /** @param text one sentence; refused: `[{code, value, why}]`, each a way to its line */
  show(text, refused, undoable) {
    const undo = undoable ? el('button', { class: 'button small', text: 'Hoàn tác', on: { click: () => this.#on.undo() } }) : null;
    const close = el('button', { class: 'button small', text: 'Đóng', on: { click: () => this.close() } });
    const rows = refused.map(({ code, value, why }) =>
      el('li', {}, el('button', { class: 'link', text: `Dòng ${code}`, on: { click: () => this.#on.focus(code) } }), `: «${value.trim().slice(0, 40)}». ${why}`)
    );
    this.node.replaceChildren(el('div', { class: 'actions' }, el('p', { role: 'status', text }), undo, close), ...(rows.length ? [el('ul', {}, ...rows)] : []));
    this.node.dataset.tone = refused.length ? 'bad' : '';
    this.node.hidden = false;
  }

  pasted(report) {
    this.show(`${counted(report)}.`, report.refused, report.taken > 0);
  }
}
