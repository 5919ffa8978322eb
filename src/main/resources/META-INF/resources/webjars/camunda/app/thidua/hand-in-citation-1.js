// Number, date and issuer of a document: proposed from its text, confirmed by the unit.

import { el, newId, say, setText, lines } from './hand-in-dom-1.js';
import { localWords } from './hand-in-time-1.js';

const BLANKS = [
  ['number', 'Số, ký hiệu', 'text'],
  ['issued', 'Ngày ban hành', 'date'],
  ['issuer', 'Cơ quan ban hành', 'text'],
];

export class Citation {
  #session;
  #file;
  #inputs = {};
  #touched = false;
  #state;
  #doubts;
  #problem;
  #form;
  #open;
  #echo;

  constructor(session, file) {
    this.#session = session;
    this.#file = file;
    this.#state = el('p', { class: 'meta' });
    this.#doubts = el('ul', { class: 'doubts' });
    this.#problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    this.#echo = el('output', { class: 'chosen' });
    const rows = BLANKS.map(([key, label, type]) => {
      const id = newId('citation');
      this.#inputs[key] = el('input', { id, type, maxlength: type === 'text' ? 300 : null, autocomplete: 'off' });
      return el('div', {}, el('label', { class: 'label', for: id, text: label }), this.#inputs[key], key === 'issued' ? this.#echo : null);
    });
    const confirm = el('button', { class: 'button strong', text: 'Xác nhận trích yếu', 'aria-label': `Xác nhận trích yếu của tệp ${file.name}`, on: { click: () => this.#confirm() } });
    this.#form = el('div', { class: 'citation-form' }, ...rows, el('p', { class: 'actions' }, confirm));
    this.#open = el('summary', {}, 'Sửa, xác nhận số, ký hiệu và ngày ban hành', el('span', { class: 'for-readers', text: ` của tệp ${file.name}` }));
    this.details = el('details', {}, this.#open, this.#form, this.#problem);
    this.node = el('div', { class: 'citation' }, this.#state, this.#doubts, this.details);
    this.#form.addEventListener('input', (event) => {
      event.stopPropagation();
      this.#touched = true;
      this.#date();
    });
    this.#form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !event.target.matches('input')) return;
      event.preventDefault();
      this.#confirm();
    });
  }

  async #confirm() {
    const body = Object.fromEntries(BLANKS.map(([key]) => [key, this.#inputs[key].value.trim()]));
    try {
      const file = await this.#session.change('PUT', `/tep/${this.#file.id}/trich-yeu`, body);
      this.#touched = false;
      say(this.#problem, '');
      this.details.open = false;
      this.#open.focus();
      this.#session.put(file);
      this.#session.refresh();
    } catch (error) {
      say(this.#problem, error.message);
    }
  }

  #date() {
    const { value } = this.#inputs.issued;
    setText(this.#echo, value ? `Đã chọn: ${localWords(value)}` : '');
  }

  update(file, mayChange) {
    this.#file = file;
    const { citation } = file;
    this.node.hidden = !citation;
    if (!citation) return;
    const issued = citation.issued ? `ngày ${citation.issued.split('-').reverse().join('/')}` : 'chưa rõ ngày ban hành';
    const words = [citation.number || 'chưa rõ số, ký hiệu', issued, citation.issuer || 'chưa rõ cơ quan ban hành'].join(', ');
    setText(this.#state, citation.confirmed ? `Trích yếu đã xác nhận: ${words}.` : `Trích yếu do hệ thống đọc từ văn bản, chờ đơn vị xác nhận: ${words}.`);
    lines(this.#doubts, citation.doubts ?? []);
    this.#doubts.hidden = !citation.doubts?.length;
    this.details.hidden = !mayChange;
    if (!this.#touched && !this.#form.contains(document.activeElement)) {
      BLANKS.forEach(([key]) => (this.#inputs[key].value = citation[key] ?? ''));
      this.#date();
    }
  }
}
