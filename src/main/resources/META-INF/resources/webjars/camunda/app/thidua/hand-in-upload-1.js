// One file on its way: piece by piece, each from where the server says it stands.

import { call, Lost, passing, Refusal, sendPiece } from './hand-in-api-1.js';

/** Pauses before the server is asked again after a lost connection (milliseconds). */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** So many differing offsets without a byte gained are a defect, not a coincidence. */
const MOST_CONFLICTS = 5;

let lastKey = 0;

/** The server still listens to a request before, whose connection only we know to be lost, or checks what came with it. */
const busy = () => new Refusal(503, 'Máy chủ đang xử lý phần đã gửi trước', null);

/**
 * States: `queued`, `sending`, `waiting` (connection lost, tried again by itself), `paused` (session over), `failed` (may
 * be tried again), `refused` (the server does not take this file), `done`, `cancelled`.
 */
export class Upload {
  state = 'queued';
  message = '';
  offset = 0;
  sent = 0;
  id = null;
  received = null;
  /** Whether the server may have all bytes although its answer was never read. */
  allSent = false;
  /** Whether the server is to be asked for its offset before anything is sent. */
  askFirst = false;
  lastState = null;
  #stop = new AbortController();
  #wake = null;
  #changed;

  constructor(file, slot, replaces, id, changed) {
    this.key = `u${++lastKey}`;
    this.file = file;
    this.slot = slot;
    this.replaces = replaces;
    this.id = id;
    this.#changed = changed;
  }

  get running() {
    return this.state === 'queued' || this.state === 'sending' || this.state === 'waiting' || this.state === 'paused';
  }

  get bytes() {
    return Math.min(this.file.size, this.offset + this.sent);
  }

  become(state, message = '') {
    this.state = state;
    this.message = message;
    this.#changed(this);
  }

  /**
   * Sends the file until it is done, refused, paused or given up by the person.
   * @param context `{duty, chunkBytes(), begun(upload), stored(upload), sessionOver()}`; `begun` and `stored` look what the
   *     server has of this file although nobody heard its answer, and give an upload's id, a FILE or null
   */
  async run(context) {
    let pause = FIRST_PAUSE;
    let conflicts = 0;
    this.become('sending');
    while (!this.#stop.signal.aborted) {
      const before = this.offset;
      try {
        await this.#step(context);
        if (this.received) return this.become('done');
        pause = FIRST_PAUSE;
        conflicts = 0;
      } catch (error) {
        this.sent = 0;
        if (this.#stop.signal.aborted) return;
        if (this.offset > before) pause = FIRST_PAUSE;
        const stands = error instanceof Refusal && error.status === 409 ? error.body?.offset : undefined;
        if (passing(error) || stands === this.offset) {
          await this.#wait(stands === this.offset ? busy() : error, pause);
          pause = Math.min(LONGEST_PAUSE, pause * 2);
        } else if (Number.isInteger(stands) && ++conflicts < MOST_CONFLICTS) {
          this.offset = stands;
        } else if (error instanceof Refusal && (error.status === 410 || (error.status === 404 && this.id))) {
          if (++conflicts >= MOST_CONFLICTS) return this.become('failed', error.message);
          await this.#startAnew(context);
        } else {
          return this.#giveUp(error, context);
        }
      }
    }
  }

  async #step(context) {
    if (!this.id && this.state === 'waiting') this.id = await context.begun(this);
    if (!this.id) {
      const begun = await call('POST', `/tep/viec/${context.duty}/tai-len`, {
        slot: this.slot,
        name: this.file.name,
        size: this.file.size,
        replaces: this.replaces,
      });
      this.id = begun.id;
      this.offset = begun.offset;
      // Cancelled while the server was being asked: what was begun is taken back.
      if (this.#stop.signal.aborted) return void this.#forget();
    } else if (this.state === 'waiting' || this.askFirst) {
      const standing = await call('GET', `/tep/tai-len/${this.id}`);
      this.offset = standing.offset;
      if (standing.busy) throw busy();
      this.askFirst = false;
    }
    if (this.state !== 'sending') this.become('sending');
    const piece = this.file.slice(this.offset, this.offset + context.chunkBytes());
    if (this.offset + piece.size >= this.file.size) this.allSent = true;
    const answer = await sendPiece(
      `/tep/tai-len/${this.id}`,
      this.offset,
      piece,
      (sent) => {
        this.sent = sent;
        this.#changed(this);
      },
      this.#stop.signal
    );
    this.sent = 0;
    this.offset = answer.offset;
    this.received = answer.file ?? null;
    this.#changed(this);
  }

  async #wait(error, pause) {
    const seconds = Math.round(pause / 1000);
    const why = error instanceof Lost ? 'Mất kết nối' : error.message.replace(/\.$/, '');
    this.become('waiting', `${why}. Tự thử lại sau ${seconds} giây, tiếp từ phần đã tải.`);
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      const online = () => this.#wake();
      addEventListener('online', online);
      this.#wake = () => {
        clearTimeout(timer);
        removeEventListener('online', online);
        resolve();
      };
    });
    this.#wake?.();
    this.#wake = null;
    // The next step asks the server first where it stands.
  }

  async #startAnew(context) {
    if (this.allSent) {
      const stored = await context.stored(this).catch(() => null);
      if (stored) {
        this.received = stored;
        this.become('done');
        return this.#stop.abort();
      }
    }
    this.id = null;
    this.offset = 0;
    this.allSent = false;
  }

  #giveUp(error, context) {
    if (!(error instanceof Refusal)) {
      return this.become('failed', 'Trình duyệt không đọc được tệp: tệp có thể đã bị đổi tên, di chuyển hoặc sửa. Hãy bỏ khỏi danh sách rồi chọn lại.');
    }
    if (error.status === 401) {
      this.askFirst = this.id !== null;
      this.become('paused', 'Tạm dừng vì phiên làm việc đã hết. Tải tiếp sau khi đăng nhập lại.');
      return context.sessionOver();
    }
    return this.become(error.status === 422 || error.status === 413 ? 'refused' : 'failed', error.message);
  }

  /** Tries at once instead of waiting. */
  wake() {
    this.#wake?.();
  }

  /** Back into the queue, to go on from where the server stands. */
  again() {
    this.#stop = new AbortController();
    this.askFirst = this.id !== null;
    this.sent = 0;
    this.become('queued');
  }

  cancel() {
    this.#stop.abort();
    this.#wake?.();
    this.#forget();
    this.become('cancelled');
  }

  #forget() {
    if (!this.id) return;
    call('DELETE', `/tep/tai-len/${this.id}`).catch(() => {}); // the server sweeps what nobody goes on with
    this.id = null;
  }
}
