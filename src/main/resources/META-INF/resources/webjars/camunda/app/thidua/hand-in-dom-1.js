// Elements made and changed in place. Nothing from the server or from a file's name is ever read as HTML: text goes in as text.

let lastId = 0;

export const newId = (name) => `thidua-${name}-${++lastId}`;

/** Makes an element: `text`, `on` (events) and `class` are known names, the rest are attributes; null and false leave one out. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  if (tag === 'button') element.type = 'button';
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') element.textContent = value;
    else if (name === 'class') element.className = value;
    else if (name === 'on') Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Changes a text only where it differs, so that screen readers do not read it anew and selections stay. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** As {@link setText}, and hides the element while it has nothing to say. */
export function say(element, text) {
  setText(element, text);
  element.hidden = !text;
}

export function lines(container, texts) {
  if (container.childElementCount === texts.length && texts.every((text, i) => container.children[i].textContent === text)) return;
  container.replaceChildren(...texts.map((text) => el('li', { text })));
}

/**
 * A list whose parts stay what they are while their items change, so that no input loses what is typed and nobody the
 * focus. `make(item)` gives `{node, update(item)}`. Where the part that had the focus goes away, `fallback()` gets it.
 */
export class KeyedList {
  #container;
  #keyOf;
  #make;
  #fallback;
  #parts = new Map();

  constructor(container, keyOf, make, fallback = () => null) {
    this.#container = container;
    this.#keyOf = keyOf;
    this.#make = make;
    this.#fallback = fallback;
  }

  get parts() {
    return [...this.#parts.values()];
  }

  part(key) {
    return this.#parts.get(String(key));
  }

  set(items) {
    const keys = new Set(items.map((item) => String(this.#keyOf(item))));
    let lostFocus = false;
    for (const [key, part] of this.#parts) {
      if (keys.has(key)) continue;
      lostFocus ||= part.node.contains(document.activeElement);
      part.node.remove();
      this.#parts.delete(key);
    }
    items.forEach((item, i) => {
      const key = String(this.#keyOf(item));
      let part = this.#parts.get(key);
      if (!part) {
        part = this.#make(item);
        this.#parts.set(key, part);
      }
      if (this.#container.children[i] !== part.node) this.#container.insertBefore(part.node, this.#container.children[i] ?? null);
      part.update(item);
    });
    if (lostFocus) this.#fallback()?.focus();
  }
}

/** A hidden file input behind a button, which every keyboard reaches and whose words are ours, not the browser's. */
export function filePicker(words, label, onFiles, { multiple = true } = {}) {
  const input = el('input', {
    type: 'file',
    multiple,
    hidden: true,
    tabindex: -1,
    'aria-hidden': 'true',
    on: {
      change() {
        const files = [...input.files];
        input.value = '';
        if (files.length) onFiles(files);
      },
    },
  });
  const button = el('button', { class: 'button', text: words, 'aria-label': label, on: { click: () => input.click() } });
  return { input, button, node: el('span', { class: 'picker' }, button, input) };
}

/** Lets files be dropped on an element; a folder is handed over as its name, since its files cannot be told apart. */
export function dropZone(element, onFiles, onFolder) {
  let inside = 0;
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  const blocked = () => element.closest('fieldset:disabled') !== null;
  const over = (yes) => element.classList.toggle('over', yes);
  element.addEventListener('dragenter', (event) => {
    if (!hasFiles(event) || blocked()) return;
    inside += 1;
    over(true);
  });
  element.addEventListener('dragleave', () => {
    inside = Math.max(0, inside - 1);
    if (!inside) over(false);
  });
  element.addEventListener('drop', (event) => {
    inside = 0;
    over(false);
    if (!hasFiles(event) || blocked()) return;
    event.preventDefault();
    event.stopPropagation();
    const items = [...event.dataTransfer.items].filter((item) => item.kind === 'file');
    const folders = items.map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry?.isDirectory);
    folders.forEach((folder) => onFolder(folder.name));
    const names = new Set(folders.map((folder) => folder.name));
    const files = [...event.dataTransfer.files].filter((file) => !(names.has(file.name) && !file.type));
    if (files.length) onFiles(files);
  });
}

/**
 * One polite live region. What comes within a second and a half is said at once; more than three sentences of a kind
 * become one with their number, since nobody wants to hear thirty file names.
 */
export class Announcer {
  #waiting = new Map();
  #timer = null;

  constructor() {
    this.node = el('div', { class: 'for-readers', role: 'status', 'aria-live': 'polite' });
  }

  /** `kind` gives the sentence for many: a function of their number. */
  announce(text, many = null) {
    const key = many ?? text;
    this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), text]);
    this.#timer ??= setTimeout(() => this.#speak(), 1500);
  }

  #speak() {
    this.#timer = null;
    const said = [...this.#waiting].flatMap(([many, texts]) =>
      typeof many === 'function' && texts.length > 3 ? [many(texts.length)] : texts
    );
    this.#waiting.clear();
    this.node.replaceChildren(...said.map((text) => el('p', { text })));
  }
}
