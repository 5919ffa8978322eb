// One field of a form: its input, its words, what is wrong with it. The server judges again.

import { dateInput } from './hand-in-date-1.js';
import { el, newId, say, setText } from './hand-in-dom-1.js';
import { localWords } from './hand-in-time-1.js';

const NUMBER = /^[+-]?\d{1,15}([.,]\d{1,15})?$/;
const DATES = ['DATE', 'TIME', 'DATETIME'];
/** A list longer than this gets a box to search in. */
const SEARCHED = 12;

const comma = (number) => String(number).replace('.', ',');
const empty = (value) => value === null || value === undefined || value === '' || value === false || (Array.isArray(value) && !value.length);
const length = (text) => [...text].length;
const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

function textProblem(field, text) {
  const size = length(text.trim().normalize('NFC'));
  if (field.minLength && size < field.minLength) return `Nhập ít nhất ${field.minLength} ký tự.`;
  if (field.maxLength && size > field.maxLength) return `Nhập nhiều nhất ${field.maxLength} ký tự; đang có ${size}.`;
  return '';
}

function numberProblem(field, value) {
  const text = String(value).trim();
  if (!NUMBER.test(text)) return 'Giá trị phải là số, viết bằng chữ số, không có dấu phân cách hàng nghìn, ví dụ 1234,5.';
  const digits = /[.,](\d*?)0*$/.exec(text)?.[1].length ?? 0;
  if (digits > field.decimalDigits) {
    return field.decimalDigits === 0 ? 'Giá trị phải là số nguyên.' : `Nhiều nhất ${field.decimalDigits} chữ số sau dấu phẩy.`;
  }
  const number = Number(text.replace(',', '.'));
  if (field.min !== null && field.min !== undefined && number < field.min) return `Giá trị nhỏ nhất là ${comma(field.min)}.`;
  if (field.max !== null && field.max !== undefined && number > field.max) return `Giá trị lớn nhất là ${comma(field.max)}.`;
  return '';
}

/** What the browser can tell is wrong with a value; an empty text where nothing is. */
export function problemWith(field, value) {
  if (empty(value)) {
    if (!field.required) return '';
    if (field.type === 'CHECKBOX') return 'Cần đánh dấu xác nhận.';
    return ['RADIO', 'SELECT', 'CHECKLIST', 'TAGLIST'].includes(field.type) ? 'Bắt buộc chọn.' : 'Bắt buộc nhập.';
  }
  if (field.type === 'TEXT' || field.type === 'AREA') return textProblem(field, value);
  return field.type === 'NUMBER' ? numberProblem(field, value) : '';
}

/** What an answer reads like where it cannot be changed. */
function words(field, value) {
  const label = (one) => field.options?.find((option) => option.value === one)?.label ?? String(one);
  if (field.type === 'CHECKBOX') return value ? 'Có' : 'Không';
  if (empty(value)) return '(trống)';
  if (Array.isArray(value)) return value.map(label).join('; ');
  if (DATES.includes(field.type)) return localWords(value);
  return field.type === 'NUMBER' ? comma(value) : label(value);
}

/** Each kind of input gives `{node, get(), set(value), focus(), inputs()}`; `set` never fires a change. */
function lineInput(field, shared) {
  const area = field.type === 'AREA';
  const number = field.type === 'NUMBER';
  const input = el(area ? 'textarea' : 'input', {
    ...shared,
    rows: area ? 4 : null,
    type: area ? null : 'text',
    inputmode: number ? 'decimal' : null,
    autocomplete: 'off',
  });
  const typed = () => input.value.trim();
  return {
    node: input,
    get: () => (number && typed() && !numberProblem({ decimalDigits: 15 }, typed()) ? Number(typed().replace(',', '.')) : typed() || null),
    typed,
    set: (value) => void (input.value = value === null || value === undefined ? '' : number ? comma(value) : value),
    focus: () => input.focus(),
    inputs: () => [input],
  };
}

function dayInput(field, shared) {
  const { node, input, get, set, wrong } = dateInput(field.type, shared, field.label);
  return { node, get: () => get() || null, set, wrong, focus: () => input.focus(), inputs: () => [input] };
}

function selectInput(field, shared) {
  const select = el('select', shared);
  let known = '';
  const kind = {
    node: select,
    get: () => select.value || null,
    set: (value) => void (select.value = value ?? ''),
    focus: () => select.focus(),
    inputs: () => [select],
    offer(options) {
      if (JSON.stringify(options) === known) return;
      known = JSON.stringify(options);
      const value = select.value;
      select.replaceChildren(el('option', { value: '', text: 'Chọn…' }), ...options.map(({ label, value: v }) => el('option', { value: v, text: label })));
      select.value = value;
    },
  };
  kind.offer(field.options ?? []);
  return kind;
}

