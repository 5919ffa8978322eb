// An appraiser says that others should judge this unit, and everybody who sees the appraisal reads who was replaced and why.

import { call, Refusal } from './hand-in-api-1.js';
import { el } from './hand-in-dom-1.js';

const LONGEST = 2000;

export class Conflict {
  #path;
  #after;
  #said = el('div', { role: 'status' });

  /** @param after called with what is to be said once somebody was replaced: the sheet is no longer this person's */
  constructor(session, after) {
    this.#path = `${session.path}/xung-dot`;
    this.#after = after;
    this.node = el('div', { class: 'conflicts', hidden: true });
    const { columns, mode } = session.sheet.view;
    if (mode !== 'SELF' && columns.some((column) => column === 'LEADER' || column === 'DEPUTY')) this.#ask();
  }

  async #ask() {
    try {
      this.#show(await call('GET', this.#path));
    } catch (error) {
      // Beside the point of the page: who has to sign in again, or has lost the server, is told so by the sheet itself.
      if (error instanceof Refusal || error.constructor.name === 'Lost') return;
      throw error;
    }
  }

  #show({ mayDeclare, declared }) {
    this.node.hidden = !mayDeclare && !declared.length;
    this.node.replaceChildren(this.#said, ...declared.map(Conflict.#past), ...(mayDeclare ? [this.#form()] : []));
  }

  static #past({ by, reason, replacements, at }) {
    return el(
      'p',
      { class: 'notice' },
      el('strong', { text: `${by} đã báo có xung đột lợi ích` }),
      ` (${at}): ${reason}. Thẩm định thay: ${replacements.join('; ')}. Điểm người trước đã ghi được giữ và đánh dấu «người ghi đã được thay».`
    );
  }

  #form() {
    const reason = el('textarea', { rows: 3, maxlength: LONGEST, 'aria-label': 'Lý do có xung đột lợi ích', required: true });
    const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    const sure = el('button', { type: 'button', class: 'button', text: 'Xác nhận, giao người khác thẩm định', hidden: true });
    const ask = el('button', { type: 'button', class: 'button', text: 'Báo xung đột lợi ích' });
    const tell = (text) => {
      problem.textContent = text;
      problem.hidden = !text;
    };
    ask.addEventListener('click', () => {
      if (!reason.value.trim()) {
        tell('Ghi lý do có xung đột lợi ích với đơn vị này.');
        return reason.focus();
      }
      tell('');
      sure.hidden = false;
      sure.focus();
    });
    sure.addEventListener('click', async () => {
      sure.disabled = true;
      try {
        this.#done(await call('POST', this.#path, { reason: reason.value }));
      } catch (error) {
        tell(error.message);
        sure.disabled = false;
      }
    });
    return el(
      'details',
      {},
      el('summary', { text: 'Tôi có xung đột lợi ích với đơn vị này' }),
      el('p', {
        text: 'Ví dụ: người thân công tác tại đơn vị, từng phụ trách nội dung được chấm. Việc báo được ghi nhật ký, không rút lại được: người khác thẩm định thay, điểm đã ghi được giữ và đánh dấu.',
      }),
      reason,
      problem,
      el('p', {}, ask, ' ', sure)
    );
  }

  #done(replacements) {
    this.#said.replaceChildren(
      el('p', { class: 'notice', text: `Đã ghi nhận. Người thẩm định thay: ${replacements.join('; ')}. Nhiệm vụ này không còn trong danh sách công việc của Ông/Bà.` })
    );
    this.node.replaceChildren(this.#said);
    this.#after(this.node);
  }
}
