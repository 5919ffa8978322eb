// The sheet as a table: one row for each line, group by group, totals below. Only shows; score-grid-1.js moves about in it.

import { el, setText } from './hand-in-dom-1.js';
import { evidenceOf, knownOf, remarksOf, saidOf } from './score-words-1.js';
import { FIELD_NAMES, FIELDS, figureWords, REASONS, rule, TITLES } from './score-lines-1.js';
import { comma } from './score-number-1.js';
import { formula, GRAND, totalWords } from './score-totals-1.js';

/** Where the button of a proposal stands among what the arrow keys reach in a row. */
const KNOWN = 1;
const NEWS_SHOWN = 6000;
const STATES = { wrong: 'chưa đúng', refused: 'chưa được nhận', choice: 'có hai giá trị', unsaved: 'chưa lưu' };
const SIGNS = { wrong: '!', refused: '!', choice: '≠', unsaved: '•' };

/** The columns of figures: the own one with its fields, the others with all in one. */
function columnsOf(sheet) {
  const own = FIELDS.filter((field) => sheet.lines.some((line) => rule(line, field)));
  return sheet.view.columns.map((column) => ({ column, own: column === sheet.column, fields: column === sheet.column ? own : [null] }));
}

const put = (element, ...children) => element.replaceChildren(...children.filter((child) => child !== null));

export class Table {
  #sheet;
  #options;
  #columns;
  #width;
  #rows = new Map();
  #totals = [];
  #open = null;
  #formula;

  /** @param options `{onEvidence, filesOf}`; filesOf(line): the address of a line's files, or null */
  constructor(sheet, options) {
    this.#sheet = sheet;
    this.#options = options;
    this.#columns = columnsOf(sheet);
    this.hasReason = sheet.column !== null;
    this.#width = 3 + this.#columns.reduce((sum, { fields }) => sum + fields.length, 0) + (this.hasReason ? 1 : 0);
    this.#formula = el('tr', { class: 'formula' }, el('td', { colspan: this.#width, role: 'gridcell' }, el('p', { role: 'status' })));
    this.node = el(
      'table',
      { class: 'lines', role: 'grid', 'aria-label': `Bảng điểm của ${sheet.view.unitName}, ${sheet.view.yearName}` },
      this.#widths(),
      this.#head(),
      ...this.#bodies(),
      this.#foot()
    );
    const first = this.node.querySelector('[data-cell][data-field]') ?? this.node.querySelector('[data-cell]');
    if (first) first.tabIndex = 0;
    this.update(null);
  }

  /** Fields of the own column from left to right, the reason last. */
  get fields() {
    return [...this.#columns.filter(({ own }) => own).flatMap(({ fields }) => fields), ...(this.hasReason ? ['reason'] : [])];
  }

  #widths() {
    const figures = this.#columns.flatMap(({ own, fields }) => fields.map(() => (own ? 'w-own' : 'w-other')));
    const names = ['w-name', 'w-max', ...figures, ...(this.hasReason ? ['w-reason'] : []), 'w-evidence'];
    return el('colgroup', {}, ...names.map((name) => el('col', { class: name })));
  }