/** RADIO, CHECKLIST and TAGLIST: one or several of a list. */
function choicesInput(field) {
  const one = field.type === 'RADIO';
  const list = el('div', { class: 'choices' });
  const name = newId('choice');
  let boxes = [];
  let known = '';
  const search = el('input', {
    type: 'search',
    class: 'search',
    placeholder: 'Tìm trong danh sách',
    'aria-label': `Tìm trong danh sách «${field.label}»`,
    on: {
      input(event) {
        event.stopPropagation();
        const wanted = folded(search.value.trim());
        boxes.forEach(({ row, label }) => (row.hidden = !folded(label).includes(wanted)));
      },
    },
  });
  const checked = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  const kind = {
    node: el('div', {}, search, list),
    get: () => (one ? checked()[0] ?? null : checked()),
    set(value) {
      const wanted = new Set([value ?? []].flat());
      boxes.forEach(({ box }) => (box.checked = wanted.has(box.value)));
    },
    focus: () => boxes[0]?.box.focus(),
    inputs: () => boxes.map(({ box }) => box),
    offer(options) {
      if (JSON.stringify(options) === known) return;
      known = JSON.stringify(options);
      const value = new Set(checked());
      boxes = options.map(({ label, value: v }) => {
        const box = el('input', { type: one ? 'radio' : 'checkbox', name, value: v });
        box.checked = value.has(v);
        return { box, label, row: el('label', { class: 'choice' }, box, el('span', { text: label })) };
      });
      list.replaceChildren(...boxes.map(({ row }) => row));
      search.hidden = options.length <= SEARCHED;
    },
  };
  kind.offer(field.options ?? []);
  return kind;
}

function tickInput(field, shared) {
  const box = el('input', { ...shared, type: 'checkbox' });
  return {
    node: box,
    get: () => box.checked,
    set: (value) => void (box.checked = value === true),
    focus: () => box.focus(),
    inputs: () => [box],
  };
}

const KINDS = { DATE: dayInput, TIME: dayInput, DATETIME: dayInput, CHECKBOX: tickInput, SELECT: selectInput, RADIO: choicesInput, CHECKLIST: choicesInput, TAGLIST: choicesInput };

export class Field {
  #kind;
  #problem;
  #help;
  #fixed;

  constructor(field, onInput, onLeave) {
    this.field = field;
    const id = newId('field');
    this.#help = el('p', { class: 'help', id: `${id}-help`, text: field.help || '', hidden: !field.help });
    this.#problem = el('p', { class: 'problem', id: `${id}-problem`, hidden: true });
    const described = `${field.help ? `${id}-help ` : ''}${id}-problem`;
    const shared = { id, 'aria-describedby': described, 'aria-required': field.required ? 'true' : null };
    const many = ['RADIO', 'CHECKLIST', 'TAGLIST'].includes(field.type);
    const star = field.required ? el('span', { class: 'star' }, el('span', { 'aria-hidden': 'true', text: ' *' }), el('span', { class: 'for-readers', text: ' (bắt buộc)' })) : null;
    const isFixed = field.fixed !== null && field.fixed !== undefined;
    if (isFixed) {
      this.#fixed = el('p', { class: 'fixed', text: words(field, field.fixed) });
      this.node = el('div', { class: 'field' }, el('p', { class: 'caption-of', text: field.label }), this.#fixed, this.#help);
      return;
    }
    this.#kind = (KINDS[field.type] ?? lineInput)(field, shared);
    if (many) {
      const role = field.type === 'RADIO' ? 'radiogroup' : 'group';
      this.node = el(
        'div',
        { class: 'field', role, 'aria-labelledby': `${id}-label`, 'aria-describedby': described, 'aria-required': role === 'radiogroup' && field.required ? 'true' : null },
        el('p', { class: 'caption-of', id: `${id}-label` }, field.label, star),
        this.#help,
        this.#kind.node,
        this.#problem
      );
    } else if (field.type === 'CHECKBOX') {
      this.node = el('div', { class: 'field' }, el('label', { class: 'choice', for: id }, this.#kind.node, el('span', {}, field.label, star)), this.#help, this.#problem);
    } else {
      this.node = el('div', { class: 'field' }, el('label', { class: 'caption-of', for: id }, field.label, star), this.#help, this.#kind.node, this.#problem);
    }
    this.node.addEventListener('input', () => {
      if (!this.#problem.hidden) this.check();
      onInput(this);
    });
    this.node.addEventListener('focusout', (event) => {
      if (this.node.contains(event.relatedTarget)) return;
      // An empty field is only left, not yet wrong; Complete says so.
      if (!empty(this.value)) this.check();
      onLeave(this);
    });
  }

  get fixed() {
    return !this.#kind;
  }

  get value() {
    return this.#kind ? this.#kind.get() : this.field.fixed;
  }

  set value(value) {
    this.#kind?.set(value);
  }

  get hasFocus() {
    return this.node.contains(document.activeElement);
  }

  /** Shows what is wrong beside the field. @return the sentence, empty where nothing is wrong */
  check() {
    if (this.fixed || this.node.hidden) return '';
    const text = this.#kind.wrong?.() || problemWith(this.field, this.#kind.typed?.() ?? this.#kind.get());
    say(this.#problem, text);
    this.#kind.inputs().forEach((input) => (text ? input.setAttribute('aria-invalid', 'true') : input.removeAttribute('aria-invalid')));
    this.node.classList.toggle('wrong', Boolean(text));
    return text;
  }

  update(field) {
    this.field = field;
    if (this.fixed) setText(this.#fixed, words(field, field.fixed));
    else this.#kind.offer?.(field.options ?? []);
  }

  focus() {
    this.#kind?.focus();
  }
}
