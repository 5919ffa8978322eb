// Many files at once for the duty as a whole: each waits here until it has its place. Nothing is handed in before that, since
// a receipt cannot be taken back.

import { dropZone, el, filePicker, KeyedList, newId, say, setText } from './hand-in-dom-1.js';
import { sizeWords } from './hand-in-time-1.js';

let lastKey = 0;

/**
 * The slot whose code a file's name begins with, as in "1.1 ke hoach.pdf", "1_1-a.pdf" or "TC 2.3 …"; the longest code
 * that fits, so that "1.1.2024.pdf" is for 1.1 unless there is a 1.1.2024. An empty text where none fits.
 */
export function guess(name, slots) {
  const plain = name.normalize('NFC');
  const codes = new Map(slots.map((slot) => [slot.code.toLowerCase(), slot.code]));
  const numbers = /^\s*(?:tc|tiêu chí|tieu chi|mục|muc)?[\s._-]*(\d+(?:[._-]\d+)*)(?!\d)/i.exec(plain)?.[1].split(/[._-]/) ?? [];
  for (let many = numbers.length; many; many -= 1) {
    const code = codes.get(numbers.slice(0, many).map(Number).join('.')) ?? codes.get(numbers.slice(0, many).join('.'));
    if (code) return code;
  }
  const lower = plain.toLowerCase();
  const named = [...codes.keys()].filter((code) => /\p{L}/u.test(code) && lower.startsWith(code) && !/[\p{L}\d]/u.test(lower.charAt(code.length)));
  return codes.get(named.sort((a, b) => b.length - a.length)[0]) ?? '';
}

export class Staging {
  #session;
  #list;
  #box;
  #send;
  #problem;
  #state;

  constructor(session) {
    this.#session = session;
    const picker = filePicker('Chọn nhiều tệp', 'Chọn nhiều tệp cho các mục', (files) => this.#add(files));
    const zone = el(
      'div',
      { class: 'zone big' },
      el('p', { class: 'caption-of', text: 'Nộp nhiều tệp cùng lúc' }),
      picker.node,
      el('span', { class: 'hint', text: 'hoặc kéo thả vào đây, rồi chọn mục cho từng tệp. Tên tệp bắt đầu bằng số của mục (ví dụ «1.1 kế hoạch.pdf») thì mục được chọn sẵn.' })
    );
    dropZone(
      zone,
      (files) => this.#add(files),
      (name) => say(this.#problem, `«${name}» là thư mục. Hãy mở thư mục rồi kéo thả các tệp bên trong.`)
    );
    const rows = el('ul', { class: 'staged' });
    this.#list = new KeyedList(rows, (item) => item.key, (item) => this.#row(item), () => this.#focusPlace(picker.button));
    this.#problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    this.#state = el('p', { class: 'meta', role: 'status' });
    this.#send = el('button', { class: 'button strong', on: { click: () => this.#sendAll(picker.button) } });
    const away = el('button', { class: 'button', text: 'Bỏ tất cả', on: { click: () => this.#become([]) } });
    this.#box = el('div', { class: 'staging', hidden: true }, this.#state, rows, el('p', { class: 'actions' }, this.#send, away));
    this.node = el('section', { class: 'at-once', 'aria-label': 'Nộp nhiều tệp cùng lúc' }, zone, this.#problem, this.#box);
  }

  #focusPlace(button) {
    return this.#session.uploads.staged.length ? this.#send : button;
  }

  #add(files) {
    const { view, uploads } = this.#session;
    const slots = view.slots.filter((slot) => !slot.declined);
    say(this.#problem, '');
    this.#become([...uploads.staged, ...files.map((file) => ({ key: ++lastKey, file, slot: guess(file.name, slots) }))]);
  }

  #become(staged) {
    this.#session.uploads.staged = staged;
    this.update();
  }

  #row(item) {
    const id = newId('place');
    const select = el('select', {
      id,
      on: {
        change: () => {
          item.slot = select.value;
          this.update();
        },
      },
    });
    const remove = el('button', {
      class: 'button',
      text: 'Bỏ',
      'aria-label': `Bỏ tệp ${item.file.name}`,
      on: { click: () => this.#become(this.#session.uploads.staged.filter((one) => one !== item)) },
    });
    const node = el(
      'li',
      {},
      el('span', { class: 'name' }, el('span', { text: item.file.name }), el('span', { class: 'meta', text: ` ${sizeWords(item.file.size)}` })),
      el('label', { class: 'for-readers', for: id, text: `Mục của tệp ${item.file.name}` }),
      select,
      remove
    );
    let known = '';
    return {
      node,
      update: (staged) => {
        const slots = this.#session.view.slots.filter((slot) => !slot.declined);
        const offer = JSON.stringify(slots.map(({ code, title }) => [code, title]));
        if (offer !== known) {
          known = offer;
          select.replaceChildren(el('option', { value: '', text: 'Chọn mục…' }), ...slots.map(({ code, title }) => el('option', { value: code, text: title })));
        }
        if (select.value !== staged.slot) select.value = staged.slot;
        node.dataset.state = staged.slot ? 'placed' : 'open';
      },
    };
  }

  #sendAll(button) {
    const { uploads } = this.#session;
    const ready = uploads.staged.filter((item) => item.slot);
    if (!ready.length) return say(this.#problem, 'Hãy chọn mục cho từng tệp trước.');
    const problems = ready.flatMap((item) => uploads.add([item.file], item.slot));
    this.#become(uploads.staged.filter((item) => !item.slot));
    say(this.#problem, problems.join(' '));
    return uploads.staged.length ? this.focus() : button.focus();
  }

  /** To the first file that has no place yet. */
  focus() {
    (this.node.querySelector('.staged li[data-state=open] select') ?? this.#send).focus();
  }

  update() {
    const { staged } = this.#session.uploads;
    const { view } = this.#session;
    this.node.hidden = !view.open || view.slots.length < 2;
    this.#box.hidden = !staged.length;
    this.#list.set(staged);
    const placed = staged.filter((item) => item.slot).length;
    const open = staged.length - placed;
    setText(this.#state, staged.length ? `${staged.length} tệp chờ tải lên${open ? `, trong đó ${open} tệp chưa chọn mục` : ', đều đã có mục'}. Hãy xem lại mục của từng tệp rồi bấm «Tải lên».` : '');
    setText(this.#send, `Tải lên ${placed} tệp đã chọn mục`);
  }
}
