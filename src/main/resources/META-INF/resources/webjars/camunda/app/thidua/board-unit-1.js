// The view "Từng đơn vị": one unit with its lines, and of each what was scored, why, what the unit explains and who objects.

import { el, KeyedList, lines as listOf, say, setText } from './hand-in-dom-1.js';
import { flash, SettleButton, updateFigure } from './board-cell-1.js';
import { aligned } from './board-figures-1.js';
import { DoneBar, Listed } from './board-filter-1.js';
import { Keys } from './board-keys-1.js';
import { emptyWords, lineLimits } from './board-lines-1.js';
import { knockOutWords, NOTES } from './board-words-1.js';

const SEEN = ['SELF', 'LEADER', 'DEPUTY'];

class LineItem {
  #figures;
  #reasons;
  #agreedReason = el('span', { class: 'reason' });
  #button;
  #notes = el('ul', { class: 'notes' });

  constructor(context, position) {
    const { board } = context;
    const { line } = position;
    this.#button = new SettleButton(position);
    this.#figures = Object.fromEntries(SEEN.map((column) => [column, el('b', { class: 'given', 'data-choice': column })]));
    this.#reasons = Object.fromEntries(SEEN.map((column) => [column, el('span', { class: 'reason' })]));
    const columns = SEEN.map((column) =>
      el('div', { class: 'column' }, el('span', { class: 'label', text: board.columns[column] }), this.#figures[column], this.#reasons[column])
    );
    this.node = el(
      'article',
      { class: 'item row', 'data-unit': position.unit.code, 'data-line': line.code, 'aria-label': `Dòng ${line.code}` },
      el('h3', {}, el('span', { class: 'code', text: line.code }), ` ${line.name} `, el('span', { class: 'limits', text: lineLimits(line) })),
      ...columns,
      el('div', { class: 'column' }, el('span', { class: 'label', text: board.columns.AGREED }), this.#button.node, this.#agreedReason),
      this.#notes
    );
  }

  update(position) {
    for (const column of SEEN) {
      updateFigure(this.#figures[column], position, column);
      say(this.#reasons[column], position.cells[column]?.reason ?? '');
    }
    this.#button.update(position);
    say(this.#agreedReason, position.agreed?.reason ?? '');
    const notes = position.notes.filter((note) => !position.isWithdrawn(note) && note.kind !== 'WITHDRAWN');
    listOf(this.#notes, notes.map((note) => `${NOTES[note.kind] ?? note.kind} (${note.about && note.kind === 'OBJECTION' ? note.about : note.party}): ${note.text}`));
    this.#notes.hidden = !notes.length;
  }

  flash() {
    flash(this.#button.node);
  }
}

/** Who the unit is in the ranking, and agreeing on all its undisputed lines at once. */
class UnitHead {
  #context;
  #chooser = el('div', { class: 'units', role: 'group', 'aria-label': 'Chọn đơn vị' });
  #buttons = new Map();
  #name = el('h2');
  #facts = el('ul', { class: 'facts' });
  #out = el('p', { class: 'knocked-out', hidden: true });
  #why = el('p', { class: 'notice', hidden: true });
  #sweep;

  constructor(context) {
    this.#context = context;
    this.#sweep = el('button', { class: 'button primary', on: { click: () => context.sweep(context.board.unit(context.filter.unit)) } });
    this.node = el('div', { class: 'unit-head' }, this.#chooser, el('div', { class: 'unit-title' }, this.#name, this.#facts, this.#sweep), this.#out, this.#why);
  }

  loaded() {
    const { board, showUnit } = this.#context;
    this.#buttons = new Map(board.units.map((unit) => [unit.code, el('button', { title: unit.name, on: { click: () => showUnit(unit.code) } }, unit.code, el('small'))]));
    this.#chooser.replaceChildren(...this.#buttons.values());
  }

  update() {
    const { board, filter } = this.#context;
    for (const [code, button] of this.#buttons) {
      const disputed = board.lines.filter((line) => board.position(code, line.code).disputed).length;
      button.setAttribute('aria-pressed', String(code === filter.unit));
      setText(button.lastChild, disputed ? `${disputed} ≠` : '✓');
      button.lastChild.setAttribute('aria-label', disputed ? `${disputed} dòng tranh chấp` : 'không còn dòng tranh chấp');
    }
    const unit = board.unit(filter.unit);
    const positions = board.lines.map((line) => board.position(unit.code, line.code));
    setText(this.#name, unit.name);
    this.#facts.replaceChildren(...this.#factsOf(unit, positions).map(([label, value]) => el('li', {}, `${label} `, el('b', { text: value }))));
    const out = board.standing(unit.code)?.knockOuts ?? [];
    say(this.#out, out.length ? `Không xét danh hiệu: ${knockOutWords(out)}.` : '');
    say(this.#why, unit.mayAgree ? '' : board.whyNot(positions[0]));
    const ready = sweepable(board, unit);
    this.#sweep.hidden = !ready.length;
    setText(this.#sweep, `Thống nhất ${ready.length} dòng không tranh chấp…`);
  }

  #factsOf(unit, positions) {
    const { board } = this.#context;
    const standing = board.standing(unit.code);
    const columns = ['SELF', 'LEADER', 'DEPUTY']
      .filter((column) => standing?.columns?.[column])
      .map((column) => [board.columns[column], aligned(standing.columns[column].total)]);
    const ranked = standing
      ? [['Hạng', standing.rank ?? '–'], ['Tổng', aligned(standing.total)], ['Có thưởng', aligned(standing.totalWithBonus)], ['Xếp loại', standing.band ?? '–']]
      : [];
    const agreed = positions.filter((position) => position.agreed).length;
    return [...ranked, ...columns, ['Đã thống nhất', `${agreed}/${positions.filter((position) => position.agreed || position.unsettled).length}`]];
  }
}

/** What may be agreed on in one act: proposed, undisputed, not to be supplemented. */
export function sweepable(board, unit) {
  return board.lines
    .map((line) => board.position(unit.code, line.code))
    .filter((position) => board.mayAgree(position) && !position.agreed && !position.contested && position.proposal && !position.marked);
}

export class UnitView {
  #context;
  #listed;
  #list;
  #head;
  #done;
  #keys;
  #items = el('div', { class: 'items' });
  #empty = el('p', { class: 'empty', hidden: true });

  /** @param context {board, filter, open(position, choice), showUnit(code), sweep(unit)} */
  constructor(context) {
    this.#context = context;
    const { board, filter } = context;
    const at = (line) => board.position(filter.unit, line.code);
    this.#listed = new Listed(board, (line) => filter.isIn(line) && filter.asksFor(at(line)), (line) => at(line).disputed);
    this.#head = new UnitHead(context);
    this.#done = new DoneBar(this.#listed, () => this.anew());
    this.node = el('div', { class: 'view unit-view' }, this.#head.node, this.#done.node, this.#items, this.#empty);
    this.#keys = new Keys(this.#items);
    this.#items.addEventListener('click', ({ target }) => this.#clicked(target));
  }

  #clicked(target) {
    const choice = target.closest('.choice')?.dataset.choice ?? null;
    const row = target.closest('.row');
    if (!row || (!choice && !target.closest('button.settle'))) return;
    row.querySelector('button.settle').focus({ preventScroll: true });
    this.#context.open(this.#context.board.position(row.dataset.unit, row.dataset.line), choice);
  }

  /** Lists what the filter asks for. */
  anew() {
    const { board, filter } = this.#context;
    if (!filter.unit) return filter.set({ unit: this.#first().code });
    this.#head.loaded();
    this.#items.replaceChildren();
    const position = (line) => board.position(filter.unit, line.code);
    this.#list = new KeyedList(
      this.#items,
      (line) => line.code,
      (line) => {
        const item = new LineItem(this.#context, position(line));
        return { node: item.node, flash: () => item.flash(), update: () => item.update(position(line)) };
      }
    );
    this.#listed.anew();
    this.#draw();
  }

  /** The unit with most to talk about. */
  #first() {
    const { board } = this.#context;
    const disputes = (unit) => board.lines.filter((line) => board.position(unit.code, line.code).disputed).length;
    return [...board.units].sort((a, b) => disputes(b) - disputes(a))[0];
  }

  #draw() {
    this.#list.set(this.#listed.lines);
    this.#empty.hidden = this.#listed.lines.length > 0;
    setText(this.#empty, emptyWords(this.#context.filter));
    this.#head.update();
    this.#done.update();
    this.#keys.drawn();
  }

  changed(changes) {
    const here = changes.filter(({ unit }) => unit.code === this.#context.filter.unit);
    if (here.length && this.#listed.add()) this.#draw();
    for (const { line } of here) {
      this.#list.part(line.code)?.update();
      this.#list.part(line.code)?.flash();
    }
    this.#head.update();
    this.#done.update();
  }

  ranked() {
    this.#head.update();
  }

  /** All was read anew: the same lines, as they stand now. */
  refresh() {
    this.#head.loaded();
    this.#listed.add();
    this.#draw();
  }

  /** Positions in the order in which they are shown. */
  sequence() {
    const { board, filter } = this.#context;
    return this.#listed.lines.map((line) => board.position(filter.unit, line.code));
  }
}
