// The view "Từng dòng": each line with the figures of all units side by side. A line is a table whose rows are the units; on a
// wide screen styles lay it on its side, so that units stand in columns below one common head.

import { el, KeyedList, setText } from './hand-in-dom-1.js';
import { flash, SettleButton, updateFigure } from './board-cell-1.js';
import { written } from './board-figures-1.js';
import { DoneBar, Listed } from './board-filter-1.js';
import { Keys } from './board-keys-1.js';

const SEEN = ['SELF', 'LEADER', 'DEPUTY'];

export function lineLimits(line) {
  const kinds = { BONUS: 'điểm thưởng tối đa', PENALTY: 'điểm trừ', CRITERION: 'tối đa' };
  const most = line.max === null || line.max === undefined ? '' : ` ${written(line.max)}`;
  const bonus = line.bonusMax ? `, thưởng tối đa ${written(line.bonusMax)}` : '';
  return `${kinds[line.kind]}${most}${bonus}`;
}

/** One unit's row in the table of a line. */
class UnitRow {
  #name = el('span', { role: 'rowheader', class: 'unit-name' });
  #figures = Object.fromEntries(SEEN.map((column) => [column, el('span', { role: 'cell', class: 'given', 'data-choice': column })]));
  #button;

  constructor(position) {
    this.#button = new SettleButton(position);
    setText(this.#name, position.unit.code);
    this.node = el(
      'div',
      { role: 'row', class: 'row', 'data-unit': position.unit.code, 'data-line': position.line.code },
      this.#name,
      ...Object.values(this.#figures),
      el('span', { role: 'cell', class: 'settled' }, this.#button.node)
    );
  }

  update(position, asked) {
    for (const column of SEEN) updateFigure(this.#figures[column], position, column);
    this.#button.update(position);
    this.node.classList.toggle('asked', asked);
  }

  flash() {
    flash(this.#button.node);
  }
}

class LineBlock {
  #context;
  #line;
  #rows = new Map();
  #chips = el('span', { class: 'chips' });

  constructor(context, line) {
    const { board } = context;
    this.#context = context;
    this.#line = line;
    const heads = ['Đơn vị', ...SEEN.map((column) => board.columns[column]), board.columns.AGREED];
    const table = el(
      'div',
      { role: 'table', class: 'figures', 'aria-label': `Dòng ${line.code}` },
      el('div', { role: 'row', class: 'row heads' }, ...heads.map((text) => el('span', { role: 'columnheader', text })))
    );
    for (const unit of board.units) {
      const row = new UnitRow(board.position(unit.code, line.code));
      this.#rows.set(unit.code, row);
      table.append(row.node);
    }
    this.node = el(
      'section',
      { class: 'line' },
      el('h3', {}, el('span', { class: 'code', text: line.code }), ` ${line.name} `, el('span', { class: 'limits', text: lineLimits(line) }), this.#chips),
      table
    );
  }

  update() {
    const { board, filter } = this.#context;
    const positions = board.units.map((unit) => board.position(unit.code, this.#line.code));
    positions.forEach((position) => this.#rows.get(position.unit.code).update(position, filter.asksFor(position)));
    this.#count(positions);
  }

  changed(position) {
    const row = this.#rows.get(position.unit.code);
    row.update(position, this.#context.filter.asksFor(position));
    row.flash();
    this.#count(this.#context.board.units.map((unit) => this.#context.board.position(unit.code, this.#line.code)));
  }

  #count(positions) {
    const counts = [
      ['disputed', positions.filter((position) => position.disputed).length, 'tranh chấp'],
      ['mark', positions.filter((position) => position.marked).length, 'được bổ sung'],
      ['agreed', positions.filter((position) => position.agreed).length, `/${positions.length} đã thống nhất`],
    ].filter(([, number]) => number);
    const words = counts.map(([kind, number, text]) => [kind, `${number}${text.startsWith('/') ? '' : ' '}${text}`]);
    if (words.map(([, text]) => text).join() === [...this.#chips.children].map((chip) => chip.textContent).join()) return;
    this.#chips.replaceChildren(...words.map(([kind, text]) => el('span', { class: `chip ${kind}`, text })));
  }
}

/** The common head: units with their rank; a lock where the person may not agree. */
class UnitHeads {
  #context;
  #heads = new Map();

  constructor(context) {
    this.#context = context;
    this.node = el('div', { class: 'figures unit-heads', role: 'group', 'aria-label': 'Mở từng đơn vị' });
  }

  loaded() {
    const { board, showUnit } = this.#context;
    this.#heads.clear();
    const heads = board.units.map((unit) => {
      const rank = el('small');
      const lock = unit.mayAgree || !['MEETING', 'SETTLING'].includes(board.phase) ? null : el('small', { class: 'lock', text: 'chỉ xem' });
      this.#heads.set(unit.code, rank);
      return el('button', { title: `Xem ${unit.name}`, on: { click: () => showUnit(unit.code) } }, el('b', { text: unit.code }), rank, lock);
    });
    this.node.replaceChildren(el('span', { class: 'corner', text: 'Đơn vị' }), ...heads);
    this.update();
  }

  update() {
    for (const [unit, node] of this.#heads) {
      const rank = this.#context.board.standing(unit)?.rank;
      setText(node, rank ? `hạng ${rank}` : '');
    }
  }
}

export class LinesView {
  #context;
  #listed;
  #list;
  #heads;
  #done;
  #keys;
  #drawn = '';
  #blocks = el('div', { class: 'blocks' });
  #empty = el('p', { class: 'empty', hidden: true });

  /** @param context {board, filter, open(position, choice), showUnit(code)} */
  constructor(context) {
    this.#context = context;
    const { board, filter } = context;
    const of = (line) => board.units.map((unit) => board.position(unit.code, line.code));
    const asked = (test) => (line) => filter.isIn(line) && of(line).some((position) => (!filter.unit || position.unit.code === filter.unit) && test(position));
    this.#listed = new Listed(board, asked((position) => filter.asksFor(position)), asked((position) => position.disputed));
    this.#heads = new UnitHeads(context);
    this.#done = new DoneBar(this.#listed, () => this.anew());
    this.node = el('div', { class: 'view lines-view' }, this.#done.node, this.#heads.node, this.#blocks, this.#empty);
    this.#keys = new Keys(this.#blocks);
    this.#blocks.addEventListener('click', ({ target }) => this.#clicked(target));
  }

  #clicked(target) {
    const at = target.closest('.row[data-unit]');
    if (!at) return;
    const choice = target.closest('.choice')?.dataset.choice ?? null;
    at.querySelector('button.settle').focus({ preventScroll: true });
    this.#context.open(this.#context.board.position(at.dataset.unit, at.dataset.line), choice);
  }

  /** Lists what the filter asks for. */
  anew() {
    const { structure, units } = this.#context.board;
    if (this.#drawn !== structure) {
      this.#drawn = structure;
      this.#blocks.replaceChildren();
      this.#list = new KeyedList(this.#blocks, (line) => line.code, (line) => new LineBlock(this.#context, line));
      this.node.style.setProperty('--units', units.length);
    }
    this.#heads.loaded();
    this.#listed.anew();
    this.#draw();
  }

  /** All was read anew: the same lines, as they stand now. */
  refresh() {
    this.#heads.loaded();
    this.#listed.add();
    this.#draw();
  }

  #draw() {
    this.#list.set(this.#listed.lines);
    this.#empty.hidden = this.#listed.lines.length > 0;
    setText(this.#empty, emptyWords(this.#context.filter));
    this.#done.update();
    this.#keys.drawn();
  }

  changed(changes) {
    if (this.#listed.add()) this.#draw();
    for (const { line, position } of changes) this.#list.part(line.code)?.changed(position);
    this.#done.update();
  }

  ranked() {
    this.#heads.update();
  }

  /** Positions in the order in which they are shown: those that the filter asks for, and the one that is open. */
  sequence(open) {
    const { board, filter } = this.#context;
    const of = (line) => board.units.map((unit) => board.position(unit.code, line.code));
    return this.#listed.lines.flatMap((line) => of(line).filter((position) => position.key === open.key || filter.asksFor(position)));
  }
}

export function emptyWords({ show }) {
  return {
    disputed: 'Không còn dòng nào tranh chấp.',
    open: 'Mọi dòng đã được thống nhất.',
    marked: 'Chưa có dòng nào được bổ sung minh chứng.',
    all: 'Bảng tiêu chí chưa có dòng nào.',
  }[show];
}
