// What is not on the server yet, kept on this machine: it outlives a page that is closed without a connection. One entry for each
// cell, so that two tabs of one person do not sweep away each other's; gone as soon as the server has it.

const PREFIX = 'thidua-score';

export class Kept {
  #prefix;
  #mine = new Set();

  /** @param person whose it is: nobody else who sits down at this machine sees or sends it */
  constructor(year, unit, person) {
    this.#prefix = [PREFIX, person, year, unit, ''].map(encodeURIComponent).join('/');
  }

  #keys() {
    return Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix));
  }

  /** What an earlier page left. */
  get all() {
    try {
      const all = this.#keys().map((key) => JSON.parse(localStorage.getItem(key)));
      all.forEach(({ line }) => this.#mine.add(line));
      return all;
    } catch {
      return []; // no storage, or not ours
    }
  }

  /** @param one what is unsaved of a line, or null where nothing is any more */
  put(code, one) {
    const key = this.#prefix + encodeURIComponent(code);
    try {
      if (one) localStorage.setItem(key, JSON.stringify({ ...one, sent: null }));
      else if (this.#mine.has(code)) localStorage.removeItem(key);
      this.#mine[one ? 'add' : 'delete'](code);
    } catch {
      // Full or switched off: then only this page keeps it.
    }
  }
}
