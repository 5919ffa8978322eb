// One position in full: who scored what and why, what was said, what is agreed on; agreeing, objecting, its history.

import { el, newId, say, setText } from './hand-in-dom-1.js';
import { AgreeForm } from './board-agree-1.js';
import { bySystem, hasFigure, wholeFigureWords, written } from './board-figures-1.js';
import { NoteForms, NoteList } from './board-notes-1.js';
import { undoButton } from './board-undo-1.js';
import { NOTES, whenWords } from './board-words-1.js';

const SEEN = ['SELF', 'LEADER', 'DEPUTY'];

/** What is allowed on a line, in one sentence. */
function rulesOf(line) {
  const parts = [
    line.kind === 'PENALTY' || line.max === null || line.max === undefined ? '' : `tối đa ${written(line.max)}`,
    line.step ? `bước ${written(line.step)}` : '',
    line.bonusMax ? `điểm thưởng tối đa ${written(line.bonusMax)}` : '',
    line.supplier ? `số liệu do ${line.supplier} cung cấp` : '',
    line.evidence ? 'cần minh chứng' : '',
  ];
  return parts.filter(Boolean).join('; ');
}

/** Every figure and note that ever stood in a position; asked for when it is opened. */
class History {
  #board;
  #position = null;
  #items = el('ol', { class: 'history' });

