// Number, date and issuer of a document: proposed from its text, confirmed by the unit.

import { dateInput } from './hand-in-date-1.js';
import { el, lines, newId, say, setText } from './hand-in-dom-1.js';

const BLANKS = [
  ['number', 'Số, ký hiệu'],
  ['issued', 'Ngày ban hành'],
  ['issuer', 'Cơ quan ban hành'],
];

function textInput(id) {
  const node = el('input', { id, type: 'text', maxlength: 300, autocomplete: 'off' });
  return { node, get: () => node.value.trim(), set: (value) => void (node.value = value) };
}

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

  constructor(session, file) {
    this.#session = session;
    this.#file = file;
    this.#state = el('p', { class: 'meta' });
    this.#doubts = el('ul', { class: 'doubts' });
    this.#problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    const rows = BLANKS.map(([key, label]) => {
      const id = newId('citation');
      this.#inputs[key] = key === 'issued' ? dateInput('DATE', { id }, label) : textInput(id);
      return el('div', { class: 'field' }, el('label', { class: 'caption-of', for: id, text: label }), this.#inputs[key].node);
    });
    const confirm = el('button', { class: 'button strong', text: 'Xác nhận trích yếu', 'aria-label': `Xác nhận trích yếu của tệp ${file.name}`, on: { click: () => this.#confirm() } });
    this.#form = el('div', { class: 'citation-form' }, ...rows, el('p', { class: 'actions' }, confirm));
    this.#open = el('summary', {}, 'Sửa, xác nhận số, ký hiệu và ngày ban hành', el('span', { class: 'for-readers', text: ` của tệp ${file.name}` }));
    this.details = el('details', {}, this.#open, this.#form, this.#problem);
    this.node = el('div', { class: 'citation' }, this.#state, this.#doubts, this.details);
    this.#form.addEventListener('input', (event) => {
      event.stopPropagation();
      this.#touched = true;
    });
    this.#form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !event.target.matches('input')) return;
      event.preventDefault();
      this.#confirm();
    });
  }

  async #confirm() {
    const wrong = this.#inputs.issued.wrong();
    say(this.#problem, wrong);
    if (wrong) return this.#inputs.issued.input.focus();
    const body = Object.fromEntries(BLANKS.map(([key]) => [key, this.#inputs[key].get()]));
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

  update(file, mayChange) {
    this.#file = file;
    const { citation } = file;
    // The text is read with the check; before that there is nothing to propose.
    const asked = mayChange && (file.verdict !== null || this.#touched);
    this.node.hidden = !citation || (!citation.confirmed && !asked);
    if (!citation) return;
    const issued = citation.issued ? `ngày ${citation.issued.split('-').reverse().join('/')}` : 'chưa rõ ngày ban hành';
    const words = [citation.number || 'chưa rõ số, ký hiệu', issued, citation.issuer || 'chưa rõ cơ quan ban hành'].join(', ');
    const nothing = !citation.number && !citation.issued && !citation.issuer;
    if (nothing) setText(this.#state, 'Hệ thống chưa đọc được số, ký hiệu, ngày và cơ quan ban hành; đơn vị ghi và xác nhận nếu tệp là văn bản.');
    else setText(this.#state, citation.confirmed ? `Trích yếu đã xác nhận: ${words}.` : `Trích yếu do hệ thống đọc từ văn bản, chờ đơn vị xác nhận: ${words}.`);
    lines(this.#doubts, mayChange ? citation.doubts ?? [] : []);
    this.#doubts.hidden = !this.#doubts.childElementCount;
    this.details.hidden = !mayChange;
    if (!this.#touched && !this.#form.contains(document.activeElement)) {
      BLANKS.forEach(([key]) => this.#inputs[key].set(citation[key] ?? ''));
    }
  }
}
