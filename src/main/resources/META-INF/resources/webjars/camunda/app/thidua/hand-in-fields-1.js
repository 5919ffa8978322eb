// The fields of a form, in their groups, with what hides them; and their answers as variables of Tasklist's form.

import { el, say } from './hand-in-dom-1.js';
import { Field } from './hand-in-field-1.js';
import { instantWords } from './hand-in-time-1.js';

function holds({ operator, value }, actual) {
  if (operator === '<' || operator === '>') {
    if (typeof actual !== 'number') return false;
    return operator === '<' ? actual < Number(value) : actual > Number(value);
  }
  const same = (actual ?? null) === (value ?? null);
  return operator === '=' ? same : !same;
}

/** The engine's type of an answer, as the server's forms take it: texts, numbers, flags, and lists as JSON. */
function variable({ type, decimalDigits }, value) {
  if (type === 'CHECKBOX') return { type: 'Boolean', value: value === true };
  if (type === 'CHECKLIST' || type === 'TAGLIST') return { type: 'Json', value: value ?? [] };
  if (type === 'NUMBER') return { type: decimalDigits ? 'Double' : 'Long', value: value ?? null };
  return { type: 'String', value: value || null };
}

export class Fields {
  #session;
  #fields = new Map();
  #groups = [];
  #theirs;
  #note;
  #seen = null;

  constructor(session) {
    this.#session = session;
    this.#note = el('p', { class: 'draft', role: 'status' });
    this.#theirs = this.#colleagues();
    this.node = el('section', { class: 'fields', 'aria-label': 'Nội dung biểu mẫu' });
    let box = null;
    let name;
    for (const field of session.view.fields) {
      if (!box || field.group !== name) {
        name = field.group;
        box = name ? el('fieldset', { class: 'group' }, el('legend', { text: name })) : el('div', { class: 'group' });
        this.#groups.push(box);
        this.node.append(box);
      }
      const shown = new Field(field, () => this.#changed(), () => session.drafts.flush());
      this.#fields.set(field.key, shown);
      box.append(shown.node);
    }
    this.node.append(this.#theirs.node, this.#note);
    this.node.addEventListener('keydown', (event) => {
      // Tasklist's form would take it for "hand in"; nobody hands in by a slip of the finger.
      if (event.key === 'Enter' && !event.ctrlKey && event.target.matches('input')) event.preventDefault();
    });
    if (!session.drafts.dirty) {
      session.drafts.dropPending();
      this.#seen = session.view.draft?.at ?? null;
    }
    this.#fill(session.drafts.pending ?? session.view.answers);
  }

  /** A colleague of the unit may write in the same draft: that is said, and theirs taken over only by a press of a button. */
  #colleagues() {
    const text = el('span');
    const take = el('button', {
      class: 'button',
      text: 'Dùng nội dung của bản nháp đó',
      on: {
        click: () => {
          this.#seen = this.#session.view.draft.at;
          this.#session.drafts.dropPending();
          this.#fill(this.#session.view.answers);
          this.update();
          [...this.#fields.values()].find((field) => !field.fixed && !field.node.hidden)?.focus();
        },
      },
    });
    return { text, node: el('div', { class: 'notice', hidden: true }, text, ' ', take) };
  }

  #fill(answers) {
    this.#fields.forEach((field, key) => (field.value = answers?.[key]));
    this.#hide();
  }

  #known(key) {
    const field = this.#fields.get(key);
    return field ? field.value : this.#session.view.facts?.[key] ?? this.#session.view.answers?.[key] ?? null;
  }

  #hide() {
    this.#fields.forEach((shown) => {
      const hidden = (shown.field.hides ?? []).some((hide) => holds(hide, this.#known(hide.key)));
      if (shown.node.hidden !== hidden) shown.node.hidden = hidden;
    });
    this.#groups.forEach((box) => (box.hidden = ![...box.querySelectorAll(':scope > .field')].some((node) => !node.hidden)));
  }

  #changed() {
    this.#hide();
    this.#session.drafts.changed(this.answers);
  }

  /** What the draft keeps: the answers of all fields that are not the server's, the hidden ones too. */
  get answers() {
    const own = [...this.#fields].filter(([, field]) => !field.fixed);
    return Object.fromEntries(own.map(([key, field]) => [key, field.value]));
  }

  /** Asks every field and shows what is wrong beside it. @return `[{text, focus()}]` */
  check() {
    return [...this.#fields.values()]
      .map((field) => ({ text: field.check(), field }))
      .filter(({ text }) => text)
      .map(({ text, field }) => ({ text: `Ô «${field.field.label}»: ${text}`, focus: () => field.focus() }));
  }

  /** `[{name, type, value}]` of what is shown and not the server's own. */
  variables() {
    return [...this.#fields]
      .filter(([, field]) => !field.fixed && !field.node.hidden)
      .map(([name, field]) => ({ name, ...variable(field.field, field.value) }));
  }

  update() {
    const { view, drafts } = this.#session;
    view.fields.forEach((field) => this.#fields.get(field.key)?.update(field));
    const mine = drafts.saved?.at;
    const theirs = view.draft && view.draft.at !== mine && view.draft.at !== this.#seen;
    this.#theirs.node.hidden = !theirs;
    if (theirs) this.#theirs.text.textContent = `${view.draft.by} vừa lưu một bản nháp khác lúc ${instantWords(view.draft.at)}.`;
    this.#hide();
    this.drafted();
  }

  /** Says where the draft stands. */
  drafted() {
    const { view, drafts, over } = this.#session;
    const draft = drafts.saved ?? view.draft;
    let text = 'Nội dung được tự động lưu nháp trên máy chủ khi nhập.';
    if (drafts.problem) text = drafts.problem;
    else if (drafts.dirty && over) text = 'Chưa lưu được nháp vì phiên làm việc đã hết. Nội dung vẫn còn trên trang này.';
    else if (!drafts.dirty && !this.#theirs.node.hidden) text = 'Nội dung trên trang này khác bản nháp đó; nếu sửa tiếp, bản nháp trên máy chủ được thay bằng nội dung trên trang này.';
    else if (drafts.dirty) text = 'Đang lưu nháp…';
    else if (draft) text = `Đã lưu nháp lúc ${instantWords(draft.at)}${draft.by ? `, người lưu: ${draft.by}` : ''}; chưa nộp.`;
    this.#note.classList.toggle('bad', Boolean(drafts.problem));
    say(this.#note, view.open ? text : '');
  }
}

