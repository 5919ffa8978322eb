// The sheet on a telephone: one line at a time, with its figures as boxes to fill in, and a list to jump by.

import { el, setText } from './hand-in-dom-1.js';
import { inputOf, meant, typedOf } from './score-editor-1.js';
import { FIELD_NAMES, FIELDS, figureWords, REASONS, rule, TITLES } from './score-lines-1.js';
import { comma } from './score-number-1.js';
import { totalWords } from './score-totals-1.js';
import { evidenceOf, knownOf, remarksOf, saidOf } from './score-words-1.js';

export class Phone {
  #sheet;
  #saving;
  #options;
  #on;
  #code = null;
  #lines = [];
  #inputs = new Map();
  #p = {};

  /** @param on as the grid's */
  constructor(sheet, saving, options, on) {
    this.#sheet = sheet;
    this.#saving = saving;
    this.#options = options;
    this.#on = on;
    const p = this.#p;
    p.jump = el('select', { class: 'jump', 'aria-label': 'Đến dòng', on: { change: () => this.show(p.jump.value) } });
    p.back = el('button', { class: 'button', text: '‹ Trước', on: { click: () => this.#step(-1) } });
    p.next = el('button', { class: 'button', text: 'Sau ›', on: { click: () => this.#step(1) } });
    p.at = el('span', { class: 'meta', role: 'status' });
    p.card = el('section', { class: 'card', tabindex: -1 });
    this.node = el('div', { class: 'phone' }, el('div', { class: 'steps' }, p.back, p.at, p.next), p.jump, p.card);
    p.card.addEventListener('click', ({ target }) => this.#click(target.closest('[data-act]')));
    p.card.addEventListener('keydown', (event) => this.#key(event));
  }

  get code() {
    return this.#code;
  }

  /** @param wanted codes of the lines to go through */
  filter(wanted) {
    this.#lines = this.#sheet.lines.filter(({ code }) => wanted.has(code)).map(({ code }) => code);
    this.#jumps();
    if (!this.#lines.includes(this.#code)) this.show(this.#lines[0] ?? null);
    else this.#place();
  }

  #jumps() {
    const options = this.#lines.map((code) => {
      const line = this.#sheet.line(code);
      const words = figureWords(line, this.#sheet.figure(line, this.#sheet.mainColumn));
      return el('option', { value: code, text: `${words || '–'} | ${code} ${line.name}` });
    });
    this.#p.jump.replaceChildren(...options);
    this.#p.jump.value = this.#code;
  }

  #place() {
    const at = this.#lines.indexOf(this.#code);
    setText(this.#p.at, this.#lines.length ? `Dòng ${at + 1}/${this.#lines.length}` : 'Không có dòng nào');
    this.#p.back.disabled = at <= 0;
    this.#p.next.disabled = at < 0 || at === this.#lines.length - 1;
    this.#p.jump.value = this.#code;
  }

  #step(by) {
    this.settle();
    this.show(this.#lines[this.#lines.indexOf(this.#code) + by]);
    this.#p.card.focus({ preventScroll: true });
  }

  focus(code) {
    this.show(code);
    (this.#inputs.values().next().value?.input ?? this.#p.card).focus();
  }

  show(code) {
    this.#code = code;
    this.#inputs.clear();
    const p = this.#p;
    const line = code === null ? null : this.#sheet.line(code);
    if (!line) p.card.replaceChildren();
    else {
      const group = this.#sheet.groupOf.get(code);
      p.remarks = el('div', { class: 'remarks' });
      p.said = el('div', { class: 'said' });
      p.others = el('dl', {});
      p.choice = el('div', {});
      p.evidence = el('p', { class: 'evidence' });
      p.group = el('p', { class: 'meta' });
      p.card.setAttribute('aria-label', `Dòng ${code}`);
      p.card.replaceChildren(
        el('p', { class: 'meta', text: group ? `Nhóm ${group.code}. ${group.name}` : line.kind === 'BONUS' ? 'Điểm thưởng theo danh mục' : 'Điểm trừ theo danh mục' }),
        el('h4', {}, el('span', { class: 'code', text: code }), ` ${line.name}`),
        p.remarks,
        p.said,
        p.choice,
        p.others,
        ...this.#boxes(line),
        p.evidence,
        p.group,
        el('p', {}, el('button', { class: 'link', text: 'Chi tiết, lịch sử của dòng', 'data-act': 'details' }))
      );
      this.#fill(line);
    }
    this.#place();
  }

  #boxes(line) {
    if (!this.#sheet.column) return [];
    return [...FIELDS.filter((field) => rule(line, field)), 'reason'].map((field) => {
      const parts = inputOf(this.#sheet, line, field);
      const box = { ...parts, field, before: typedOf(this.#sheet, line, field), touched: false };
      parts.input.disabled = !this.#on.may();
      parts.input.addEventListener('input', () => this.#typed(line, box));
      parts.input.addEventListener('blur', () => this.#take(line, box));
      this.#inputs.set(field, box);
      const name = field === 'reason' ? REASONS[this.#sheet.column] : FIELD_NAMES[field];
      box.lacks = el('span', { class: 'lacks' });
      return el('label', { class: 'box' }, el('span', { class: 'caption' }, name, ' ', box.lacks), parts.input, field === 'reason' ? null : parts.tip, parts.alarm);
    });
  }

  #typed(line, box) {
    box.check();
    if (!box.touched) box.seen = this.#sheet.seen(line);
    box.touched = true;
    if (box.field !== 'reason') return;
    this.#sheet.edit([{ code: line.code, ...meant(line, 'reason', box.input.value), seen: box.seen }]);
    this.#saving.soon('letter');
  }

  #take(line, box) {
    if (!box.touched) return;
    box.touched = false;
    box.check(true);
    const { patch, wrong } = meant(line, box.field, box.input.value);
    this.#sheet.edit([{ code: line.code, patch, wrong, seen: box.seen }]);
    this.#saving.soon();
  }

  /** What is being typed is taken over. */
  settle() {
    const line = this.#code && this.#sheet.line(this.#code);
    this.#inputs.forEach((box) => this.#take(line, box));
  }

  #key(event) {
    if (event.key !== 'Enter' || !event.target.matches('input')) return;
    event.preventDefault();
    const inputs = [...this.#inputs.values()].map(({ input }) => input);
    const next = inputs[inputs.indexOf(event.target) + 1];
    if (next) next.focus();
    else event.target.blur();
  }

  #click(button) {
    if (!button) return;
    const { act } = button.dataset;
    this.settle();
    this.#on[act](this.#code);
  }

  /** @param codes of the lines that changed, or null for all */
  update(codes) {
    const line = this.#code && this.#sheet.line(this.#code);
    if (line && (!codes || codes.has(this.#code))) this.#fill(line);
    this.#jumps();
  }

  #fill(line) {
    const sheet = this.#sheet;
    const p = this.#p;
    const mine = sheet.unsaved.get(line.code);
    p.remarks.replaceChildren(...[el('span', { class: 'meta', text: line.kind === 'PENALTY' ? '' : `tối đa ${comma(line.max)}` }), ...remarksOf(sheet, line), knownOf(sheet, line, 1)].filter(Boolean));
    p.remarks.querySelectorAll('[tabindex="-1"]').forEach((button) => (button.tabIndex = 0));
    p.said.replaceChildren(...saidOf(sheet, line));
    p.choice.replaceChildren(...(mine?.theirs ? [this.#options.choiceOf(line, mine)] : []));
    const others = sheet.view.columns.filter((column) => column !== sheet.column);
    p.others.replaceChildren(...others.flatMap((column) => [el('dt', { text: TITLES[column] }), el('dd', { text: figureWords(line, sheet.figure(line, column)) || 'chưa có điểm' })]));
    this.#inputs.forEach((box, field) => {
      setText(box.lacks, field === 'reason' && sheet.lacksReason(line) ? 'Cần nêu lý do' : '');
      if (box.touched || document.activeElement === box.input) return;
      box.input.value = typedOf(sheet, line, field);
      box.check(true);
      box.input.dataset.computed = String(field === 'points' && sheet.figure(line, sheet.column).count !== null);
    });
    if (mine?.problem) p.said.append(el('p', { class: 'problem', text: mine.problem }));
    const { words, act, href, label } = evidenceOf(line, this.#options);
    const way = act ? el('button', { class: 'link', text: words, 'data-act': 'evidence', 'aria-label': label }) : href ? el('a', { href, target: '_blank', rel: 'noopener', text: words, 'aria-label': label }) : el('span', { text: words });
    p.evidence.replaceChildren('Minh chứng: ', way);
    const group = sheet.groupOf.get(line.code);
    setText(p.group, group ? `Điểm nhóm ${group.code}: ${totalWords(sheet.totals(sheet.mainColumn), `g:${group.code}`)}/${comma(group.max)}` : '');
  }
}
