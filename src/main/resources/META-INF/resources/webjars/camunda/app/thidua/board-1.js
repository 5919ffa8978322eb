// The board of the scoring meeting: all units' figures, what is disputed, what was agreed on, and the ranking that follows, live
// for everybody who looks. The server decides about everything shown here and about who may do what.
// Browsers may keep these files: give them new numbers when they change.

import { Announcer, el, say } from './hand-in-dom-1.js';
import { CompareView } from './board-compare-1.js';
import { Feed, spoken } from './board-feed-1.js';
import { Filter } from './board-filter-1.js';
import { Head, Looks } from './board-head-1.js';
import { LinesView } from './board-lines-1.js';
import { Live } from './board-live-1.js';
import { Board } from './board-model-1.js';
import { Panel } from './board-panel-1.js';
import { moveSentences, Standings } from './board-standings-1.js';
import { Sweep } from './board-sweep-1.js';
import { UnitView } from './board-unit-1.js';

const LEGEND = [
  ['✓ 3', 'agreed', 'đã thống nhất'],
  ['≠ 2,5', 'disputed', 'tranh chấp (điểm đề xuất)'],
  ['2,5', 'proposed', 'đề xuất, không tranh chấp'],
];

class Screen {
  #root;
  #board;
  #live;
  #filter;
  #head;
  #standings;
  #feed;
  #panel;
  #sweep;
  #views;
  #main;
  #side;
  #notice = el('p', { class: 'notice strong', role: 'status', hidden: true });
  #announcer = new Announcer();
  #known = false;
  #structure = null;

  constructor(root, year) {
    this.#root = root;
    this.#board = new Board(year);
    this.#live = new Live(this.#board);
    this.#filter = new Filter(this.#board);
    const context = {
      board: this.#board,
      filter: this.#filter,
      open: (position, choice) => this.#panel.open(position, choice),
      showUnit: (unit) => this.#filter.set({ view: 'unit', unit }),
      sweep: (unit) => this.#sweep.open(unit),
      sequence: (open) => this.#view.sequence(open),
      doubt: () => this.#live.readAnew(),
    };
    this.#head = new Head(this.#board, () => this.#live.tryNow());
    this.#standings = new Standings(context);
    this.#feed = new Feed(context);
    this.#panel = new Panel(context);
    this.#sweep = new Sweep(this.#board);
    this.#views = { lines: new LinesView(context), unit: new UnitView(context), compare: new CompareView(context) };
    this.#draw();
    this.#listen();
  }

  get #view() {
    return this.#views[this.#filter.view];
  }

  #draw() {
    const legend = LEGEND.map(([sign, state, words]) => el('span', {}, el('span', { class: 'settle sample', 'data-state': state, text: sign }), ` ${words}`));
    const badges = [['BS', 'mark', 'được bổ sung'], ['PB', 'objection', 'có ý kiến phản biện']].map(([text, kind, words]) => el('span', {}, el('span', { class: `badge ${kind}`, text }), ` ${words}`));
    this.#main = el('div', { class: 'board-main', tabindex: 0, role: 'region', 'aria-label': 'Điểm của các đơn vị' });
    this.#side = el('aside', { class: 'board-side', tabindex: 0, 'aria-label': 'Xếp hạng và diễn biến' }, this.#standings.node, this.#feed.node);
    this.#root.replaceChildren(
      this.#head.node,
      this.#notice,
      this.#filter.node,
      el('div', { class: 'board-body' }, this.#main, this.#side),
      el('div', { class: 'foot' }, el('p', { class: 'legend' }, ...legend, ...badges, el('span', { class: 'keys', text: 'Mũi tên: chuyển dòng, đơn vị · Enter: mở · Esc: đóng' })), new Looks(this.#root).node),
      this.#panel.node,
      this.#sweep.node,
      this.#announcer.node
    );
  }

  #listen() {
    this.#board.addEventListener('load', () => this.#loaded());
    this.#board.addEventListener('change', ({ detail }) => this.#changed(detail));
    this.#board.addEventListener('standings', ({ detail }) => this.#ranked(detail));
    this.#filter.addEventListener('filter', () => this.#show());
    this.#live.addEventListener('state', ({ detail }) => this.#head.connection(detail));
  }

  run() {
    this.#head.connection(this.#live.state);
    return this.#live.run();
  }

  #loaded() {
    const { units, lines, phaseText } = this.#board;
    const empty = !units.length || !lines.length;
    this.#root.dataset.empty = String(empty);
    this.#head.loaded();
    say(this.#notice, empty ? phaseText : '');
    if (empty) return;
    this.#filter.loaded();
    this.#standings.update();
    if (!this.#known) this.#feed.first();
    else this.#feed.update();
    this.#known = true;
    const { structure } = this.#board;
    if (this.#structure === structure) this.#view.refresh();
    else this.#show();
    if (!this.#structure) requestAnimationFrame(() => setTimeout(() => performance.mark('thidua-board-shown')));
    this.#structure = structure;
    this.#panel.changed();
    this.#sweep.changed();
  }

  #show() {
    const view = this.#view;
    if (this.#main.firstChild !== view.node) this.#main.replaceChildren(view.node);
    view.anew();
    this.#main.scrollTop = 0;
  }

  #changed(changes) {
    if (!this.#known) return;
    this.#filter.update();
    this.#view.changed(changes);
    this.#feed.add(changes);
    this.#standings.update();
    this.#head.count();
    this.#panel.changed();
    this.#sweep.changed();
    spoken(changes, this.#board).forEach((text) => this.#announcer.announce(text, manyChanges));
  }

  #ranked(moves) {
    if (!this.#known) return;
    this.#standings.ranked(moves);
    this.#view.ranked();
    moveSentences(this.#board, moves).forEach((text) => this.#announcer.announce(text));
  }
}

const manyChanges = (number) => `${number} thay đổi mới trên bảng.`;

/** Shows the board of a year in an element, and keeps it up to date while the page is open. */
export function mount(root, year) {
  root.classList.add('thidua-board');
  return new Screen(root, year).run();
}
