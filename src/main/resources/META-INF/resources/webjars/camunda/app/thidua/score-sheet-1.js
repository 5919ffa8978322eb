// A unit's sheet as this page knows it: what the server said, and over it what was typed here and is not on the server yet.
// Nothing here is shown and nothing is sent: others listen to its `change` events.

import { alike, computed, none, same } from './score-lines-1.js';
import { totals } from './score-totals-1.js';

const FIGURE = ['points', 'bonus', 'count', 'reason'];
const pick = (cell) => Object.fromEntries(FIGURE.map((name) => [name, cell?.[name] ?? (name === 'reason' ? '' : null)]));
const equal = (a, b) => same(a, b) && (a.count ?? null) === (b.count ?? null) && (a.reason ?? '') === (b.reason ?? '');

/**
 * Detail of `change`: `lines`, a set of codes, or null for everything; `news`, what others changed: `[{code, column, by}]`, column null of a note.
 * What is not on the server yet, `unsaved`, by line: `{line, column, base, points, bonus, count, reason, wrong, problem, theirs, sent}`.
 * wrong: what was typed and cannot stand, by field; problem: the server's refusal; theirs: the cell somebody else set meanwhile.
 */
export class Sheet extends EventTarget {
  unsaved = new Map();
  /** Codes of lines that changed since the page was opened, by anybody. */
  touched = new Set();
  #lines = new Map();
  #acts = [];
  /** Entries that were made here, which the person has seen. */
  #own = new Set();

  constructor(view) {
    super();
    this.#set(view);
  }

