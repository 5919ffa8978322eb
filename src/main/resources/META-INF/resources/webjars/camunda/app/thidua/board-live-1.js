// Keeps the board up to date: reads it whole, then follows the server's events from where that reading stands, and goes on
// after a lost connection with the last event that was heard (Last-Event-ID). Where the server cannot tell what was missed,
// all is read anew. Streams are read by fetch, not by EventSource, which hides the server's sign of life and its refusals.

import { Lost, Refusal } from './hand-in-api-1.js';

/** The server says something every 15 s; after this long without a word the connection is taken for lost (milliseconds). */
const SILENCE = 40_000;
const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 10_000;
/** Until it is asked again whether the board can be read at all. */
const SHUT = 15_000;
/** All is read anew this often, whatever was heard. */
const ANYWAY = 300_000;

/** Events of a stream as {name, data, id}; comments are a sign of life. */
async function* eventsOf(body, alive) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let event = {};
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    alive();
    const lines = (rest + value).split(/\r?\n/);
    rest = lines.pop();
    for (const line of lines) {
      if (line) {
        const [, field, text] = /^([^:]*):? ?(.*)$/.exec(line);
        if (field === 'data') event.data = event.data === undefined ? text : `${event.data}\n${text}`;
        else if (field === 'event') event.name = text;
        else if (field === 'id') event.id = text;
      } else {
        if (event.data !== undefined) yield event;
        event = {};
      }
    }
  }
}

/**
 * States (detail of `state`): `live`; `waiting` with `since`, the moment of the last word heard, while it tries again; `still`
 * before the meeting; `over` where nobody is signed in any more; `closed` with `message` where the board cannot be read.
 */
export class Live extends EventTarget {
  state = { name: 'waiting', since: null };
  #board;
  #stand = null;
  #stale = true;
  #readAt = 0;
  #failures = 0;
  #heard = null;
  #listening = null;
  #wake = () => {};

  constructor(board) {
    super();
    this.#board = board;
    addEventListener('online', () => this.tryNow());
    addEventListener('offline', () => this.#listening?.abort());
    document.addEventListener('visibilitychange', () => document.hidden || this.tryNow());
    setInterval(() => document.hidden || performance.now() - this.#readAt < ANYWAY || this.readAnew(), 30_000);
  }

  async run() {
    for (;;) {
      try {
        if (this.#stale) await this.#read();
        await this.#listen();
        if (!this.#stale) this.#lost();
      } catch (error) {
        if (!(error instanceof Lost || error instanceof Refusal)) {
          reportError(error);
          this.#stale = true;
        }
        if (error.status === 401) this.#is({ name: 'over' });
        else if (error.status && error.status < 500) this.#is({ name: 'closed', message: error.message });
        else this.#lost();
      }
      if (this.state.name === 'over' || this.state.name === 'closed') await this.#pause(SHUT);
      else if (this.#failures) await this.#pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (this.#failures - 1)) * (0.5 + Math.random() / 2));
    }
  }

  /** Reads all anew, at once. */
  readAnew() {
    this.#stale = true;
    this.#listening?.abort();
    this.#wake();
  }

  tryNow() {
    this.#failures = Math.min(this.#failures, 1);
    this.#wake();
  }

  async #read() {
    await this.#board.load();
    this.#stale = false;
    this.#readAt = performance.now();
    this.#stand = this.#board.stand;
  }

  async #listen() {
    const control = new AbortController();
    this.#listening = control;
    let silence;
    const waitForAWord = () => {
      clearTimeout(silence);
      silence = setTimeout(() => control.abort(), SILENCE);
    };
    const alive = () => {
      waitForAWord();
      this.#heard = Date.now();
    };
    try {
      waitForAWord();
      const response = await fetch(`${this.#board.path}/thay-doi?tu=${this.#stand}`, {
        headers: { Accept: 'text/event-stream', 'Last-Event-ID': String(this.#stand) },
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'manual',
        signal: control.signal,
      });
      if (!this.#goes(response)) return;
      alive();
      this.#failures = 0;
      this.#is({ name: this.#waiting ? 'still' : 'live' });
      for await (const event of eventsOf(response.body, alive)) this.#take(event);
    } catch (error) {
      if (!(error instanceof TypeError || error.name === 'AbortError')) throw error;
    } finally {
      clearTimeout(silence);
      control.abort();
    }
  }

  #goes(response) {
    if (response.type === 'opaqueredirect' || response.status === 401) throw new Refusal(401, 'Phiên làm việc đã hết.');
    if (response.ok) return true;
    // The server no longer knows what came after our last event, or no longer shows it: the board says how things stand.
    if (response.status < 500) {
      this.#stale = true;
      this.#lost();
    }
    return false;
  }

  /** Before the meeting there is nothing to follow but its beginning. */
  get #waiting() {
    return this.#board.phase === 'BEFORE';
  }

  #take({ name, data, id }) {
    if (name === 'thay-doi' && !this.#waiting) {
      if (!this.#board.take(JSON.parse(data))) this.readAnew();
    } else if (name === 'xep-hang') this.#board.takeStandings(JSON.parse(data).standings);
    else if (name === 'giai-doan' && JSON.parse(data).turn !== this.#board.turn) this.readAnew();
    if (id) this.#stand = id;
  }

  #lost() {
    this.#failures += 1;
    this.#is({ name: 'waiting', since: this.#heard });
  }

  #is(state) {
    this.state = state;
    this.dispatchEvent(new CustomEvent('state', { detail: state }));
  }

  #pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