  #head() {
    const deep = this.#columns.some(({ fields }) => fields.length > 1);
    const tall = deep ? 2 : null;
    const top = (text, name) => el('th', { scope: 'col', rowspan: tall, class: name, text });
    const heads = this.#columns.map(({ column, own, fields }) => {
      const wide = fields.length > 1;
      return el('th', { scope: wide ? 'colgroup' : 'col', colspan: wide ? fields.length : null, rowspan: wide ? null : tall, class: own ? 'number own' : 'number', text: TITLES[column] });
    });
    const reason = this.hasReason ? top(REASONS[this.#sheet.column], 'reason') : null;
    const first = el('tr', {}, top('Tiêu chí', 'name'), top('Tối đa', 'number max'), ...heads, ...(reason ? [reason] : []), top('Minh chứng', 'evidence'));
    const second = this.#columns.flatMap(({ fields }) => (fields.length > 1 ? fields.map((field) => el('th', { scope: 'col', class: 'number own', text: FIELD_NAMES[field] })) : []));
    return el('thead', {}, first, deep ? el('tr', {}, ...second) : null);
  }

  #bodies() {
    const { view, groupOf, lines } = this.#sheet;
    const rest = [
      ['BONUS', 'Điểm thưởng theo danh mục'],
      ['PENALTY', 'Điểm trừ theo danh mục'],
    ];
    return [
      ...view.groups.map((group) => this.#body(`Nhóm ${group.code}. ${group.name}`, comma(group.max), group.lines.map((code) => this.#sheet.line(code)).filter(Boolean), `g:${group.code}`)),
      ...rest.map(([kind, name]) => this.#body(name, '', lines.filter((line) => line.kind === kind && !groupOf.has(line.code)), null)),
    ].filter(Boolean);
  }

  #body(name, max, lines, total) {
    if (!lines.length) return null;
    const totals = total ? this.#totalCells(total, name) : [el('td', { colspan: this.#width - 2 })];
    const after = total ? [el('td', { colspan: this.hasReason ? 2 : 1 })] : [];
    const head = el('tr', { class: 'group' }, el('th', { scope: 'rowgroup', text: name }), el('td', { class: 'number max', text: max }), ...totals, ...after);
    return el('tbody', {}, head, ...lines.map((line) => this.#row(line)));
  }

  #totalCells(which, name) {
    let at = 2;
    return this.#columns.flatMap(({ column, fields, own }) => {
      const button = el('button', { class: 'total', 'data-act': 'formula', 'data-which': which, 'data-column': column, 'data-cell': true, 'data-col': at, tabindex: -1, 'aria-expanded': 'false' });
      at += fields.length;
      this.#totals.push({ button, which, column, name });
      const rest = fields.length > 1 ? [el('td', { colspan: fields.length - 1 })] : [];
      return [el('td', { class: own ? 'number own' : 'number' }, button), ...rest];
    });
  }

  #foot() {
    const rows = GRAND.map(([which, name]) =>
      el('tr', { class: which === 'total' || which === 'withBonus' ? 'grand' : null }, el('th', { scope: 'row', colspan: 2, text: name }), ...this.#totalCells(which, name), el('td', { colspan: this.hasReason ? 2 : 1 }))
    );
    return el('tfoot', {}, ...rows);
  }

  #row(line) {
    const p = { cells: new Map() };
    let at = 2;
    p.remarks = el('div', { class: 'remarks' });
    p.said = el('div', { class: 'said' });
    const code = el('button', { class: 'link code', text: line.code, 'data-act': 'details', 'data-cell': true, 'data-col': 0, tabindex: -1, title: 'Chi tiết, lịch sử của dòng', 'aria-label': `Dòng ${line.code}: chi tiết, lịch sử` });
    const cells = this.#columns.flatMap(({ column, own, fields }) =>
      fields.map((field) => {
        const cell = own ? this.#ownCell(line, field, at) : this.#otherCell(line, column, at);
        p.cells.set(own ? field : column, cell);
        at += 1;
        return own ? cell : cell.parentElement;
      })
    );
    if (this.hasReason) {
      const reason = el('td', { class: 'reason own', 'data-cell': true, 'data-field': 'reason', 'data-col': at++, tabindex: -1 });
      p.cells.set('reason', reason);
      cells.push(reason);
    }
    p.evidence = el('td', { class: 'evidence', 'data-col': at });
    const name = el('th', { scope: 'row', class: 'name' }, el('div', { class: 'title' }, code, el('span', { text: line.name })), p.remarks, p.said);
    p.node = el('tr', { 'data-line': line.code }, name, el('td', { class: 'number max', text: line.kind === 'PENALTY' ? '' : comma(line.max) }), ...cells, p.evidence);
    this.#rows.set(line.code, p);
    return p.node;
  }

  #ownCell(line, field, at) {
    if (rule(line, field)) return el('td', { class: 'number figure own', 'data-cell': true, 'data-field': field, 'data-col': at, tabindex: -1 });
    return el('td', { class: 'number not', 'aria-disabled': 'true' });
  }

  #otherCell(line, column, at) {
    const button = el('button', { class: 'figure', 'data-act': 'details', 'data-cell': true, 'data-col': at, tabindex: -1 });
    el('td', { class: 'number' }, button);
    return button;
  }

  row(code) {
    return this.#rows.get(code)?.node ?? null;
  }

  /** The own cell of a field, or what shows the figure of another column. */
  cell(code, key) {
    return this.#rows.get(code)?.cells.get(key) ?? null;
  }

  /** @param codes of the lines that changed, or null for all */
  update(codes) {
    for (const [code, row] of this.#rows) if (!codes || codes.has(code)) this.#fill(this.#sheet.line(code), row);
    const all = new Map(this.#columns.map(({ column }) => [column, this.#sheet.totals(column)]));
    for (const { button, which, column, name } of this.#totals) {
      const words = all.get(column).none ? '–' : totalWords(all.get(column), which);
      setText(button, words);
      button.setAttribute('aria-label', `${name}, ${TITLES[column]}: ${words === '–' ? 'chưa có điểm' : words}. Xem cách tính`);
    }
    if (this.#open) setText(this.#formula.querySelector('p'), formula(this.#sheet, this.#open.dataset.column, this.#open.dataset.which));
  }

  #fill(line, row) {
    const sheet = this.#sheet;
    const mine = sheet.unsaved.get(line.code);
    row.node.classList.toggle('contested', line.contested);
    for (const [key, cell] of row.cells) {
      if (cell.classList.contains('not')) this.#fillNot(line, key, cell);
      else if (cell.dataset.field) this.#fillOwn(line, key, cell, mine?.column === sheet.column ? mine : null);
      else this.#fillOther(line, key, cell);
    }
    put(row.remarks, ...remarksOf(sheet, line), knownOf(sheet, line, KNOWN));
    put(row.said, ...saidOf(sheet, line));
    this.#fillEvidence(line, row.evidence);
    this.#fillChoice(line, row, mine);
  }

  /** Of what a rule counts, the points are computed. */
  #fillNot(line, field, cell) {
    const figure = this.#sheet.figure(line, this.#sheet.column);
    const taken = field === 'points' && line.kind === 'PENALTY' ? figureWords(line, { points: figure.points }) : '';
    setText(cell, taken);
    cell.classList.toggle('computed', taken !== '');
  }

  #fillOwn(line, field, cell, mine) {
    if (cell.querySelector('.editor')) return; // somebody types in it
    const figure = this.#sheet.figure(line, this.#sheet.column);
    const typed = this.#sheet.wrong(line, field);
    const value = field === 'count' ? figure.count : field === 'reason' ? figure.reason : comma(figure[field]);
    const words = typed ?? String(value ?? '');
    const state = this.#stateOf(line, field, mine, typed);
    const lacks = field === 'reason' && this.#sheet.lacksReason(line);
    const signature = `${words}|${state}|${lacks}|${figure.count}`;
    if (cell.signature === signature) return;
    cell.signature = signature;
    cell.classList.toggle('computed', field === 'points' && figure.count !== null);
    cell.dataset.state = state;
    if (state === 'wrong') cell.setAttribute('aria-invalid', 'true');
    else cell.removeAttribute('aria-invalid');
    put(
      cell,
      el('span', { class: 'value', text: words }),
      lacks ? el('span', { class: 'lacks', text: 'Cần nêu lý do' }) : null,
      state ? el('span', { class: 'sign', 'aria-hidden': 'true', title: STATES[state], text: SIGNS[state] }) : null,
      state ? el('span', { class: 'for-readers', text: `, ${STATES[state]}` }) : null
    );
  }

  #stateOf(line, field, mine, typed) {
    if (typed !== undefined) return 'wrong';
    if (!mine) return '';
    const there = mine.theirs ?? line.cells[mine.column];
    const empty = field === 'reason' ? '' : null;
    const differs = String(mine[field] ?? empty) !== String(there?.[field] ?? empty);
    if (mine.theirs && differs) return 'choice';
    if (mine.problem && (mine.field ? mine.field === field && field !== 'reason' : differs)) return 'refused';
    return differs ? 'unsaved' : '';
  }

  #fillOther(line, column, button) {
    const words = figureWords(line, this.#sheet.figure(line, column));
    setText(button, words || '–');
    button.setAttribute('aria-label', `${words || 'chưa có điểm'}, ${TITLES[column]}, dòng ${line.code}: xem lịch sử`);
  }

  #fillEvidence(line, cell) {
    const { words, state, act, href, label } = evidenceOf(line, this.#options);
    const signature = `${words}|${act}|${href}`;
    if (cell.signature === signature) return;
    cell.signature = signature;
    cell.dataset.state = state;
    const shared = { 'data-cell': act || href ? true : null, 'data-col': cell.dataset.col, tabindex: -1, 'aria-label': label, text: words };
    if (act) put(cell, el('button', { ...shared, class: 'link', 'data-act': 'evidence' }));
    else if (href) put(cell, el('a', { ...shared, href, target: '_blank', rel: 'noopener' }));
    else put(cell, el('span', { text: words, title: label }));
  }

  /** Two figures for one cell stand side by side below the line, until the person has chosen. */
  #fillChoice(line, row, mine) {
    const key = mine?.theirs ? `${mine.theirs.id}|${JSON.stringify([mine.points, mine.bonus, mine.count, mine.reason])}` : '';
    if (row.choiceKey === key) return;
    row.choiceKey = key;
    row.choice?.remove();
    row.choice = key ? el('tr', { class: 'choice' }, el('td', { colspan: this.#width }, this.#options.choiceOf(line, mine))) : null;
    if (row.choice) row.node.after(row.choice);
  }

  /** Shows which of these lines are wanted now; a group without any goes away with them. */
  filter(wanted) {
    for (const [code, row] of this.#rows) {
      row.node.hidden = !wanted.has(code);
      if (row.choice) row.choice.hidden = row.node.hidden;
    }
    for (const body of this.node.tBodies) body.hidden = ![...body.querySelectorAll('tr[data-line]')].some((row) => !row.hidden);
  }

  get shownLines() {
    return [...this.#rows].filter(([, { node }]) => !node.hidden).map(([code]) => code);
  }

  /** Opens how a total comes about, below it; closes it when it is open. */
  toggle(button) {
    const again = this.#open === button;
    this.#open?.setAttribute('aria-expanded', 'false');
    this.#open = again ? null : button;
    if (again) return this.#formula.remove();
    button.setAttribute('aria-expanded', 'true');
    setText(this.#formula.querySelector('p'), formula(this.#sheet, button.dataset.column, button.dataset.which));
    button.closest('tr').after(this.#formula);
  }

  /** Who has just changed a cell stands beside it for a while. */
  flash(code, key, who) {
    const row = this.#rows.get(code);
    const cell = row?.cells.get(key)?.closest('td') ?? row?.node.querySelector('th');
    if (!cell) return;
    cell.querySelector(':scope > .who')?.remove();
    const mark = el('span', { class: 'who', 'aria-hidden': 'true', text: `${who} vừa sửa` });
    cell.classList.add('news');
    cell.append(mark);
    setTimeout(() => {
      mark.remove();
      if (!cell.querySelector(':scope > .who')) cell.classList.remove('news');
    }, NEWS_SHOWN);
  }
}