  #set(view) {
    this.view = view;
    this.#lines = new Map(view.lines.map((line) => [line.code, line]));
    this.groupOf = new Map(view.groups.flatMap((group) => group.lines.map((code) => [code, group])));
  }

  /** The column this person may change now, or null. */
  get column() {
    return this.view.writable[0] ?? null;
  }

  get appraising() {
    return this.column === 'LEADER' || this.column === 'DEPUTY';
  }

  /** The figures that matter to whoever looks: the own, else the last column that has any. */
  get mainColumn() {
    const filled = this.view.columns.filter((column) => this.lines.some((line) => !none(line.cells[column])));
    return this.column ?? filled.at(-1) ?? this.view.columns[0];
  }

  get lines() {
    return this.view.lines;
  }

  line(code) {
    return this.#lines.get(code);
  }

  /** What stands in a cell as this page shows it, with what was typed here. */
  figure(line, column) {
    const own = column === this.column ? this.#mine(line.code) : null;
    return computed(line, own ?? pick(line.cells[column]));
  }

  /** What was typed for the column that may be changed now; what an earlier one still has is stranded. */
  #mine(code) {
    const mine = this.unsaved.get(code);
    return mine?.column === this.column ? mine : undefined;
  }

  wrong(line, field) {
    return this.#mine(line.code)?.wrong[field];
  }

  /** The entry in the own cell, as whoever begins to type sees it. */
  seen(line) {
    return line.cells[this.column]?.id ?? null;
  }

  /** A reason is owed wherever an appraisal differs from a self-score that was handed in, and for what is agreed. */
  owesReason(line) {
    if (!this.column || this.column === 'SELF' || none(this.figure(line, this.column))) return false;
    return this.column === 'AGREED' || (Boolean(this.view.handedIn.SELF) && this.differs(line));
  }

  lacksReason(line) {
    return this.owesReason(line) && !this.figure(line, this.column).reason.trim();
  }

  /** A criterion's figure that is still missing in the column that matters. */
  open(line) {
    return line.kind === 'CRITERION' && this.figure(line, this.mainColumn).points === null;
  }

  /** What the unit claims beyond the criteria, and the appraisal says nothing of. */
  unanswered(line) {
    return this.appraising && line.kind !== 'CRITERION' && none(this.figure(line, this.column)) && !none(this.figure(line, 'SELF'));
  }

  changed(line) {
    return this.touched.has(line.code) || this.view.columns.some((column) => (line.cells[column]?.changes ?? 0) > 1);
  }

  differs(line) {
    const own = this.figure(line, this.column);
    return this.appraising && !none(own) && !alike(line, own, this.figure(line, 'SELF'));
  }

  totals(column) {
    return totals(this, column);
  }

  // ---- what is done here ----

  /**
   * One act of the person, which one undoing takes back.
   * @param edits `[{code, patch, wrong, seen}]`; patch: fields that change, wrong: what was typed and cannot stand, by field; seen: the entry
   * that stood there when the person began to type, where that is a while ago
   */
  edit(edits) {
    const act = edits.map(({ code, patch = {}, wrong = {}, seen }) => {
      const line = this.line(code);
      const before = this.#standing(line);
      this.#put(line, patch, wrong, seen);
      return { code, before, after: this.#standing(line) };
    });
    const changes = act.filter(({ before, after }) => !equal(before, after));
    if (changes.length) this.#acts.push(changes);
    this.#tell(edits.map(({ code }) => code));
  }

  #standing(line) {
    return computed(line, pick(this.#mine(line.code) ?? line.cells[this.column]));
  }

  #put(line, patch, wrong = {}, seen = undefined) {
    const cell = line.cells[this.column];
    const was = this.#mine(line.code);
    const now = was ?? { line: line.code, column: this.column, base: seen === undefined || this.#own.has(cell?.id) ? this.seen(line) : seen, ...pick(cell), wrong: {}, problem: '', theirs: null, sent: null };
    const mended = Object.fromEntries(Object.entries(now.wrong).filter(([field]) => !(field in patch)));
    const next = { ...now, ...patch, wrong: { ...mended, ...wrong }, problem: '' };
    // How often something happened and what follows from it are one figure: the last that was written counts.
    if ((patch.count ?? null) !== null) next.points = null;
    else if ((patch.points ?? null) !== null) next.count = null;
    else if ('count' in patch && now.count !== null) next.points = null;
    this.touched.add(line.code);
    const idle = !next.sent && !next.theirs && !Object.keys(next.wrong).length && equal(computed(line, next), pick(cell));
    if (idle) this.unsaved.delete(line.code);
    else if (next.base === this.seen(line) || next.sent || next.theirs) this.unsaved.set(line.code, next);
    else this.#meet(line, next, cell);
  }

  get undoable() {
    return this.#acts.length > 0;
  }

  /** Takes the last act back, but for what somebody else changed since. @return how many cells were put back, and how many not */
  undo() {
    const act = this.#acts.pop() ?? [];
    const still = act.filter(({ code, after }) => this.line(code) && equal(this.#standing(this.line(code)), after));
    still.forEach(({ code, before }) => this.#put(this.line(code), { ...before }));
    this.#tell(still.map(({ code }) => code));
    return { back: still.length, kept: act.length - still.length };
  }

  /** Lets go of what was typed here and is not on the server: what stands there is shown again. */
  revert(code) {
    this.unsaved.delete(code);
    this.#tell([code]);
  }

  /** Of two figures for one cell, the person keeps the own: it replaces the other, knowingly. */
  keepMine(code) {
    const mine = this.unsaved.get(code);
    this.unsaved.set(code, { ...mine, base: mine.theirs.id, theirs: null, problem: '' });
    this.#tell([code]);
  }

  /** What an earlier visit left unsaved on this machine. */
  restore(kept) {
    for (const one of kept) {
      const line = this.line(one.line);
      if (!line) continue;
      this.unsaved.set(one.line, { ...one, problem: '', theirs: null, sent: null });
      this.touched.add(one.line);
      if (one.column === this.column) this.#meet(line, this.unsaved.get(one.line), line.cells[this.column]);
    }
    if (kept.length) this.#tell(kept.map((one) => one.line));
  }

  // ---- what the server says ----

  /** All anew; what is unsaved here stays. */
  take(view) {
    const before = this.#lines;
    this.#set(view);
    for (const [code, mine] of this.unsaved) {
      const line = this.line(code);
      if (line && this.column === mine.column && !mine.sent) this.#meet(line, mine, line.cells[mine.column]);
    }
    const news = view.lines.flatMap((line) =>
      view.columns
        .filter((column) => line.cells[column] && before.has(line.code) && line.cells[column].id !== before.get(line.code).cells[column]?.id)
        .map((column) => ({ code: line.code, column, by: line.cells[column].by }))
    );
    news.forEach(({ code }) => this.touched.add(code));
    this.#tell(null, news);
  }

  /** What was typed while it was still allowed, and can no longer be saved. */
  get stranded() {
    return [...this.unsaved.values()].filter(({ column }) => column !== this.column);
  }

  /** The answer to what was sent. */
  took(code, column, cell) {
    const line = this.line(code);
    if (!line) return;
    line.cells[column] = cell;
    this.#own.add(cell.id);
    this.view.saved = { at: cell.at, by: cell.by };
    const mine = this.unsaved.get(code);
    if (!mine) return this.#tell([code]);
    const later = { ...mine, base: cell.id, sent: null };
    const asSent = mine.sent !== null && equal(mine, mine.sent);
    if (!Object.keys(later.wrong).length && (asSent || equal(computed(line, later), pick(cell)))) this.unsaved.delete(code);
    else this.unsaved.set(code, later);
    this.#tell([code]);
  }

  /** The server would not have what was sent, for this reason. */
  refused(code, problem, field) {
    const mine = this.unsaved.get(code);
    if (!mine) return;
    this.unsaved.set(code, { ...mine, sent: null, problem, field: field ?? null });
    this.#tell([code]);
  }

  /** Nobody knows whether what was sent was heard: it is sent again. */
  unsent(code) {
    const mine = this.unsaved.get(code);
    if (mine) this.unsaved.set(code, { ...mine, sent: null });
  }

  /** Somebody else was faster. @return whether the person has to choose */
  met(code, cell) {
    const mine = this.unsaved.get(code);
    const line = this.line(code);
    if (!mine || !line) return false;
    line.cells[mine.column] = cell;
    this.#meet(line, { ...mine, sent: null }, cell);
    this.#tell([code]);
    return Boolean(this.unsaved.get(code)?.theirs);
  }

  /** Holds what is unsaved against what stands on the server now: nobody overwrites what they have not seen. */
  #meet(line, mine, cell) {
    const there = pick(cell);
    if (!Object.keys(mine.wrong).length && equal(computed(line, mine), there)) return void this.unsaved.delete(line.code);
    const blank = none(there) && !there.reason;
    // A cell that is not told of may have been cleared: then the server says so when it is asked to replace it.
    const unseen = cell && cell.id !== mine.base && !(blank && mine.base === null);
    const base = cell && !unseen ? cell.id : mine.base;
    this.unsaved.set(line.code, { ...mine, theirs: unseen ? cell : null, base });
  }

  /** A change that was followed live. @return whether it is news */
  arrive({ line: code, column, cell, note }) {
    const line = this.line(code);
    if (!line) return false;
    if (note && !line.notes.some((one) => one.id === note.id)) {
      line.notes.push(note);
      this.touched.add(code);
      this.#tell([code], [{ code, column: null, by: note.by }]);
      return true;
    }
    if (!cell || !this.view.columns.includes(column) || Number(line.cells[column]?.id ?? 0) >= Number(cell.id)) return false;
    const mine = column === this.column ? this.unsaved.get(code) : null;
    const own = mine?.sent && equal(computed(line, mine.sent), pick(cell));
    if (own) return false;
    line.cells[column] = cell;
    this.touched.add(code);
    if (mine && !mine.sent) this.#meet(line, mine, cell);
    this.#tell([code], [{ code, column, by: cell.by }]);
    return true;
  }

  #tell(codes, news = []) {
    this.dispatchEvent(new CustomEvent('change', { detail: { lines: codes && new Set(codes), news } }));
  }
}
