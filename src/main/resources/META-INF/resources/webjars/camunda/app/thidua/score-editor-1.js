// The box in which a cell is typed in: says while typing what is wrong and what to write.

import { el, newId, setText } from './hand-in-dom-1.js';
import { FIELD_NAMES, REASONS, rule, ruleWords } from './score-lines-1.js';
import { comma, read } from './score-number-1.js';

const LONGEST = 2000;

/** What stands in a field, as it is typed: what was wrong is there to be mended. */
export function typedOf(sheet, line, field) {
  const figure = sheet.figure(line, sheet.column);
  if (field === 'reason') return figure.reason;
  return sheet.wrong(line, field) ?? String((field === 'count' ? figure.count : comma(figure[field])) ?? '');
}

/** A figure that is not finished yet is not wrong yet: a comma waits for its digit. */
const unfinished = (typed) => /^\s*\d*[.,]\s*$/.test(typed);

/**
 * What typing in a field means for the sheet: a patch, or what cannot stand.
 * @return `{patch, wrong, problem}`
 */
export function meant(line, field, typed) {
  if (field === 'reason') return { patch: { reason: typed.normalize('NFC').trim() }, wrong: {}, problem: '' };
  const { value, problem } = read(typed, rule(line, field));
  return problem ? { patch: {}, wrong: { [field]: typed.trim() }, problem } : { patch: { [field]: value }, wrong: {}, problem: '' };
}

export function editorLabel(sheet, line, field) {
  return `${field === 'reason' ? REASONS[sheet.column] : FIELD_NAMES[field]}, dòng ${line.code}`;
}

/** An input with its words: `{input, tip, check()}`; check says what is wrong, if anything is. */
export function inputOf(sheet, line, field, { rows = 3 } = {}) {
  const id = newId('score-tip');
  const text = field === 'reason';
  const rules = text ? null : rule(line, field);
  const hint = text ? '' : ruleWords(rules);
  const tip = el('p', { class: 'tip', id, text: hint });
  const alarm = el('p', { class: 'for-readers', role: 'alert' });
  const input = el(text ? 'textarea' : 'input', {
    class: 'editor',
    type: text ? null : 'text',
    inputmode: text ? null : rules.count ? 'numeric' : 'decimal',
    rows: text ? rows : null,
    maxlength: text ? LONGEST : 30,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': editorLabel(sheet, line, field),
    'aria-describedby': id,
  });
  const check = (finished = false) => {
    const problem = text || (!finished && unfinished(input.value)) ? '' : meant(line, field, input.value).problem;
    setText(tip, problem || hint);
    tip.dataset.tone = problem ? 'bad' : '';
    setText(alarm, problem);
    if (problem) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    return problem;
  };
  return { input, tip, alarm, check };
}

/** One editor at a time, inside its cell. */
export class Editor {
  #sheet;
  #saving;
  #refill;
  #now = null;

  /** @param refill called with a line's code when its cell is to be shown again */
  constructor(sheet, saving, refill) {
    this.#sheet = sheet;
    this.#saving = saving;
    this.#refill = refill;
  }

  get cell() {
    return this.#now?.cell ?? null;
  }

  get input() {
    return this.#now?.input ?? null;
  }

  /** @param fresh what stood there is replaced by what is typed now */
  open(cell, line, fresh) {
    this.close();
    const { field } = cell.dataset;
    const parts = inputOf(this.#sheet, line, field);
    this.#now = { ...parts, cell, line, field, before: typedOf(this.#sheet, line, field), seen: this.#sheet.seen(line) };
    parts.input.value = fresh ? '' : this.#now.before;
    cell.signature = null;
    cell.classList.add('editing');
    cell.replaceChildren(parts.input, ...(field === 'reason' ? [] : [parts.tip, parts.alarm]));
    parts.input.focus();
    if (!fresh) parts.input.setSelectionRange(parts.input.value.length, parts.input.value.length);
    parts.check();
  }

  /** While a text is typed it is kept; a figure only once it is whole. */
  typed() {
    const { field, check } = this.#now;
    check();
    if (field !== 'reason') return;
    this.#write();
    this.#saving.soon('letter');
  }

  #write() {
    const { line, field, input, seen } = this.#now;
    const { patch, wrong } = meant(line, field, input.value);
    this.#sheet.edit([{ code: line.code, patch, wrong, seen }]);
  }

  /** Takes what was typed. @param strict what cannot stand keeps the editor open. @return whether it closed */
  take(strict) {
    if (!this.#now) return true;
    if (this.#now.check(true) && strict) return false;
    if (this.#now.input.value !== this.#now.before) this.#write();
    this.close();
    this.#saving.soon();
    return true;
  }

  /** As it was before. */
  revert() {
    const { line, field, before, input, seen } = this.#now;
    if (field === 'reason' && input.value !== before) this.#sheet.edit([{ code: line.code, patch: { reason: before }, seen }]);
    this.close();
    this.#saving.soon();
  }

  close() {
    if (!this.#now) return;
    const { cell, line } = this.#now;
    this.#now = null;
    cell.classList.remove('editing');
    cell.replaceChildren();
    this.#refill(line.code);
  }
}
