// What is shown of one sheet, until its place is taken off the page: the parts, and what happens between them.

import { Announcer, el } from './hand-in-dom-1.js';
import { choiceOf } from './score-choice-1.js';
import { Conflict } from './score-conflict-1.js';
import { Details } from './score-details-1.js';
import { Filter } from './score-filter-1.js';
import { Grid } from './score-grid-1.js';
import { Head } from './score-head-1.js';
import { none, TITLES } from './score-lines-1.js';
import { Phone } from './score-phone-1.js';
import { Report } from './score-report-1.js';
import { Notices, Status } from './score-status-1.js';
import { Table } from './score-table-1.js';
import { proposal } from './score-words-1.js';

const PHONE = matchMedia('(max-width: 640px)');
const manyChanged = (many) => `Đồng nghiệp vừa sửa ${many} ô.`;

const KEYS =
  'Phím mũi tên, Tab: di chuyển; gõ số hoặc F2: sửa; Enter, Shift+Enter: xuống, lên; Esc: bỏ sửa; Delete: xóa; Ctrl+V: dán cột từ Excel; Ctrl+Z: hoàn tác; Alt+Enter: chi tiết của dòng; Esc rồi Tab: ra khỏi bảng.';

export class Shown {
  #session;
  #root;
  #options;
  #announcer = new Announcer();
  #quit = new AbortController();
  #timer;
  #parts = {};
  #body = el('div', { class: 'sheet' });
  #shape = '';

