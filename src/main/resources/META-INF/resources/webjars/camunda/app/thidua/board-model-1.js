// What the page knows of the board, and how that changes: by what the server tells and by what it answers. A position is one
// line of one unit, with its figures, notes and marks.

import { call } from './hand-in-api-1.js';
import { hasFigure, proposedFrom } from './board-figures-1.js';
import { columnWords, shortNames } from './board-words-1.js';

export const COLUMNS = ['SELF', 'LEADER', 'DEPUTY', 'AGREED'];

/** Groups that the lists of bonuses and penalties make beside those of the table. */
const LISTS = { BONUS: { code: 'BONUS', name: 'Điểm thưởng' }, PENALTY: { code: 'PENALTY', name: 'Điểm trừ' } };

class Position {
  #stand;
  #stands = {};
  #proposed;

  constructor(unit, line, json, stand) {
    this.unit = unit;
    this.line = line;
    this.cells = Object.fromEntries(COLUMNS.filter((column) => json[column]).map((column) => [column, json[column]]));
    this.contested = Boolean(json.contested);
    this.marked = Boolean(json.marked);
    this.settled = Boolean(json.settled);
    this.notes = json.notes ?? [];
    this.#proposed = json.proposed ?? null;
    this.#stand = stand;
  }

  get key() {
    return `${this.line.code}|${this.unit.code}`;
  }

  get agreed() {
    return hasFigure(this.cells.AGREED) ? this.cells.AGREED : null;
  }

  /** What would be agreed if nobody said anything else, and where that comes from; null where there is nothing. */
  get proposal() {
    return this.#proposed && { from: proposedFrom(this.#proposed, this.cells), figures: this.#proposed };
  }

  /** The figure that counts as things stand. */
  get figure() {
    return this.agreed ?? this.proposal?.figures ?? null;
  }

  get disputed() {
    return this.contested && !this.agreed;
  }

  /** A list item that nobody claims needs no word; a criterion does. */
  get unsettled() {
    return !this.agreed && (this.line.kind === 'CRITERION' || this.proposal !== null);
  }

  isWithdrawn(note) {
    return this.notes.some((other) => other.kind === 'WITHDRAWN' && String(other.about) === String(note.id));
  }

  get objections() {
    return this.notes.filter((note) => note.kind === 'OBJECTION' && !this.isWithdrawn(note));
  }

  /**
   * @param told without `stand` where the server only said what stands there now
   * @return what changed, or null where it was known or is older than what is known
   */
  take({ stand, column, cell, note }) {
    if (note) {
      if (this.notes.some((known) => known.id === note.id)) return null;
      this.notes.push(note);
      if (note.kind === 'MARKED' || note.kind === 'UNMARKED') this.marked = note.kind === 'MARKED';
      return noteChange(this, note);
    }
    const before = this.cells[column];
    const known = this.#stands[column] ?? this.#stand;
    if (!cell || before?.id === cell.id || Number(stand ?? known) < known) return null;
    const proposed = this.proposal?.figures ?? null;
    this.#stands[column] = Number(stand ?? known);
    this.cells[column] = cell;
    return cellChange(this, column, before, proposed);
  }
}

/** A figure that came to stand in a position. @param proposed what was proposed there before */
export function cellChange(position, column, before, proposed) {
  const cell = position.cells[column];
  return { unit: position.unit, line: position.line, position, column, before, cell, proposed, key: `e${cell.id}`, at: cell.at };
}

export function noteChange(position, note) {
  return { unit: position.unit, line: position.line, position, note, key: `n${note.id}`, at: note.at };
}

export const byTime = (a, b) => Date.parse(a.at) - Date.parse(b.at);

/** Tells of `load`, `change` (detail: what changed) and `standings` (detail: places gained by unit). */
export class Board extends EventTarget {
  units = [];
  lines = [];
  standings = [];
  /** Results made so far, the earliest first; none is ever changed. */
  results = [];
  #year;
  #positions = new Map();

  constructor(year) {
    super();
    this.#year = year;
  }

  get path() {
    return `/diem/${encodeURIComponent(this.#year)}`;
  }

  /** Reads all anew. What changed since it was read before is told like any other change. @throws Refusal, Lost */
  async load() {
    const json = await call('GET', `${this.path}/bang`);
    const before = this.#positions;
    const ranks = this.ranks();
    this.#take(json);
    const missed = before.size ? [...this.#positions.values()].flatMap((position) => differences(before.get(position.key), position)) : [];
    this.dispatchEvent(new Event('load'));
    this.#tell(missed.sort(byTime));
    if (before.size) this.#rank(ranks);
    return json;
  }

  #take(json) {
    const { year, yearName, stand, phase, phaseText, groups, lines, units, standings, results, now, turn } = json;
    Object.assign(this, { year, yearName, turn, phase, phaseText, now, standings, results });
    this.stand = Number(stand);
    this.columns = columnWords(yearName);
    // What is shown holds on to lines and units, so they stay the same objects when all is read anew.
    this.lines = lines.map((line) => Object.assign(this.lines.find(({ code }) => code === line.code) ?? {}, line));
    const lists = Object.values(LISTS)
      .map((list) => ({ ...list, lines: lines.filter((line) => line.kind === list.code).map((line) => line.code) }))
      .filter((list) => list.lines.length);
    this.groups = [...groups, ...lists];
    const names = shortNames(units.map((unit) => unit.name));
    this.units = units.map(({ cells, ...unit }, i) => Object.assign(this.unit(unit.code) ?? {}, unit, { short: names[i] }));
    this.structure = [...this.units, ...this.lines].map(({ code }) => code).join(' ');
    this.#positions = new Map();
    units.forEach(({ cells }, i) => {
      for (const line of this.lines) {
        const position = new Position(this.units[i], line, cells?.[line.code] ?? {}, this.stand);
        this.#positions.set(position.key, position);
      }
    });
  }

