// Agreeing on all undisputed lines of a unit in one act, after they were shown.

import { el, newId, say, setText } from './hand-in-dom-1.js';
import { wholeFigureWords } from './board-figures-1.js';
import { sweepable } from './board-unit-1.js';

const REASON = 'Thống nhất các dòng không tranh chấp theo đề xuất';

export class Sweep {
  #board;
  #positions = [];
  #unit = null;
  #busy = false;
  #title = el('h2', { id: newId('sweep') });
  #explained = el('p', { class: 'hint', text: 'Không gồm các dòng còn tranh chấp và các dòng được bổ sung minh chứng. Từng dòng vẫn hoàn tác riêng được.' });
  #list = el('tbody');
  #reason = el('textarea', { id: newId('reason'), rows: 2, maxlength: 1000, required: true });
  #problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  #failed = el('ul', { class: 'problem', hidden: true });
  #submit = el('button', { class: 'button primary' });

  constructor(board) {
    this.#board = board;
    this.#submit.type = 'submit';
    const cancel = el('button', { class: 'button', text: 'Thôi', on: { click: () => this.node.close() } });
    const table = el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...['Dòng', 'Nội dung', 'Điểm'].map((text) => el('th', { scope: 'col', text })))),
      this.#list
    );
    const form = el(
      'form',
      { novalidate: true, on: { submit: (event) => this.#send(event) } },
      el('label', { for: this.#reason.id, text: 'Lý do' }),
      this.#reason,
      this.#problem,
      this.#failed,
      el('p', { class: 'buttons' }, this.#submit, ' ', cancel)
    );
    this.node = el('dialog', { class: 'panel sweep', 'aria-labelledby': this.#title.id }, this.#title, this.#explained, form, el('div', { class: 'scrolled', tabindex: 0, role: 'region', 'aria-label': 'Các dòng sẽ thống nhất' }, table));
  }

  open(unit) {
    this.#unit = unit;
    this.#reason.value = REASON;
    say(this.#problem, '');
    this.#failed.hidden = true;
    this.#show();
    this.node.showModal();
    this.#submit.focus();
  }

  /** What is no longer undisputed or already agreed on falls away before it is sent. */
  changed() {
    if (this.node.open && !this.#busy) this.#show();
  }

  #show() {
    this.#positions = sweepable(this.#board, this.#unit);
    setText(this.#title, `Thống nhất ${this.#positions.length} dòng không tranh chấp của ${this.#unit.name}`);
    setText(this.#submit, `Thống nhất ${this.#positions.length} dòng`);
    this.#submit.disabled = !this.#positions.length;
    const row = ({ line, proposal }) =>
      el('tr', {}, el('th', { scope: 'row', text: line.code }), el('td', { text: line.name }), el('td', { class: 'number', text: wholeFigureWords(line, proposal.figures) }));
    this.#list.replaceChildren(...this.#positions.map(row));
  }

  async #send(event) {
    event.preventDefault();
    const reason = this.#reason.value.trim();
    if (this.#busy) return;
    if (!reason) {
      say(this.#problem, 'Cần nêu lý do thống nhất.');
      return this.#reason.focus();
    }
    this.#busy = true;
    this.#submit.setAttribute('aria-disabled', 'true');
    say(this.#problem, '');
    try {
      this.#answered(await this.#board.agreeAll(this.#unit, this.#positions, reason));
    } catch (error) {
      if (!error.message) throw error;
      say(this.#problem, error.message);
    } finally {
      this.#busy = false;
      this.#submit.removeAttribute('aria-disabled');
    }
  }

  #answered(results) {
    const failed = results.filter((result) => result.message);
    if (!failed.length) return this.node.close();
    say(this.#problem, `Đã thống nhất ${results.length - failed.length} dòng; ${failed.length} dòng chưa được:`);
    this.#failed.replaceChildren(...failed.map(({ line, message }) => el('li', { text: `${line}: ${message}` })));
    this.#failed.hidden = false;
    this.#show();
  }
}
