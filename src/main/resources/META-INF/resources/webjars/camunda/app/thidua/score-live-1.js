// Follows what others change, as it happens; where the way for that is shut, by asking now and then.

/** Milliseconds. */
const ASKING = 15_000;
const OPENING_AGAIN = 30_000;

export class Live {
  #session;
  #source = null;
  #asking = null;
  #again = null;
  #stand;
  #turn = null;
  #ended = false;
  #seen = () => (document.hidden ? this.#shut() : this.#back());

  constructor(session) {
    this.#session = session;
    this.#stand = session.sheet.view.stand;
    document.addEventListener('visibilitychange', this.#seen);
    this.#open();
  }

  /** Whether changes come by themselves. */
  get following() {
    return this.#source?.readyState === EventSource.OPEN;
  }

  #open() {
    if (this.#ended || this.#source) return;
    const { year } = this.#session.sheet.view;
    this.#source = new EventSource(`/diem/${encodeURIComponent(year)}/thay-doi?tu=${this.#stand}`);
    this.#source.addEventListener('open', () => this.#ask(false));
    this.#source.addEventListener('thay-doi', ({ data }) => this.#take(JSON.parse(data)));
    this.#source.addEventListener('giai-doan', ({ data }) => this.#turned(JSON.parse(data).turn));
    this.#source.addEventListener('error', () => {
      this.#ask(true);
      if (this.#source.readyState !== EventSource.CLOSED) return;
      this.#shut();
      this.#ask(true);
      this.#again = setTimeout(() => this.#open(), OPENING_AGAIN);
    });
  }

  #take(change) {
    this.#stand = change.stand;
    if (change.unit === this.#session.sheet.view.unit) this.#session.arrived(change);
  }

  /** What the year has come to decides who may see and change what. */
  #turned(turn) {
    // An empty one says that too much changed to be told one by one.
    if (!turn || (this.#turn !== null && this.#turn !== turn)) this.#session.refresh();
    if (turn) this.#turn = turn;
  }

  #ask(yes) {
    if (yes) this.#asking ??= setInterval(() => this.#session.refresh(), ASKING);
    else {
      clearInterval(this.#asking);
      this.#asking = null;
    }
  }

  /** A browser keeps few connections to one server: a page that nobody sees holds none. */
  #shut() {
    clearTimeout(this.#again);
    this.#ask(false);
    this.#source?.close();
    this.#source = null;
  }

  #back() {
    if (this.#session.over) return void this.#session.tryAgain();
    this.#session.refresh();
    this.#open();
  }

  /** After signing in again. */
  anew() {
    this.#shut();
    this.#open();
  }

  end() {
    this.#ended = true;
    document.removeEventListener('visibilitychange', this.#seen);
    this.#shut();
  }
}
