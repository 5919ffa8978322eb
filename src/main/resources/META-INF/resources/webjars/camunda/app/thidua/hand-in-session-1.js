// What a page knows of one duty. Kept outside of what is shown: when Tasklist opens another task, files go on being sent,
// drafts go on being saved, and coming back shows where they stand.

import { call, passing, Refusal } from './hand-in-api-1.js';
import { Drafts } from './hand-in-drafts-1.js';
import { ServerClock } from './hand-in-time-1.js';
import { Uploads } from './hand-in-uploads-1.js';

/** How often the server is asked (milliseconds): while a file is being checked, ever more rarely; and otherwise. */
const SOON = 3000;
const RARELY = 15_000;
const OTHERWISE = 60_000;
/** Files often arrive together: one question for all of them. */
const AFTER_RECEIPT = 400;

const sessions = new Map();

export const allSessions = () => [...sessions.values()];

export class Session extends EventTarget {
  clock = new ServerClock();
  uploads = new Uploads(this);
  drafts = new Drafts(this);
  over = false;
  problem = '';
  #path;
  #poll = null;
  #pause = SOON;
  #shown = 0;
  #refreshing = null;
  #again = false;
  #loads = 0;
  #seen = 0;

  constructor(view) {
    super();
    this.view = view;
    this.uploadContext = {
      duty: view.duty,
      chunkBytes: () => this.view.limits.chunkBytes,
      stored: (upload) => this.#stored(upload),
      begun: (upload) => this.#begun(upload),
      sessionOver: () => this.sessionOver(),
    };
  }

  /** The session of the duty that `path` shows. @throws Refusal, Lost */
  static async open(path) {
    const asked = performance.now();
    const view = await call('GET', path);
    let session = sessions.get(view.duty);
    if (!session) {
      session = new Session(view);
      sessions.set(view.duty, session);
    }
    session.#path = path;
    session.#take(view, asked);
    session.goOn();
    return session;
  }

  /** Called by what shows it, with true and later with false; nobody asks the server for what nobody sees. */
  shown(yes) {
    this.#shown += yes ? 1 : -1;
    this.#plan();
  }

  /** @return whether the server answered */
  async refresh() {
    if (this.#refreshing) {
      this.#again = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#ask();
    try {
      return await this.#refreshing;
    } finally {
      this.#refreshing = null;
      if (this.#again) {
        this.#again = false;
        this.refresh();
      }
    }
  }

  async #ask() {
    const asked = performance.now();
    const changes = this.#loads;
    try {
      const view = await call('GET', this.#path);
      // What was received or changed meanwhile may not be in this answer yet: then it is asked for anew.
      if (changes === this.#loads) this.#take(view, asked);
      else this.#again = true;
      this.problem = '';
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) this.sessionOver();
      else if (error instanceof Refusal && error.status === 404 && this.#path !== this.#ofDuty) this.#taskEnded();
      else this.problem = passing(error) ? 'Mất kết nối với máy chủ; hệ thống đang tự thử lại.' : error.message;
      this.#tell();
      return false;
    } finally {
      this.#plan();
    }
  }

  get #ofDuty() {
    return `/tep/viec/${this.view.duty}`;
  }

  /** The deadline passed, or a colleague handed in: what was handed in is still there to be seen, and what comes late to be received. */
  #taskEnded() {
    this.#path = this.#ofDuty;
    this.#again = true;
  }

  #take(view, asked) {
    this.clock.set(view.now, asked);
    this.view = view;
    this.#seen = this.#loads;
    this.#tell();
  }

  /** Whether something was received or changed that the server's view does not tell of yet. */
  get stale() {
    return this.#seen !== this.#loads;
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }

  #plan() {
    clearTimeout(this.#poll);
    if (!this.#shown || this.over) return;
    const checking = this.view.slots.some((slot) => slot.files.some((file) => file.verdict === null && file.state === 'CURRENT'));
    this.#pause = checking ? Math.min(RARELY, this.#pause * 1.3) : SOON;
    const pause = checking ? this.#pause : this.problem ? RARELY : OTHERWISE;
    this.#poll = setTimeout(() => (document.hidden ? this.#plan() : this.refresh()), pause);
  }

  received(upload) {
    this.#loads += 1;
    this.#pause = SOON;
    this.uploads.remove(upload); // first, so that it is never shown beside its own receipt
    this.view.uploads = this.view.uploads.filter((begun) => begun.id !== upload.id);
    this.put(upload.received);
    clearTimeout(this.#poll);
    this.#poll = setTimeout(() => this.refresh(), AFTER_RECEIPT);
  }

  /** A FILE that the server has just answered, shown before all is asked anew. */
  put(file) {
    const slot = this.view.slots.find((one) => one.code === file.slot);
    if (!slot) return;
    const at = slot.files.findIndex((one) => one.id === file.id);
    if (at < 0) slot.files.push(file);
    else slot.files[at] = file;
    this.#tell();
  }

  /** A change asked for by the person. @throws Refusal, Lost */
  async change(method, path, body) {
    try {
      const answer = await call(method, path, body);
      this.#loads += 1;
      return answer;
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) this.sessionOver();
      if (error instanceof Refusal && [403, 404, 409, 410].includes(error.status)) this.refresh();
      throw error;
    }
  }

  sessionOver() {
    if (this.over) return;
    this.over = true;
    this.#tell();
  }

  goOn() {
    this.over = false;
    this.uploads.goOn();
    this.drafts.goOn();
    this.#tell();
  }

  /** @return whether somebody is signed in again */
  async tryAgain() {
    if (!(await this.refresh())) return false;
    this.goOn();
    return true;
  }

  /** After Complete: nothing of the duty's form is to be saved any more. */
  end() {
    this.drafts.end();
  }

  /** The FILE that came of an upload whose last answer was lost. */
  async #stored(upload) {
    const known = new Set(this.view.slots.flatMap((slot) => slot.files.map((file) => file.id)));
    const isIt = (file) =>
      !known.has(file.id) && file.slot === upload.slot && file.name === upload.file.name && file.size === upload.file.size;
    const look = () => this.view.slots.flatMap((slot) => slot.files).find(isIt) ?? null;
    await this.refresh();
    if (look()) return look();
    await this.refresh(); // the first may have been asked before the file was stored
    return look();
  }

  /** The id of what was begun for this file although the answer was lost, or null. */
  async #begun(upload) {
    await this.refresh();
    const mine = new Set(this.uploads.all.map((one) => one.id));
    const isIt = (begun) =>
      !mine.has(begun.id) && begun.offset === 0 && begun.slot === upload.slot && begun.name === upload.file.name && begun.size === upload.file.size;
    return this.view.uploads.find(isIt)?.id ?? null;
  }

  get unsaved() {
    return this.uploads.busy.length + this.uploads.unsettled.length + this.uploads.staged.length > 0 || this.drafts.dirty;
  }
}

addEventListener('beforeunload', (event) => {
  if (allSessions().some((session) => session.unsaved)) {
    event.preventDefault();
    event.returnValue = '';
  }
});
