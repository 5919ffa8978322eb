// What stands above the sheet: whose it is, by which table, until when, what follows otherwise, whom to ask.

import { el, say, setText } from './hand-in-dom-1.js';
import { momentPassed, remainingWords } from './hand-in-time-1.js';

const DAY = 24 * 3_600_000;

export class Head {
  #session;
  #announcer;
  #p = {};
  #left = null;

  constructor(session, announcer) {
    this.#session = session;
    this.#announcer = announcer;
    const p = this.#p;
    p.title = el('h3');
    p.for = el('p', { class: 'meta' });
    p.table = el('p', { class: 'meta' });
    p.left = el('strong', { class: 'left' });
    p.duty = el(
      'dl',
      {},
      el('dt', { text: 'Hạn' }),
      el('dd', {}, (p.boundary = el('span')), ' ', p.left),
      el('dt', { text: 'Quá hạn thì' }),
      (p.consequence = el('dd')),
      el('dt', { text: 'Cần hỏi' }),
      (p.contact = el('dd'))
    );
    this.node = el('header', {}, p.title, p.for, p.table, p.duty);
  }

  update() {
    const p = this.#p;
    const { view } = this.#session.sheet;
    const { heading, table } = view;
    setText(p.title, heading?.title ?? `Bảng điểm của ${view.unitName}`);
    setText(p.for, [heading ? view.unitName : '', view.yearName].filter(Boolean).join(' · '));
    setText(p.table, `Bảng tiêu chí lần ${table.version}: ${table.reference}`);
    p.duty.hidden = !heading?.deadline;
    setText(p.boundary, heading?.boundary ?? '');
    say(p.consequence, heading?.consequence ?? '');
    say(p.contact, heading?.contact ?? '');
    p.consequence.previousElementSibling.hidden = p.consequence.hidden;
    p.contact.previousElementSibling.hidden = p.contact.hidden;
    this.tick();
  }

  /** @return whether the deadline has just passed */
  tick() {
    const deadline = this.#session.sheet.view.heading?.deadline;
    if (!deadline) return false;
    const left = Date.parse(deadline) - this.#session.clock.now();
    setText(this.#p.left, `(${remainingWords(left)})`);
    this.#p.left.classList.toggle('soon', left < DAY);
    const moment = this.#left === null ? '' : momentPassed(this.#left, left);
    const ended = this.#left > 0 && left <= 0;
    this.#left = left;
    if (moment) this.#announcer.announce(moment);
    return ended;
  }
}