  /** @param options `{inner, onEvidence, onChange, reopen}`; inner: inside another form, which has a head and a Complete of its own */
  constructor(session, root, options) {
    this.#session = session;
    this.#root = root;
    this.#options = options;
    const p = this.#parts;
    p.head = new Head(session, this.#announcer);
    p.notices = new Notices(session, { reopen: () => this.#reopen() });
    p.conflict = new Conflict(session, (node) => this.#over(node));
    p.status = new Status(session, { next: () => this.#next() });
    p.details = new Details(session);
    p.report = new Report({ undo: () => this.#undo(), focus: (code) => this.goTo({ line: code }) });
    p.place = el('div', { class: 'place' });
    root.replaceChildren(...(options.inner ? [] : [p.head.node]), this.#body, p.details.node, this.#announcer.node);
    root.classList.toggle('inner', Boolean(options.inner));
    this.#build();
    this.#listen();
  }

  get #sheet() {
    return this.#session.sheet;
  }

  // ---- what is there ----

  #build() {
    const p = this.#parts;
    const sheet = this.#sheet;
    this.#shape = this.#shapeNow();
    p.filter = new Filter(sheet);
    p.filter.addEventListener('change', () => this.#filtered());
    this.#body.replaceChildren(p.notices.node, p.conflict.node, el('div', { class: 'tools' }, p.filter.node, this.#buttons()), p.place, el('div', { class: 'foot' }, p.report.node, p.status.node));
    this.#place();
    this.#update();
  }

  /** What cannot change without another table. */
  #shapeNow() {
    const { columns, writable, table, lines, groups } = this.#sheet.view;
    return JSON.stringify([columns, writable, table, groups, lines.map(({ code, name, max, step, kind, bonusMax }) => [code, name, max, step, kind, bonusMax])]);
  }

  #buttons() {
    const p = this.#parts;
    const { column, appraising } = this.#sheet;
    p.asSelf = el('button', { class: 'button small', text: 'Lấy điểm tự chấm cho dòng còn trống', hidden: !appraising, on: { click: () => this.#allAsSelf() } });
    p.undo = el('button', { class: 'button small', text: 'Hoàn tác', hidden: !column, on: { click: () => this.#undo() } });
    p.whole = el('button', { class: 'button small whole-button', text: 'Mở rộng', 'aria-pressed': 'false', hidden: !this.#body.showPopover, on: { click: () => this.#whole() } });
    const help = el('details', { class: 'help', hidden: !column }, el('summary', { text: 'Cách dùng bàn phím' }), el('p', { text: `${KEYS}${appraising ? ' Phím =: lấy điểm tự chấm.' : ' Phím =: nhận đề xuất của hệ thống.'}` }));
    return el('div', { class: 'actions' }, p.filter.search, p.asSelf, p.undo, p.whole, help);
  }

  /** The table, or one line at a time where the screen is narrow. */
  #place() {
    const p = this.#parts;
    const sheet = this.#sheet;
    const { year, evidence } = sheet.view;
    const options = {
      onEvidence: this.#options.onEvidence,
      filesOf: () => (evidence === null ? null : `/nam/${encodeURIComponent(year)}/tep/${encodeURIComponent(evidence)}`),
      choiceOf: (line, mine) => choiceOf(sheet, line, mine, (code) => this.#chosen(code)),
    };
    const on = {
      may: () => this.#may(),
      details: (code) => p.details.open(code),
      evidence: (code) => this.#options.onEvidence(code),
      formula: (button) => p.table.toggle(button),
      known: (code) => this.#known(code),
      asSelf: (code) => this.#asSelf([sheet.line(code)]),
      pasted: (report) => p.report.pasted(report),
      undo: () => this.#undo(),
    };
    p.table = PHONE.matches ? null : new Table(sheet, options);
    p.grid = p.table && new Grid(sheet, p.table, this.#session.saving, on);
    p.phone = PHONE.matches ? new Phone(sheet, this.#session.saving, options, on) : null;
    this.#filtered();
    p.place.replaceChildren((p.table ?? p.phone).node);
  }

  #filtered() {
    const { filter, table, phone } = this.#parts;
    (table ?? phone).filter(filter.wanted);
  }

  // ---- what happens ----

  #listen() {
    const { saving } = this.#session;
    const on = (target, event, listener) => target.addEventListener(event, listener, { signal: this.#quit.signal });
    on(this.#sheet, 'change', ({ detail }) => this.#changed(detail));
    on(this.#session, 'change', () => this.#update());
    on(PHONE, 'change', () => {
      this.settle();
      this.#place();
    });
    // What is typed does not wait for its cell to be left when the page goes.
    on(document, 'visibilitychange', () => {
      if (!document.hidden) return;
      this.settle();
      saving.flush();
    });
    on(this.#root, 'keydown', (event) => {
      // Tasklist's form would take it for "hand in"; nobody hands in by a slip of the finger.
      if (event.key === 'Enter' && event.target.matches('input')) event.preventDefault();
    });
    this.#timer = setInterval(() => this.#tick(), 1000);
    // Tasklist marks an ancestor while nobody has taken the task.
    const claimed = new MutationObserver(() => this.#root.isConnected && this.#update());
    for (let parent = this.#root.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
      claimed.observe(parent, { attributes: true, attributeFilter: ['class'] });
    }
    this.#quit.signal.addEventListener('abort', () => claimed.disconnect());
  }

  #tick() {
    if (!this.#root.isConnected) return this.close();
    if (this.#parts.head.tick()) this.#session.refresh();
  }

  #changed({ lines, news }) {
    const p = this.#parts;
    if (!lines && this.#shapeNow() !== this.#shape) this.#build();
    else {
      (p.table ?? p.phone).update(lines);
      p.filter.refresh();
      this.#update();
    }
    p.details.changed(lines);
    for (const { code, column, by } of news) {
      const where = column ? `điểm «${TITLES[column]}» của dòng ${code}` : `ý kiến ở dòng ${code}`;
      this.#announcer.announce(`${by} vừa sửa ${where}.`, manyChanged);
      if (p.table) p.table.flash(code, column === this.#sheet.column ? p.table.fields.find((field) => p.table.cell(code, field)?.dataset.field) : column, by);
    }
  }

  #update() {
    const p = this.#parts;
    p.head.update();
    p.notices.update();
    p.status.update();
    p.undo.disabled = !this.#sheet.undoable;
    p.asSelf.disabled = !this.#may();
    this.#body.classList.toggle('shut', !this.#may());
    this.#options.onChange?.();
  }

  get #claimed() {
    return !this.#root.closest('.disabled-form, fieldset:disabled');
  }

  #may() {
    return this.#claimed && this.#sheet.column !== null;
  }

  /** What is being typed counts now. */
  settle() {
    this.#parts.grid?.settle();
    this.#parts.phone?.settle();
  }

  // ---- what the person asks for ----

  #known(code) {
    const line = this.#sheet.line(code);
    if (!line.known || !this.#may() || this.#sheet.appraising) return;
    this.#sheet.edit([{ code, patch: proposal(line) }]);
    this.#session.saving.soon();
  }

  #asSelf(lines) {
    const edits = lines
      .map((line) => ({ line, self: this.#sheet.figure(line, 'SELF') }))
      .filter(({ self }) => !none(self))
      .map(({ line, self }) => ({ code: line.code, patch: { points: self.count === null ? self.points : null, bonus: self.bonus, count: self.count } }));
    this.#sheet.edit(edits);
    this.#session.saving.soon();
    return edits.length;
  }

  #allAsSelf() {
    const { column, lines } = this.#sheet;
    const many = this.#asSelf(lines.filter((line) => none(this.#sheet.figure(line, column))));
    this.#parts.report.show(many ? `Đã lấy điểm tự chấm cho ${many} dòng còn trống.` : 'Không còn dòng nào trống mà đã có điểm tự chấm.', [], many > 0);
  }

  #undo() {
    const { back, kept } = this.#sheet.undo();
    this.#session.saving.soon();
    this.#parts.report.show(`Đã hoàn tác ${back} ô.${kept ? ` ${kept} ô giữ nguyên vì đã được sửa sau đó.` : ''}`, [], false);
  }

  #chosen(code) {
    this.#session.saving.soon();
    this.goTo({ line: code });
  }

  /** The next cell that needs somebody. */
  #next() {
    const stuck = [...this.#sheet.unsaved.values()].find((one) => one.theirs || one.problem || Object.keys(one.wrong).length);
    if (stuck) this.goTo({ line: stuck.line, field: Object.keys(stuck.wrong)[0] ?? stuck.field });
  }

  /** @param problem `{line, filter, field, key}` */
  goTo({ line, filter, field, key }) {
    if (line === null) return;
    const p = this.#parts;
    if (filter) p.filter.choose(filter);
    p.filter.reveal(line);
    if (p.phone) p.phone.focus(line);
    else p.grid.focus(line, key === 'reason' ? 'reason' : field ?? undefined);
  }

  /** Over everything else on the page: Tasklist leaves a table little room. */
  #whole() {
    const { whole } = this.#parts;
    const now = whole.getAttribute('aria-pressed') !== 'true';
    if (now) {
      this.#body.popover = 'manual';
      this.#body.showPopover();
    } else {
      this.#body.hidePopover();
      this.#body.removeAttribute('popover');
    }
    whole.setAttribute('aria-pressed', String(now));
    whole.textContent = now ? 'Thu lại' : 'Mở rộng';
    whole.focus();
  }

  /** Somebody else judges the unit now: nothing of the sheet is this person's any more. */
  #over(node) {
    this.close();
    this.#root.replaceChildren(node);
  }

  #reopen() {
    this.close();
    this.#options.reopen();
  }

  /** What waits is still sent; what cannot be is kept on this machine. */
  close() {
    if (this.#quit.signal.aborted) return;
    this.settle();
    this.#quit.abort();
    clearInterval(this.#timer);
    this.#session.end();
  }
}
