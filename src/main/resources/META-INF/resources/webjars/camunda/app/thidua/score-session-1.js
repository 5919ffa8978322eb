// A sheet and its ways to the server: loaded, followed, saved; what is unsaved kept on this machine.

import { call, passing, Refusal } from './hand-in-api-1.js';
import { ServerClock } from './hand-in-time-1.js';
import { Kept } from './score-kept-1.js';
import { Live } from './score-live-1.js';
import { Saving } from './score-saving-1.js';
import { Sheet } from './score-sheet-1.js';

/** Others' figures decide what is contested; the server says so, a moment (milliseconds) after they came. */
const AFTER_OTHERS = 1200;
const UNSEEN = ['LEADER', 'DEPUTY', 'AGREED'];

const open = new Set();

/** Tells of itself by `change` events. */
export class ScoreSession extends EventTarget {
  clock = new ServerClock();
  /** Somebody has to sign in again. */
  over = false;
  /** The name of somebody else who signed in meanwhile, or empty. */
  stranger = '';
  problem = '';
  #kept;
  #refreshing = null;
  #later = null;
  #changes = 0;

  constructor(view) {
    super();
    this.sheet = new Sheet(view);
    this.path = ScoreSession.#pathOf(view.year, view.unit);
    this.#kept = new Kept(view.year, view.unit, view.me.id);
    this.sheet.restore(this.#kept.all);
    this.sheet.addEventListener('change', ({ detail }) => this.#keep(detail.lines));
    this.saving = new Saving(this);
    this.live = new Live(this);
    this.saving.addEventListener('change', () => this.#tell());
    open.add(this);
    this.saving.soon();
  }

  static #pathOf(year, unit) {
    return `/diem/${encodeURIComponent(year)}/don-vi/${encodeURIComponent(unit)}`;
  }

  /** @throws Refusal, Lost */
  static async open(year, unit) {
    const asked = performance.now();
    const view = await call('GET', ScoreSession.#pathOf(year, unit));
    performance.mark('thidua-score-data');
    const session = new ScoreSession(view);
    session.clock.set(view.now, asked);
    return session;
  }

  #keep(codes) {
    this.#changes += 1;
    const { unsaved } = this.sheet;
    for (const code of codes ?? this.sheet.lines.map((line) => line.code)) this.#kept.put(code, unsaved.get(code) ?? null);
  }

  /** @return whether the server answered */
  refresh() {
    this.#refreshing ??= this.#ask().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  async #ask() {
    const asked = performance.now();
    const before = this.#changes;
    try {
      const view = await call('GET', this.path);
      if (view.me.id !== this.sheet.view.me.id) {
        this.stranger = view.me.name;
        this.signedOut();
        return false;
      }
      this.problem = '';
      this.clock.set(view.now, asked);
      // What was saved meanwhile may not be in this answer yet.
      if (before !== this.#changes || this.saving.busy) this.#soon();
      else this.sheet.take(view);
      this.#tell();
      return true;
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }

  #failed(error) {
    if (error instanceof Refusal && error.status === 401) return this.signedOut();
    this.problem = passing(error) ? 'Mất kết nối với máy chủ; số liệu của người khác có thể chưa mới.' : error.message;
    this.#tell();
  }

  #soon() {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.refresh(), AFTER_OTHERS);
  }

  /** A change that was followed live. */
  arrived(change) {
    if (this.sheet.arrive(change) && (change.note || UNSEEN.includes(change.column))) this.#soon();
  }

  signedOut() {
    this.over = true;
    this.#tell();
  }

  /** @return whether the same person is signed in again */
  async tryAgain() {
    this.stranger = '';
    if (!(await this.refresh())) return false;
    this.over = false;
    this.live.anew();
    this.saving.soon();
    this.#tell();
    return true;
  }

  /** A remark on a line. @throws Refusal, Lost */
  async say(line, kind, text) {
    try {
      const { note } = await call('POST', `${this.path}/ghi-chu`, { line, kind, text });
      this.sheet.arrive({ line, note });
      this.#soon();
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) this.signedOut();
      throw error;
    }
  }

  /** Who set what when. @throws Refusal, Lost */
  history(line) {
    return call('GET', `${this.path}/lich-su?dong=${encodeURIComponent(line)}`);
  }

  end() {
    open.delete(this);
    clearTimeout(this.#later);
    this.live.end();
    this.saving.end();
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}

addEventListener('beforeunload', (event) => {
  if (![...open].some(({ sheet }) => sheet.unsaved.size)) return;
  event.preventDefault();
  event.returnValue = '';
});
