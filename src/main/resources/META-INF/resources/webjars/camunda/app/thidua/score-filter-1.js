// Which lines are shown: all, or those that still want something; and those that contain what is searched for.

import { el, setText } from './hand-in-dom-1.js';

/** Without accents and case, so that "ke hoach" finds "Kế hoạch". */
export const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

const KINDS = [
  ['all', 'Tất cả', () => true],
  ['open', 'Chưa có điểm', (sheet, line) => sheet.open(line) || sheet.unanswered(line) || sheet.lacksReason(line)],
  ['contested', 'Chưa thống nhất', (sheet, line) => line.contested],
  ['differs', 'Khác tự chấm', (sheet, line) => sheet.differs(line)],
  ['changed', 'Có thay đổi', (sheet, line) => sheet.changed(line)],
];

/** Tells of itself by `change` events. */
export class Filter extends EventTarget {
  #sheet;
  #kind = 'all';
  #buttons = new Map();
  search;
  #count;
  #wanted = new Set();
  #texts;

  constructor(sheet) {
    super();
    this.#sheet = sheet;
    this.#texts = new Map(sheet.lines.map((line) => [line.code, folded(`${line.code} ${line.name}`)]));
    const kinds = KINDS.filter(([kind]) => kind !== 'differs' || sheet.appraising);
    for (const [kind] of kinds) this.#buttons.set(kind, el('button', { class: 'button small', 'aria-pressed': String(kind === 'all'), on: { click: () => this.choose(kind) } }));
    this.search = el('input', { type: 'search', class: 'search', placeholder: 'Tìm tiêu chí', 'aria-label': 'Tìm tiêu chí theo mã hoặc tên, không cần dấu', autocomplete: 'off', on: { input: () => this.#anew() } });
    this.#count = el('span', { class: 'meta', role: 'status' });
    this.node = el('div', { class: 'filter', role: 'group', 'aria-label': 'Lọc dòng' }, ...this.#buttons.values(), this.#count);
    this.#anew();
  }

  /** Codes of the lines to show. */
  get wanted() {
    return this.#wanted;
  }

  choose(kind) {
    this.#kind = kind;
    this.#buttons.forEach((button, one) => button.setAttribute('aria-pressed', String(one === kind)));
    this.#anew();
  }

  /** Shows all lines where one is hidden that somebody is led to. */
  reveal(code) {
    if (this.#wanted.has(code)) return;
    this.search.value = '';
    this.choose('all');
  }

  #fits(line) {
    const words = folded(this.search.value).split(/\s+/).filter(Boolean);
    const [, , test] = KINDS.find(([kind]) => kind === this.#kind);
    return test(this.#sheet, line) && words.every((word) => this.#texts.get(line.code)?.includes(word));
  }

  #anew() {
    this.#wanted = new Set(this.#sheet.lines.filter((line) => this.#fits(line)).map(({ code }) => code));
    this.update();
    this.dispatchEvent(new Event('change'));
  }

  /** Lines that come to fit join; none goes away under somebody's hands before the filter is chosen again. */
  refresh() {
    const joining = this.#sheet.lines.filter((line) => !this.#wanted.has(line.code) && this.#fits(line));
    joining.forEach(({ code }) => this.#wanted.add(code));
    this.update();
    if (joining.length) this.dispatchEvent(new Event('change'));
  }

  update() {
    for (const [kind, name, test] of KINDS) {
      const button = this.#buttons.get(kind);
      if (button) setText(button, `${name} (${this.#sheet.lines.filter((line) => test(this.#sheet, line)).length})`);
    }
    const all = this.#sheet.lines.length;
    setText(this.#count, this.#wanted.size === all ? '' : this.#wanted.size ? `Đang hiện ${this.#wanted.size}/${all} dòng` : 'Không có dòng nào phù hợp.');
  }
}