  constructor(board) {
    this.#board = board;
    this.node = el('details', { class: 'say', on: { toggle: () => this.node.open && this.#load() } }, el('summary', { text: 'Lịch sử của dòng' }), this.#items);
  }

  open(position) {
    this.#position = position;
    this.node.open = false;
    this.#items.replaceChildren();
  }

  update() {
    if (this.node.open) this.#load();
  }

  async #load() {
    const position = this.#position;
    try {
      const { entries, notes } = await this.#board.history(position);
      if (position !== this.#position) return;
      const items = [...entries.map(({ column, cell }) => [cell.at, this.#entry({ ...cell, column })]), ...notes.map((note) => [note.at, this.#note(note)])];
      items.sort(([a], [b]) => Date.parse(b) - Date.parse(a));
      this.#items.replaceChildren(...items.map(([, item]) => item));
    } catch (error) {
      if (!error.message) throw error;
      this.#items.replaceChildren(el('li', { class: 'problem', text: error.message }));
    }
  }

  #entry(entry) {
    const figure = hasFigure(entry) ? wholeFigureWords(this.#position.line, entry) : 'bỏ điểm';
    const what = `${this.#board.columns[entry.column]}: ${figure}${entry.undoes ? ' (hoàn tác)' : ''}`;
    return el('li', {}, `${whenWords(entry.at, this.#board.now)} ${entry.party}, ${entry.by} – `, el('b', { text: what }), entry.reason ? ` – ${entry.reason}` : '');
  }

  #note(note) {
    return el('li', {}, `${whenWords(note.at, this.#board.now)} ${note.party}, ${note.by} – `, el('b', { text: NOTES[note.kind] ?? note.kind }), `: ${note.text}`);
  }
}

/** The figures of a position beside each other, each with its why and who. */
class Scored {
  #board;
  node = el('div', { class: 'scored' });

  constructor(board) {
    this.#board = board;
  }

  update({ line, cells }) {
    this.node.replaceChildren(...SEEN.map((column) => this.#card(line, column, cells[column])));
  }

  #card(line, column, cell) {
    const there = hasFigure(cell);
    const by = there ? `${cell.by}, ${whenWords(cell.at, this.#board.now)}${cell.changes > 1 ? `, sửa ${cell.changes - 1} lần` : ''}` : '';
    return el(
      'div',
      { class: 'column' },
      el('span', { class: 'label', text: this.#board.columns[column] }),
      el('b', { text: there ? wholeFigureWords(line, cell) : '–' }),
      there && cell.reason ? el('span', { class: 'reason', text: cell.reason }) : null,
      by ? el('small', { text: by }) : null,
      there && cell.replaced ? el('small', { class: 'problem', text: 'Người chấm sau đó đã khai báo xung đột lợi ích.' }) : null
    );
  }
}

export class Panel {
  #context;
  #position = null;
  #sequence = [];
  #title = el('h2', { id: newId('panel') });
  #unit = el('p', { class: 'of-unit' });
  #rules = el('p', { class: 'hint' });
  #penalty = el('p', { class: 'hint', hidden: true });
  #previous;
  #next;
  #scored;
  #agreed = el('p', { class: 'agreed-now' });
  #agree;
  #why = el('p', { class: 'notice', hidden: true });
  #problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  #goOn = el('input', { type: 'checkbox', id: newId('go-on') });
  #goOnField;
  #notes;
  #forms;
  #history;

  /** @param context {board, sequence(position), doubt()} */
  constructor(context) {
    const { board } = context;
    this.#context = context;
    this.#scored = new Scored(board);
    this.#agree = new AgreeForm(board, () => this.#settled(), context.doubt);
    this.#notes = new NoteList(board);
    this.#forms = new NoteForms(board);
    this.#history = new History(board);
    this.#previous = el('button', { class: 'button', text: '‹ Trước', 'aria-label': 'Dòng trước', on: { click: () => this.#step(-1) } });
    this.#next = el('button', { class: 'button', text: 'Sau ›', 'aria-label': 'Dòng sau', on: { click: () => this.#step(1) } });
    const close = el('button', { class: 'button close', text: 'Đóng', on: { click: () => this.node.close() } });
    this.#goOnField = el('label', { class: 'go-on', for: this.#goOn.id }, this.#goOn, ' Xong thì mở dòng tiếp theo');
    this.node = el(
      'dialog',
      { class: 'panel', 'aria-labelledby': this.#title.id },
      el('div', { class: 'panel-head' }, this.#previous, this.#next, close),
      el('div', { class: 'panel-title' }, this.#unit, this.#title, this.#rules, this.#penalty),
      this.#scored.node,
      this.#agreed,
      this.#problem,
      this.#why,
      this.#agree.node,
      this.#goOnField,
      this.#notes.node,
      this.#forms.node,
      this.#history.node
    );
    this.node.addEventListener('click', (event) => event.target === this.node && this.#outside(event) && this.node.close());
    this.node.addEventListener('close', () => (this.#position = null));
  }

  /** A press beside the panel closes it; one on its own edge does not. */
  #outside({ clientX, clientY }) {
    const { left, right, top, bottom } = this.node.getBoundingClientRect();
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  }

  /** @param choice the column whose figure was clicked, or null */
  open(position, choice) {
    this.#position = position;
    if (!this.node.open) this.#sequence = this.#context.sequence(position).map(({ key }) => key);
    say(this.#problem, '');
    this.#agree.open(position, choice);
    this.#forms.open(position);
    this.#history.open(position);
    this.#update();
    if (!this.node.open) this.node.showModal();
    this.node.scrollTop = 0;
    if (!this.#agree.node.hidden) this.#agree.focus();
  }

  /** After changes, or after all was read anew. */
  changed() {
    if (!this.#position) return;
    const now = this.#context.board.again(this.#position);
    if (!now) return this.node.close();
    this.#position = now;
    this.#agree.changed(now);
    if (this.#position !== now) return;
    this.#forms.update(now);
    this.#history.update();
    this.#update();
  }

  #update() {
    const { board } = this.#context;
    const position = this.#position;
    const { unit, line } = position;
    setText(this.#unit, `${unit.code} – ${unit.name}`);
    setText(this.#title, `${line.code} ${line.name}`);
    setText(this.#rules, rulesOf(line));
    say(this.#penalty, line.penaltyText ?? '');
    this.#scored.update(position);
    this.#agreedNow(position);
    const may = board.mayAgree(position);
    this.#agree.node.hidden = !may;
    this.#goOnField.hidden = !may;
    say(this.#why, may ? '' : board.whyNot(position));
    this.#notes.update(position);
    this.#neighbours();
  }

  #agreedNow(position) {
    const { board } = this.#context;
    const { agreed, line } = position;
    this.#agreed.hidden = !agreed;
    if (!agreed) return this.#agreed.replaceChildren();
    const undo = board.mayAgree(position) && !bySystem(agreed) ? undoButton(`điểm thống nhất của dòng ${line.code}`, () => this.#undo(agreed.id)) : null;
    this.#agreed.replaceChildren(
      'Đã thống nhất ',
      el('b', { text: wholeFigureWords(line, agreed) }),
      ` – ${agreed.reason ?? ''} (${agreed.party}, ${agreed.by}, ${whenWords(agreed.at, board.now)}) `,
      ...(undo ? [undo] : [])
    );
  }

  async #undo(entry) {
    say(this.#problem, '');
    try {
      await this.#agree.whileUndoing(() => this.#context.board.undo(this.#position, entry));
      this.#agree.focus();
    } catch (error) {
      if (!error.message) throw error;
      say(this.#problem, error.message);
      if (error.status) this.#context.doubt();
    }
  }

  #settled() {
    const next = this.#goOn.checked ? this.#neighbour(1, (position) => !position.agreed) : null;
    if (next) this.open(next, null);
    else this.node.close();
  }

  /** The next position (or the one before, step -1) in the order that was shown when the panel was opened. */
  #neighbour(step, wanted = () => true) {
    const at = this.#sequence.indexOf(this.#position.key);
    for (let i = at + step; at >= 0 && i >= 0 && i < this.#sequence.length; i += step) {
      const [line, unit] = this.#sequence[i].split('|');
      const position = this.#context.board.position(unit, line);
      if (position && wanted(position)) return position;
    }
    return null;
  }

  #neighbours() {
    this.#previous.disabled = !this.#neighbour(-1);
    this.#next.disabled = !this.#neighbour(1);
  }

  #step(step) {
    const next = this.#neighbour(step);
    if (next) this.open(next, null);
  }
}
