// The keyboard and the mouse in the table: as in a spreadsheet. One cell has the focus; arrows move it, typing writes in it.

import { Editor } from './score-editor-1.js';
import { pasted } from './score-paste-1.js';

const PAGE = 10;

export class Grid {
  #sheet;
  #table;
  #editor;
  #saving;
  #on;
  #column = 2;
  #leaving = false;
  #again = false;

  /** @param on `{details(code), formula(button), known(code), asSelf(code), evidence(code), pasted(report), undo(), may()}` */
  constructor(sheet, table, saving, on) {
    this.#sheet = sheet;
    this.#table = table;
    this.#saving = saving;
    this.#on = on;
    this.#editor = new Editor(sheet, saving, (code) => table.update(new Set([code])));
    const { node } = table;
    node.addEventListener('keydown', (event) => this.#key(event));
    node.addEventListener('focusin', ({ target }) => this.#focused(target));
    node.addEventListener('focusout', (event) => this.#left(event));
    node.addEventListener('input', ({ target }) => target === this.#editor.input && this.#editor.typed());
    node.addEventListener('mousedown', ({ target }) => (this.#again = target.closest('td[data-field]') === document.activeElement));
    node.addEventListener('click', (event) => this.#click(event));
    node.addEventListener('dblclick', ({ target }) => this.#edit(target.closest('[data-field]')));
    node.addEventListener('paste', (event) => this.#paste(event));
    node.addEventListener('copy', (event) => this.#copy(event));
  }

  /** What is being typed is taken over before the page goes away or is handed in. */
  settle() {
    this.#editor.take(false);
  }

  focus(code, field = this.#table.fields[0]) {
    const cell = this.#table.cell(code, field);
    const there = cell?.matches('[data-cell]') ? cell : this.#table.row(code)?.querySelector('[data-field][data-cell], [data-cell]');
    there?.focus();
    there?.scrollIntoView({ block: 'center' });
  }

  // ---- where the focus is ----

  #lineOf(cell) {
    const row = cell?.closest('tr[data-line]');
    return row ? this.#sheet.line(row.dataset.line) : null;
  }

  get #rows() {
    return [...this.#table.node.rows].filter((row) => !row.hidden && !row.parentElement.hidden && row.querySelector('[data-cell]'));
  }

  #cells(row) {
    return [...row.querySelectorAll('[data-cell]')];
  }

  #focused(target) {
    const cell = target.closest('[data-cell]');
    if (!cell) return;
    this.#leaving = false;
    this.#table.node.querySelector('[data-cell][tabindex="0"]')?.setAttribute('tabindex', -1);
    cell.tabIndex = 0;
    this.#table.node.querySelector('tr.current')?.classList.remove('current');
    cell.closest('tr').classList.add('current');
  }

  #left({ target, relatedTarget }) {
    if (target === this.#editor.input && !this.#editor.cell.contains(relatedTarget)) this.#editor.take(false);
  }

  #go(cell) {
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest' });
  }

  #sideways(cell, by) {
    const cells = this.#cells(cell.closest('tr'));
    const next = cells[cells.indexOf(cell) + by];
    if (!next) return;
    this.#column = Number(next.dataset.col);
    this.#go(next);
  }

  #nearest(row) {
    const distance = (cell) => Math.abs(Number(cell.dataset.col) - this.#column);
    return this.#cells(row).reduce((best, cell) => (!best || distance(cell) < distance(best) ? cell : best), null);
  }

  #upDown(cell, by) {
    const rows = this.#rows;
    const at = rows.indexOf(cell.closest('tr'));
    const to = Math.min(rows.length - 1, Math.max(0, at + by));
    if (to !== at) this.#go(this.#nearest(rows[to]));
  }

  /** The next cell below or above that takes the same field. */
  #nextLine(cell, by) {
    const { field } = cell.dataset;
    const cells = [...this.#table.node.querySelectorAll(`[data-cell][data-field="${field}"]`)].filter((one) => one === cell || !one.closest('[hidden]'));
    this.#go(cells[cells.indexOf(cell) + by]);
  }

  /** The next cell that can be written in, row by row. @return whether there is one */
  #nextCell(cell, by) {
    const cells = [...this.#table.node.querySelectorAll('[data-cell][data-field]')].filter((one) => one === cell || !one.closest('[hidden]'));
    const next = cells[cells.indexOf(cell) + by];
    if (next) this.#go(next);
    this.#column = Number(next?.dataset.col ?? this.#column);
    return Boolean(next);
  }

  // ---- keys ----

  #key(event) {
    if (event.isComposing) return;
    const cell = event.target.closest('[data-cell]');
    if (!cell) return;
    if (this.#editor.cell === cell) this.#keyTyping(event, cell);
    else this.#keyMoving(event, cell);
  }

  #keyTyping(event, cell) {
    const { key, altKey, ctrlKey, shiftKey } = event;
    const text = cell.dataset.field === 'reason';
    if (key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#editor.revert();
      return this.#go(cell);
    }
    if (key === 'Enter' && text && altKey) {
      event.preventDefault();
      const { input } = this.#editor;
      input.setRangeText('\n', input.selectionStart, input.selectionEnd, 'end');
      return this.#editor.typed();
    }
    const down = key === 'Enter' || (!text && (key === 'ArrowDown' || key === 'ArrowUp'));
    if (!down && key !== 'Tab') return;
    if (!this.#editor.take(true)) return event.preventDefault();
    if (ctrlKey && key === 'Enter') event.preventDefault();
    else if (down) {
      event.preventDefault();
      this.#nextLine(cell, (key === 'Enter' && shiftKey) || key === 'ArrowUp' ? -1 : 1);
      if (!this.#table.node.contains(document.activeElement)) this.#go(cell);
    } else if (this.#nextCell(cell, shiftKey ? -1 : 1)) event.preventDefault();
    else this.#go(cell);
  }

  #keyMoving(event, cell) {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const own = cell.dataset.field !== undefined;
    const done = () => event.preventDefault();
    const line = this.#lineOf(cell);
    if (altKey && key === 'Enter' && line) return done(), this.#on.details(line.code);
    if ((ctrlKey || metaKey) && !altKey) return this.#keyWithControl(event, cell);
    if (altKey) return;
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        return done(), this.#sideways(cell, key === 'ArrowLeft' ? -1 : 1);
      case 'ArrowUp':
      case 'ArrowDown':
        return done(), this.#upDown(cell, key === 'ArrowUp' ? -1 : 1);
      case 'PageUp':
      case 'PageDown':
        return done(), this.#upDown(cell, key === 'PageUp' ? -PAGE : PAGE);
      case 'Home':
      case 'End':
        return done(), this.#sideways(cell, (key === 'Home' ? 0 : this.#cells(cell.closest('tr')).length - 1) - this.#cells(cell.closest('tr')).indexOf(cell));
      case 'Enter':
        return own ? (done(), this.#nextLine(cell, shiftKey ? -1 : 1)) : undefined;
      case 'Tab':
        if (!this.#leaving && own && this.#nextCell(cell, shiftKey ? -1 : 1)) done();
        return undefined;
      case 'Escape':
        this.#leaving = true;
        return own ? this.#letGo(line) : undefined;
      case 'F2':
        return own ? (done(), this.#edit(cell)) : undefined;
      case 'Delete':
      case 'Backspace':
        return own ? (done(), this.#clear(cell, line)) : undefined;
      case '=':
        if (own && cell.dataset.field !== 'reason') return done(), this.#equals(line);
        return own ? this.#edit(cell, true) : undefined;
      default:
        // The letter goes into the box that stands there by the time it arrives.
        if (own && key.length === 1 && key !== ' ') this.#edit(cell, true);
        else if (own && key === ' ') done();
        return undefined;
    }
  }

  #keyWithControl(event, cell) {
    const rows = this.#rows.filter((row) => row.dataset.line);
    if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      this.#go(this.#nearest(rows.at(event.key === 'Home' ? 0 : -1)));
    } else if (event.key.toLowerCase() === 'z' && cell.dataset.field && this.#on.may()) {
      event.preventDefault();
      this.#on.undo();
    }
  }

  #equals(line) {
    if (!this.#on.may()) return;
    if (this.#sheet.appraising) this.#on.asSelf(line.code);
    else this.#on.known(line.code);
  }

  /** What cannot stand, or was refused, gives way to what the server has. */
  #letGo(line) {
    const mine = this.#sheet.unsaved.get(line.code);
    if (mine && (mine.problem || Object.keys(mine.wrong).length)) this.#sheet.revert(line.code);
  }

  #clear(cell, line) {
    if (!this.#on.may()) return;
    const { field } = cell.dataset;
    this.#sheet.edit([{ code: line.code, patch: { [field]: field === 'reason' ? '' : null } }]);
    this.#saving.soon();
  }

  #edit(cell, fresh = false) {
    if (!cell || !this.#on.may() || this.#editor.cell === cell) return;
    this.#editor.open(cell, this.#lineOf(cell), fresh);
  }

  // ---- mouse ----

  #click(event) {
    const { target } = event;
    const act = target.closest('[data-act]');
    const line = this.#lineOf(target);
    if (act) return this.#act(act, line);
    const cell = target.closest('td[data-field]');
    if (!cell || this.#editor.cell === cell) return;
    cell.focus();
    this.#column = Number(cell.dataset.col);
    // A finger has no keys to begin with; whoever clicks once more wants to write.
    if (this.#again || event.pointerType === 'touch') this.#edit(cell);
  }

  #act(button, line) {
    const { act } = button.dataset;
    if (act === 'formula') this.#on.formula(button);
    else if (act === 'known') {
      this.#on.known(line.code);
      this.focus(line.code);
    } else this.#on[act](line.code);
  }

  // ---- clipboard ----

  #copy(event) {
    const cell = event.target.closest?.('[data-cell][data-field]');
    if (!cell || this.#editor.cell === cell) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', cell.querySelector('.value').textContent);
  }

  #paste(event) {
    const cell = event.target.closest?.('[data-cell][data-field]');
    const text = event.clipboardData.getData('text/plain');
    const many = /[\t\n\r]./.test(text);
    if (!cell || !this.#on.may() || (this.#editor.cell === cell && !many)) return;
    event.preventDefault();
    if (this.#editor.cell === cell) this.#editor.revert();
    const report = pasted(text, this.#sheet, {
      from: this.#lineOf(cell).code,
      lines: this.#table.shownLines,
      fields: this.#table.fields.slice(this.#table.fields.indexOf(cell.dataset.field)),
    });
    this.#sheet.edit(report.edits);
    this.#saving.soon();
    this.#go(cell);
    this.#on.pasted(report);
  }
}
