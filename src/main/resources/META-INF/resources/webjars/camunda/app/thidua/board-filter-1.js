// What of the board is shown: which view, which lines, which group, which unit. Kept in the address, so that a link or a
// reload shows the same.

import { el, setText } from './hand-in-dom-1.js';

const VIEWS = { lines: 'Từng dòng', unit: 'Từng đơn vị', compare: 'So sánh' };
const SHOWS = {
  disputed: { words: 'Tranh chấp', test: (position) => position.disputed },
  open: { words: 'Chưa thống nhất', test: (position) => position.unsettled },
  marked: { words: 'Được bổ sung', test: (position) => position.marked },
  all: { words: 'Tất cả', test: () => true },
};

/** Tells of `filter` when something else is to be shown. */
export class Filter extends EventTarget {
  view = 'lines';
  show = null;
  group = '';
  unit = '';
  #board;
  #views;
  #shows;
  #groups = el('select', { 'aria-label': 'Nhóm tiêu chí', on: { change: () => this.set({ group: this.#groups.value }) } });
  #units = el('select', { 'aria-label': 'Đơn vị', on: { change: () => this.set({ unit: this.#units.value }) } });

  constructor(board) {
    super();
    this.#board = board;
    const buttons = (choices, set) =>
      Object.fromEntries(Object.entries(choices).map(([value, text]) => [value, el('button', { text, on: { click: () => this.set(set(value)) } })]));
    this.#views = buttons(VIEWS, (view) => ({ view, unit: view === 'unit' ? this.unit : '' }));
    this.#shows = buttons(Object.fromEntries(Object.entries(SHOWS).map(([show, { words }]) => [show, words])), (show) => ({ show }));
    this.node = el(
      'nav',
      { class: 'filter', 'aria-label': 'Chọn nội dung hiển thị' },
      el('div', { class: 'segments views', role: 'group', 'aria-label': 'Cách xem' }, ...Object.values(this.#views)),
      el('div', { class: 'segments', role: 'group', 'aria-label': 'Dòng hiển thị' }, ...Object.values(this.#shows)),
      this.#groups,
      this.#units
    );
    this.#read();
  }

  #read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (VIEWS[asked.get('xem')]) this.view = asked.get('xem');
    if (SHOWS[asked.get('dong')]) this.show = asked.get('dong');
    this.group = asked.get('nhom') ?? '';
    this.unit = asked.get('don-vi') ?? '';
  }

  set(change) {
    Object.assign(this, change);
    const kept = Object.entries({ xem: this.view, dong: this.show, nhom: this.group, 'don-vi': this.unit }).filter(([, value]) => value);
    history.replaceState(null, '', `#${new URLSearchParams(kept)}`);
    this.update();
    this.dispatchEvent(new Event('filter'));
  }

  /** After the board was read: choices that there are no more fall away. */
  loaded() {
    const { groups, units, phase, positions } = this.#board;
    if (!groups.some((group) => group.code === this.group)) this.group = '';
    if (!this.#board.unit(this.unit)) this.unit = '';
    if (!this.show) {
      const first = phase === 'SETTLING' || phase === 'SUPPLEMENT' ? 'marked' : 'disputed';
      this.show = positions.some(SHOWS[first].test) ? first : 'all';
    }
    const option = (value, text) => el('option', { value, text });
    this.#groups.replaceChildren(option('', 'Mọi nhóm tiêu chí'), ...groups.map((group) => option(group.code, `${group.lines.length && Number(group.code) ? `${group.code}. ` : ''}${group.name}`)));
    this.#units.replaceChildren(option('', 'Mọi đơn vị'), ...units.map((unit) => option(unit.code, `${unit.code} – ${unit.short}`)));
    this.update();
  }

  update() {
    for (const [view, button] of Object.entries(this.#views)) button.setAttribute('aria-pressed', String(view === this.view));
    const within = this.#board.positions.filter((position) => this.#within(position));
    for (const [show, button] of Object.entries(this.#shows)) {
      button.setAttribute('aria-pressed', String(show === this.show));
      const number = show === 'all' ? '' : ` (${within.filter(SHOWS[show].test).length})`;
      setText(button, SHOWS[show].words + number);
    }
    this.#groups.value = this.group;
    this.#units.value = this.unit;
  }

  #within({ unit, line }) {
    return this.isIn(line) && (!this.unit || unit.code === this.unit);
  }

  isIn(line) {
    return !this.group || this.#board.groupOf(line) === this.group;
  }

  /** Whether the filter asks for this position. */
  asksFor(position) {
    return this.#within(position) && SHOWS[this.show].test(position);
  }
}

/**
 * The lines that a view lists, disputed ones first. While people talk, nothing they look at goes away: lines that are settled
 * stay until the list is asked for anew, lines that come up are added.
 */
export class Listed {
  lines = [];
  #board;
  #asked;

  /** @param asked whether the filter asks for a line in this view */
  constructor(board, asked, disputed) {
    this.#board = board;
    this.#asked = asked;
    this.disputed = disputed;
  }

  anew() {
    const asked = this.#board.lines.filter(this.#asked);
    const first = new Set(asked.filter(this.disputed));
    this.lines = [...first, ...asked.filter((line) => !first.has(line))];
  }

  /** @return whether a line came up */
  add() {
    const order = (line) => this.#board.lines.indexOf(line);
    const listed = new Set(this.lines);
    const more = this.#board.lines.filter((line) => !listed.has(line) && this.#asked(line));
    for (const line of more) {
      const at = this.lines.findIndex((other) => order(other) > order(line));
      this.lines.splice(at < 0 ? this.lines.length : at, 0, line);
    }
    return more.length > 0;
  }

  /** How many listed lines the filter does not ask for any more. */
  get done() {
    return this.lines.filter((line) => !this.#asked(line)).length;
  }
}

/** Offers to list anew where settled lines are still listed. */
export class DoneBar {
  #words = el('span');
  #listed;

  constructor(listed, again) {
    this.#listed = listed;
    this.node = el('p', { class: 'done-bar', hidden: true }, this.#words, ' ', el('button', { class: 'link', text: 'Cập nhật danh sách', on: { click: again } }));
  }

  update() {
    const { done } = this.#listed;
    this.node.hidden = !done;
    setText(this.#words, `${done} dòng đã xong vẫn được giữ trên bảng.`);
  }
}
