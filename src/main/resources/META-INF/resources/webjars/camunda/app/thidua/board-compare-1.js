// The view "So sánh": every line of every unit in one figure, with the groups' and the units' totals.

import { el, setText } from './hand-in-dom-1.js';
import { flash, SettleButton } from './board-cell-1.js';
import { aligned, written } from './board-figures-1.js';
import { Keys } from './board-keys-1.js';

export class CompareView {
  #context;
  #buttons = new Map();
  #sums = [];
  #table = el('table', { class: 'compare' });
  #keys;

  /** @param context {board, filter, open(position, choice), showUnit(code)} */
  constructor(context) {
    this.#context = context;
    this.node = el('div', { class: 'view compare-view' }, this.#table);
    this.#keys = new Keys(this.#table);
    this.#table.addEventListener('click', ({ target }) => {
      const button = target.closest('button.settle');
      if (button) context.open(context.board.position(button.dataset.unit, button.dataset.line), null);
    });
  }

  /** Lists what the filter asks for. */
  anew() {
    const { board, filter, showUnit } = this.#context;
    this.#buttons.clear();
    this.#sums = [];
    const units = board.units.filter((unit) => !filter.unit || unit.code === filter.unit);
    const heads = units.map((unit) => el('th', { scope: 'col' }, el('button', { title: `Xem ${unit.name}`, text: unit.code, on: { click: () => showUnit(unit.code) } })));
    const groups = board.groups.filter((group) => !filter.group || group.code === filter.group);
    this.#table.replaceChildren(
      el('caption', { class: 'for-readers', text: 'Điểm của các đơn vị theo từng dòng: điểm đã thống nhất, nếu chưa thì điểm đề xuất.' }),
      el('thead', {}, el('tr', {}, el('th', { scope: 'col', text: 'Dòng' }), ...heads)),
      ...groups.map((group) => this.#group(group, units)),
      this.#totals(units)
    );
    this.ranked();
    this.#keys.drawn();
  }

  #group(group, units) {
    const { board, filter } = this.#context;
    const index = board.groups.indexOf(group);
    const listed = Boolean(group.max);
    const sum = (unit) => {
      const standing = board.standing(unit.code);
      if (listed) return standing?.groups?.[index];
      return group.code === 'BONUS' ? standing?.bonus : standing?.penalty;
    };
    const title = listed ? `${group.code}. ${group.name} (tối đa ${written(group.max)})` : group.name;
    const rows = board.lines
      .filter((line) => board.groupOf(line) === group.code)
      .map((line) => [line, units.map((unit) => board.position(unit.code, line.code))])
      .filter(([, positions]) => positions.some((position) => filter.asksFor(position)))
      .map(([line, positions]) =>
        el('tr', {}, el('th', { scope: 'row', title: line.name }, el('b', { text: line.code }), el('span', { class: 'name', text: ` ${line.name}` })), ...positions.map((position) => el('td', {}, this.#button(position))))
      );
    return el('tbody', {}, this.#sumRow('group-row', title, units, sum, group.code === 'PENALTY' ? '−' : ''), ...rows);
  }

  #button(position) {
    const button = new SettleButton(position);
    button.update(position);
    this.#buttons.set(position.key, button);
    return button.node;
  }

  #sumRow(kind, title, units, sum, sign = '') {
    const cells = units.map((unit) => {
      const cell = el('td', { class: 'sum' });
      this.#sums.push(() => setText(cell, sumWords(sum(unit), sign)));
      return cell;
    });
    return el('tr', { class: kind }, el('th', { scope: 'row', text: title }), ...cells);
  }

  #totals(units) {
    const of = (name) => (unit) => this.#context.board.standing(unit.code)?.[name];
    const rank = el('tr', { class: 'total-row' }, el('th', { scope: 'row', text: 'Hạng nếu giữ nguyên' }));
    for (const unit of units) {
      const cell = el('td', { class: 'sum' });
      this.#sums.push(() => setText(cell, String(of('rank')(unit) ?? '–')));
      rank.append(cell);
    }
    return el('tfoot', {}, this.#sumRow('total-row', 'Tổng điểm', units, of('total')), this.#sumRow('total-row', 'Tổng điểm, có thưởng', units, of('totalWithBonus')), rank);
  }

  changed(changes) {
    for (const { position } of changes) {
      const button = this.#buttons.get(position.key);
      button?.update(position);
      if (button) flash(button.node);
    }
  }

  ranked() {
    this.#sums.forEach((update) => update());
  }

  /** All was read anew: the same lines, as they stand now. */
  refresh() {
    for (const position of this.#context.board.positions) this.#buttons.get(position.key)?.update(position);
    this.ranked();
  }

  /** Positions in the order in which they are shown: those that the filter asks for, and the one that is open. */
  sequence(open) {
    const { board, filter } = this.#context;
    const shown = [...this.#buttons.values()].map(({ node }) => board.position(node.dataset.unit, node.dataset.line));
    return shown.filter((position) => position.key === open.key || filter.asksFor(position));
  }
}

const sumWords = (sum, sign) => (sum === null || sum === undefined ? '–' : `${Number(sum) ? sign : ''}${aligned(sum)}`);