  unit(code) {
    return this.units.find((unit) => unit.code === code) ?? null;
  }

  position(unitCode, lineCode) {
    return this.#positions.get(`${lineCode}|${unitCode}`) ?? null;
  }

  /** Where a position stands now, after all may have been read anew. */
  again(position) {
    return this.#positions.get(position.key) ?? null;
  }

  get positions() {
    return [...this.#positions.values()];
  }

  standing(unitCode) {
    return this.standings.find((standing) => standing.unit === unitCode) ?? null;
  }

  groupOf(line) {
    return line.group ?? line.kind;
  }

  ranks() {
    return new Map(this.standings.map((standing) => [standing.unit, standing.rank]));
  }

  /**
   * An event, or the answer to a change of our own, whichever comes first.
   * @return whether the board knows what follows: of figures that are appraised anew only the server does
   */
  take(told) {
    const position = this.position(told.unit, told.line);
    if (!position || (told.cell && told.column !== 'AGREED')) return false;
    const change = position.take(told);
    if (change) this.#tell([change]);
    return true;
  }

  takeStandings(standings) {
    const before = this.ranks();
    this.standings = standings;
    this.#rank(before);
  }

  #tell(changes) {
    if (changes.length) this.dispatchEvent(new CustomEvent('change', { detail: changes }));
  }

  #rank(before) {
    const moved = this.standings
      .filter(({ unit, rank }) => before.get(unit) && rank && before.get(unit) !== rank)
      .map(({ unit, rank }) => [unit, before.get(unit) - rank]);
    this.dispatchEvent(new CustomEvent('standings', { detail: new Map(moved) }));
  }

  /** Whether the signed-in person may agree on it now; the server decides again. */
  mayAgree({ unit, marked, settled }) {
    return unit.mayAgree && (marked || !settled || !unit.markedOnly);
  }

  mayMark({ unit }) {
    return unit.mayMark;
  }

  /** In words, where they may not. */
  whyNot({ unit, marked, settled }) {
    if (this.phase !== 'MEETING' && this.phase !== 'SETTLING') return `Chỉ để xem. ${this.phaseText}`;
    if (!unit.mayAgree) return unit.whyNot || `Tài khoản này không được thống nhất điểm của ${unit.name}.`;
    return unit.markedOnly && !marked && settled ? 'Ở bước này chỉ thống nhất các dòng được bổ sung minh chứng hoặc cuộc họp chưa thống nhất.' : '';
  }

  /** @throws Refusal (409: body.cell is what somebody else entered), Lost */
  async agree({ unit, line }, base, figures, reason) {
    const body = { line: line.code, column: 'AGREED', base, ...asEntered(line, figures), reason };
    const { cell, stand } = await call('PUT', `${this.#unitPath(unit)}/o`, body);
    this.take({ stand, unit: unit.code, line: line.code, column: 'AGREED', cell });
  }

  /** Agrees on what is proposed for many lines of one unit. @return results, each line's by itself. @throws Refusal, Lost */
  async agreeAll(unit, positions, reason) {
    const cells = positions.map((position) => ({
      line: position.line.code,
      column: 'AGREED',
      base: position.cells.AGREED?.id ?? null,
      ...asEntered(position.line, position.proposal.figures),
      reason,
    }));
    const { results, stand } = await call('POST', `${this.#unitPath(unit)}/nhieu-o`, { cells });
    for (const { line, cell } of results) if (cell) this.take({ stand, unit: unit.code, line, column: 'AGREED', cell });
    return results;
  }

  /** @param about code of the unit whose objection this is, null: the writer's own. @throws Refusal, Lost */
  async note({ unit, line }, kind, text, about = null) {
    const { note, stand } = await call('POST', `${this.#unitPath(unit)}/ghi-chu`, { line: line.code, kind, text, about });
    this.take({ stand, unit: unit.code, line: line.code, note });
  }

  /** @throws Refusal, Lost */
  async undo({ unit, line }, entry) {
    const { cell, stand } = await call('POST', `${this.path}/hoan-tac`, { entry });
    this.take({ stand, unit: unit.code, line: line.code, column: 'AGREED', cell });
  }

  /** @throws Refusal, Lost */
  history({ unit, line }) {
    return call('GET', `${this.#unitPath(unit)}/lich-su?dong=${encodeURIComponent(line.code)}`);
  }

  #unitPath(unit) {
    return `${this.path}/don-vi/${encodeURIComponent(unit.code)}`;
  }
}

/** Where a rule makes the points of how often something happened, only that is entered. */
function asEntered(line, { points = null, bonus = null, count = null }) {
  const counted = count !== null && (line.kind === 'PENALTY' || line.deduct);
  return { points: counted ? null : points, bonus, count };
}

/** What happened to a position between two readings of the whole board. */
function differences(before, position) {
  if (!before) return [];
  const cells = COLUMNS.filter((column) => position.cells[column] && position.cells[column].id !== before.cells[column]?.id);
  const known = new Set(before.notes.map((note) => note.id));
  return [
    ...cells.map((column) => cellChange(position, column, before.cells[column], before.proposal?.figures ?? null)),
    ...position.notes.filter((note) => !known.has(note.id)).map((note) => noteChange(position, note)),
  ];
}
