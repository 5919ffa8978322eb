// What was typed, kept on the server: a second after the last change, and when a field is left.

import { call, passing, Refusal } from './hand-in-api-1.js';

const AFTER_CHANGE = 1000;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 30_000;

/** Tells of itself by `change` events; `problem` is what kept the last saving from working. */
export class Drafts extends EventTarget {
  /** Answers that are not on the server yet, or null. */
  pending = null;
  problem = '';
  saving = false;
  /** The draft that is on the server: `{at, by}`, by this page or, as loaded, by anybody. */
  saved = null;
  #session;
  #timer = null;
  #pause = FIRST_PAUSE;
  #ended = false;

  constructor(session) {
    super();
    this.#session = session;
    addEventListener('online', () => this.problem && this.flush());
  }

  get dirty() {
    return this.pending !== null || this.saving;
  }

  changed(answers) {
    if (this.#ended) return;
    this.pending = answers;
    this.#after(AFTER_CHANGE);
    this.#tell();
  }

  /** Saves at once what waits to be saved. */
  async flush() {
    clearTimeout(this.#timer);
    if (!this.pending || this.saving || this.#ended || this.#session.over) return;
    const answers = this.pending;
    this.pending = null;
    this.saving = true;
    this.#tell();
    try {
      this.saved = await call('PUT', `/tep/viec/${this.#session.view.duty}/nhap`, { answers });
      this.#session.view.answers = answers;
      this.#session.view.draft = this.saved;
      this.problem = '';
      this.#pause = FIRST_PAUSE;
      if (this.pending) this.#after(AFTER_CHANGE);
    } catch (error) {
      this.pending ??= answers;
      this.#failed(error);
    }
    this.saving = false;
    this.#tell();
  }

  #failed(error) {
    if (error instanceof Refusal && error.status === 401) {
      this.problem = 'Chưa lưu được nháp vì phiên làm việc đã hết. Nội dung vẫn còn trên trang này.';
      this.#session.sessionOver();
    } else if (passing(error)) {
      this.problem = `Chưa lưu được nháp (${error.message.replace(/\.$/, '').toLowerCase()}). Hệ thống tự thử lại; xin đừng đóng trang.`;
      this.#after(this.#pause);
      this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
    } else {
      this.problem = `Chưa lưu được nháp: ${error.message}`;
    }
  }

  #after(pause) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), pause);
  }

  /** What was typed here gives way to a colleague's draft. */
  dropPending() {
    clearTimeout(this.#timer);
    this.pending = null;
    this.problem = '';
    this.saved = null;
  }

  goOn() {
    if (this.pending) this.flush();
  }

  end() {
    this.#ended = true;
    this.pending = null;
    this.problem = '';
    clearTimeout(this.#timer);
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
