// Brings what was typed to the server, soon after it was typed, and again after a lost connection until it is there.

import { call, passing, Refusal } from './hand-in-api-1.js';

/** Milliseconds: after a figure; after a letter of a text, whose writer may go on. */
const AFTER_FIGURE = 250;
const AFTER_LETTER = 4000;
const FIRST_PAUSE = 1500;
const LONGEST_PAUSE = 20_000;
/** As many cells as one request carries. */
const AT_ONCE = 200;

const DELAYS = { figure: AFTER_FIGURE, letter: AFTER_LETTER };

/** Tells of itself by `change` events. */
export class Saving extends EventTarget {
  /** The connection is lost, or the server cannot answer: in its own words, else empty. */
  lost = '';
  #session;
  #timer = null;
  #pause = FIRST_PAUSE;
  #running = null;
  #online = () => this.lost && this.flush();

  constructor(session) {
    super();
    this.#session = session;
    addEventListener('online', this.#online);
  }

  get #sheet() {
    return this.#session.sheet;
  }

  get busy() {
    return this.#running !== null;
  }

  /** What waits to be sent: not what cannot stand, nor what the person has to choose between first. */
  get waiting() {
    return this.#own.filter((one) => !one.sent && !one.theirs && !one.problem && !Object.keys(one.wrong).length);
  }

  get #own() {
    return [...this.#sheet.unsaved.values()].filter(({ column }) => column === this.#sheet.column);
  }

  /** @param what `figure` or `letter` */
  soon(what = 'figure') {
    this.#after(DELAYS[what]);
  }

  #after(pause) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), pause);
  }

  /** Sends all that waits. @return whether nothing is left that is not on the server */
  async flush() {
    clearTimeout(this.#timer);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      this.#tell();
    });
    await this.#running;
    return this.#sheet.unsaved.size === 0;
  }

  async #run() {
    while (this.waiting.length && !this.#session.over) {
      const batch = this.waiting.slice(0, AT_ONCE);
      batch.forEach((one) => (one.sent = { ...one, sent: null }));
      this.#tell();
      try {
        if (batch.length === 1) await this.#one(batch[0]);
        else await this.#many(batch);
        this.lost = '';
        this.#pause = FIRST_PAUSE;
      } catch (error) {
        this.#failed(batch, error);
        return;
      }
    }
  }

  #body({ line, column, base, points, bonus, count, reason }) {
    return { line, column, base, points: count === null ? points : null, bonus, count, reason };
  }

  async #one(sent) {
    const body = this.#body(sent);
    try {
      const { cell } = await call('PUT', `${this.#session.path}/o`, body);
      this.#sheet.took(body.line, body.column, cell);
    } catch (error) {
      if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error;
      this.#answered({ ...error.body, line: body.line, message: error.message });
    }
  }

  async #many(batch) {
    const { results } = await call('POST', `${this.#session.path}/nhieu-o`, { cells: batch.map(this.#body) });
    results.forEach((result) => this.#answered(result));
    // What the server said nothing about was not taken.
    batch.forEach(({ line }) => this.#sheet.unsaved.get(line)?.sent && this.#sheet.refused(line, 'Máy chủ chưa trả lời về ô này.'));
  }

  #answered({ line, column, cell, message, field }) {
    if (message === undefined) this.#sheet.took(line, column, cell);
    else if (cell) this.#sheet.met(line, cell);
    else this.#sheet.refused(line, message, field);
  }

  #failed(batch, error) {
    if (error instanceof Refusal && error.status === 401) {
      batch.forEach(({ line }) => this.#sheet.unsent(line));
      this.#session.signedOut();
    } else if (passing(error)) {
      batch.forEach(({ line }) => this.#sheet.unsent(line));
      this.lost = error instanceof Refusal ? error.message : 'Mất kết nối với máy chủ.';
      this.#after(this.#pause);
      this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
    } else {
      batch.forEach(({ line }) => this.#sheet.refused(line, error.message));
      this.#session.refresh();
    }
  }

  /** Nobody looks any more; what waits is sent once, the rest is kept on this machine. */
  end() {
    removeEventListener('online', this.#online);
    this.flush().finally(() => clearTimeout(this.#timer));
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
