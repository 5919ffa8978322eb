// The ranking as it would be if it stayed so, with what is still open; who has just moved, and how far.

import { el, KeyedList, setText } from './hand-in-dom-1.js';
import { aligned } from './board-figures-1.js';
import { flash } from './board-cell-1.js';
import { knockOutWords } from './board-words-1.js';

class Row {
  #rank = el('b');
  #move = el('span', { class: 'move', role: 'img', hidden: true });
  #name;
  #out = el('small', { class: 'knocked-out' });
  #total = el('td', { class: 'number total' });
  #bonus = el('td', { class: 'number' });
  #band = el('td', { class: 'band' });
  #open = el('td', { class: 'number open' });

  constructor(unit, showUnit) {
    this.#name = el('button', { class: 'link', title: `Xem ${unit.name}`, on: { click: () => showUnit(unit.code) } }, el('b', { text: unit.code }), ' ', el('span', { class: 'name', text: unit.short }));
    this.node = el('tr', {}, el('td', { class: 'rank' }, this.#rank, this.#move), el('th', { scope: 'row' }, this.#name, this.#out), this.#total, this.#bonus, this.#band, this.#open);
  }

  update({ standing, disputed, unsettled }) {
    setText(this.#rank, String(standing.rank ?? '–'));
    setText(this.#total, aligned(standing.total));
    setText(this.#bonus, aligned(standing.totalWithBonus));
    setText(this.#band, standing.band ?? '–');
    setText(this.#open, unsettled ? `${unsettled}${disputed ? ` (${disputed} ≠)` : ''}` : '✓');
    this.#open.setAttribute('aria-label', unsettled ? `${unsettled} dòng chưa thống nhất, ${disputed} tranh chấp` : 'đã thống nhất hết');
    this.#open.classList.toggle('disputed', disputed > 0);
    const out = standing.knockOuts ?? [];
    setText(this.#out, out.length ? `Không xét danh hiệu: ${knockOutWords(out)}` : '');
    this.#out.hidden = !out.length;
  }

  moved(places) {
    setText(this.#move, places ? `${places > 0 ? '▲' : '▼'}${Math.abs(places)}` : '');
    this.#move.className = `move ${places > 0 ? 'up' : 'down'}`;
    this.#move.hidden = !places;
    if (places) {
      this.#move.setAttribute('aria-label', `${places > 0 ? 'lên' : 'xuống'} ${Math.abs(places)} bậc`);
      flash(this.node);
    }
  }
}

export class Standings {
  #context;
  #list;
  #body = el('tbody');

  /** @param context {board, showUnit(code)} */
  constructor(context) {
    this.#context = context;
    this.#list = new KeyedList(this.#body, ({ unit }) => unit.code, ({ unit }) => new Row(unit, context.showUnit));
    const heads = [['Hạng', ''], ['Đơn vị', ''], ['Tổng', 'number'], ['+ thưởng', 'number'], ['Xếp loại', 'band'], ['Còn', 'number']];
    this.node = el(
      'section',
      { class: 'standings', 'aria-labelledby': 'thidua-standings' },
      el('h2', { id: 'thidua-standings', text: 'Xếp hạng nếu giữ nguyên' }),
      el('table', {}, el('thead', {}, el('tr', {}, ...heads.map(([text, name]) => el('th', { scope: 'col', class: name || null, text })))), this.#body),
      el('p', { class: 'hint', text: 'Còn: số dòng chưa thống nhất (≠ tranh chấp). Mũi tên: thay đổi so với lần xếp hạng trước.' })
    );
  }

  update() {
    const { board } = this.#context;
    const items = board.standings
      .map((standing) => ({ standing, unit: board.unit(standing.unit) }))
      .filter(({ unit }) => unit)
      .map((item) => ({ ...item, ...countsOf(board, item.unit) }));
    items.sort((a, b) => (a.standing.rank ?? Infinity) - (b.standing.rank ?? Infinity) || a.unit.code.localeCompare(b.unit.code));
    this.#list.set(items);
    this.node.hidden = !items.length;
  }

  /** @param moves places gained (or lost) by unit; without any the last ones stay to be seen */
  ranked(moves) {
    this.update();
    if (!moves.size) return;
    for (const { code } of this.#context.board.units) this.#list.part(code)?.moved(moves.get(code) ?? 0);
  }
}

function countsOf(board, unit) {
  const positions = board.lines.map((line) => board.position(unit.code, line.code));
  return { disputed: positions.filter((position) => position.disputed).length, unsettled: positions.filter((position) => position.unsettled).length };
}

/** "An Giang lên hạng 4", for those who listen. */
export function moveSentences(board, moves) {
  return [...moves].filter(([, places]) => places > 0).map(([code]) => `${board.unit(code)?.short ?? code} lên hạng ${board.standing(code).rank}.`);
}
