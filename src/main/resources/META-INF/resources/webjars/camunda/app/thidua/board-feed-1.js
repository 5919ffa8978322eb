// What happened, newest first: who changed what, when, from what to what and why; what was agreed can be taken back here.

import { el, KeyedList, say, setText } from './hand-in-dom-1.js';
import { bySystem, figureWords, hasFigure } from './board-figures-1.js';
import { byTime, cellChange, noteChange } from './board-model-1.js';
import { undoButton } from './board-undo-1.js';
import { changeSentence, changeWords, whenWords } from './board-words-1.js';

const KEPT = 1000;
/** Figures that one person agreed on in one act are told as one from this number on. */
const MANY = 4;
const ONE_ACT = 60_000;

class Entry {
  #context;
  #change;
  #words = el('button', { class: 'link what' });
  #why = el('span', { class: 'why' });
  #undo = el('span');
  #problem = el('span', { class: 'problem', role: 'alert', hidden: true });

  constructor(context, change) {
    const { board, open } = context;
    this.#context = context;
    this.#change = change;
    const from = change.note ?? change.cell;
    this.#words.addEventListener('click', () => open(board.again(change.position), null));
    setText(this.#words, changeWords(change, board.columns));
    say(this.#why, (change.note ? change.note.text : change.cell.reason) ?? '');
    const about = change.note?.about && board.unit(change.note.about) ? ` (ghi ý kiến của ${change.note.about})` : '';
    this.node = el(
      'li',
      { class: change.note ? 'note' : null },
      el('time', { datetime: change.at, text: whenWords(change.at, board.now) }),
      ' ',
      el('b', { title: `${from.by}, ${from.partyName}`, text: from.party }),
      `${about}: `,
      this.#words,
      ' ',
      this.#why,
      this.#undo,
      this.#problem
    );
  }

  update(undone) {
    const { cell, position } = this.#change;
    const { board } = this.#context;
    this.node.classList.toggle('undone', undone);
    const now = board.again(position);
    const may = cell && !bySystem(cell) && !cell.undoes && hasFigure(cell) && now && now.cells.AGREED?.id === cell.id && board.mayAgree(now);
    if (undone) this.#undo.replaceChildren(el('em', { text: ' Đã hoàn tác' }));
    else if (!may) this.#undo.replaceChildren();
    else if (!this.#undo.firstChild) this.#undo.replaceChildren(undoButton(`${position.unit.code} ${position.line.code}: ${figureWords(position.line, cell)}`, () => this.#takeBack(now)));
  }

  async #takeBack(position) {
    say(this.#problem, '');
    try {
      await this.#context.board.undo(position, this.#change.cell.id);
    } catch (error) {
      if (!error.message) throw error;
      say(this.#problem, error.message);
      if (error.status) this.#context.doubt();
    }
  }
}

/** Many figures of one act, told in one sentence and opened for the rest. */
class ManyEntries {
  #context;
  #entries = null;
  #list = el('ul');
  #shown = () => {};

  constructor(context, changes) {
    const { cell, unit, at } = changes[0];
    this.#context = context;
    this.node = el(
      'li',
      {},
      el('time', { datetime: at, text: whenWords(at, context.board.now) }),
      ' ',
      el('b', { title: `${cell.by}, ${cell.partyName}`, text: cell.party }),
      `: thống nhất ${changes.length} dòng của ${unit.code} `,
      el('span', { class: 'why', text: cell.reason ?? '' }),
      el('details', { on: { toggle: () => this.#open() } }, el('summary', { text: 'Xem từng dòng' }), this.#list)
    );
  }

  #open() {
    if (!this.#entries) this.#shown();
  }

  update(isUndone, changes) {
    this.#shown = () => {
      this.#entries = changes.map((change) => new Entry(this.#context, change));
      this.#list.replaceChildren(...this.#entries.map((entry) => entry.node));
      this.update(isUndone, changes);
    };
    this.#entries?.forEach((entry, i) => entry.update(isUndone(changes[i])));
  }
}

export class Feed {
  #context;
  #changes = [];
  #undone = new Set();
  #list;
  #items = el('ol', { class: 'happenings' });
  #empty = el('p', { class: 'hint', text: 'Chưa có thay đổi nào.' });

  /** @param context {board, open(position, choice), doubt()} */
  constructor(context) {
    this.#context = context;
    this.#list = new KeyedList(
      this.#items,
      (act) => `${act.length < MANY ? 'one' : act.length} ${act[0].key}`,
      (act) => this.#make(act)
    );
    this.node = el('section', { class: 'feed', 'aria-labelledby': 'thidua-feed' }, el('h2', { id: 'thidua-feed', text: 'Diễn biến' }), this.#items, this.#empty);
  }

  #make(act) {
    const isUndone = ({ cell }) => Boolean(cell) && this.#undone.has(String(cell.id));
    if (act.length < MANY) {
      const entry = new Entry(this.#context, act[0]);
      return { node: entry.node, update: ([change]) => entry.update(isUndone(change)) };
    }
    const many = new ManyEntries(this.#context, act);
    return { node: many.node, update: (changes) => many.update(isUndone, changes) };
  }

  /** At first, what stands on the board is all that is known of what happened. */
  first() {
    const { positions } = this.#context.board;
    const cells = positions
      .filter((position) => position.cells.AGREED)
      .map((position) => cellChange(position, 'AGREED', undefined, null));
    const notes = positions.flatMap((position) => position.notes.filter((note) => note.kind !== 'EXPLANATION').map((note) => noteChange(position, note)));
    this.add([...cells, ...notes].sort(byTime));
  }

  /** @param changes oldest first */
  add(changes) {
    const known = new Set(this.#changes.map((change) => change.key));
    const added = changes.filter((change) => !known.has(change.key));
    for (const { cell } of added) if (cell?.undoes) this.#undone.add(String(cell.undoes));
    this.#changes = [...added.reverse(), ...this.#changes].slice(0, KEPT);
    this.update();
    return added.length;
  }

  update() {
    this.#list.set(this.#acts());
    this.#empty.hidden = this.#changes.length > 0;
  }

  #acts() {
    const acts = [];
    for (const change of this.#changes) {
      const act = acts.at(-1);
      if (act && oneAct(act[0], change)) act.push(change);
      else acts.push([change]);
    }
    return acts.flatMap((act) => (act.length < MANY ? act.map((change) => [change]) : [act]));
  }
}

function oneAct({ cell, unit, at }, other) {
  return (
    Boolean(cell && other.cell) &&
    !cell.undoes &&
    !other.cell.undoes &&
    unit.code === other.unit.code &&
    cell.byId === other.cell.byId &&
    cell.reason === other.cell.reason &&
    Math.abs(Date.parse(at) - Date.parse(other.at)) < ONE_ACT
  );
}

/** For those who listen. */
export const spoken = (changes, board) => changes.map((change) => changeSentence(change, board.columns));
