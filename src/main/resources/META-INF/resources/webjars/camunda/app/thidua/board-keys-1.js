// Moving over a view's positions by keyboard: up and down between lines, left and right between units, Home and End to the
// first and last line. Only one of them is a stop of the Tab key.

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [-Infinity, 0], End: [Infinity, 0] };

const seen = (button) => button.offsetParent !== null;

export class Keys {
  #container;
  #current = null;

  constructor(container) {
    this.#container = container;
    container.addEventListener('keydown', (event) => this.#key(event));
    container.addEventListener('focusin', ({ target }) => {
      if (target.matches?.('button.settle')) this.#stop(target);
    });
  }

  get #buttons() {
    return [...this.#container.querySelectorAll('button.settle')].filter(seen);
  }

  /** After the view was drawn: one of its positions can be reached by Tab. */
  drawn() {
    if (this.#current?.isConnected && seen(this.#current)) return;
    const { unit, line } = this.#current?.dataset ?? {};
    const buttons = this.#buttons;
    const same = buttons.find((button) => button.dataset.unit === unit && button.dataset.line === line);
    this.#stop(same ?? buttons[0] ?? null);
  }

  #stop(button) {
    if (this.#current) this.#current.tabIndex = -1;
    this.#current = button;
    if (button) button.tabIndex = 0;
  }

  #key(event) {
    const step = STEPS[event.key];
    if (!step || !event.target.matches('button.settle') || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = this.#next(event.target.dataset, step);
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #next({ unit, line }, [down, right]) {
    const buttons = this.#buttons;
    const lines = [...new Set(buttons.map((button) => button.dataset.line))];
    const at = lines.indexOf(line);
    const wanted = lines[Math.min(lines.length - 1, Math.max(0, at + down))];
    const row = buttons.filter((button) => button.dataset.line === wanted);
    if (!right) return wanted === line ? null : (row.find((button) => button.dataset.unit === unit) ?? row[0]);
    return row[row.findIndex((button) => button.dataset.unit === unit) + right] ?? null;
  }
}
