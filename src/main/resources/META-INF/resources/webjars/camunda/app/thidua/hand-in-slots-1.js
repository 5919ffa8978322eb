// What the duty asks files for, group by group: each with its files, its uploads, and a place to drop more.

import { dropZone, el, filePicker, KeyedList, newId, say, setText } from './hand-in-dom-1.js';
import { FileList } from './hand-in-file-1.js';
import { SendingList } from './hand-in-sending-1.js';

const current = (slot) => slot.files.filter((file) => file.state === 'CURRENT');

class Slot {
  #session;
  #slot;
  #p = {};
  #files;
  #sending;

  constructor(session, announcer, slot) {
    this.#session = session;
    const p = this.#p;
    const id = newId('slot');
    const back = () => this.node;
    this.#files = new FileList(session, announcer, back);
    this.#sending = new SendingList(session, slot.code, back);
    p.title = el('h5', { id });
    p.demand = el('p', { class: 'demand' });
    p.state = el('p', { class: 'meta' });
    p.declined = el('p', { class: 'notice', hidden: true, text: 'Đơn vị đã chọn «không bổ sung» cho mục này.' });
    p.decline = el('button', { class: 'button', on: { click: () => this.#decline(!this.#slot.declined) } });
    p.problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    p.picker = filePicker('Chọn tệp', `Chọn tệp cho mục ${slot.title}`, (files) => this.#add(files));
    p.zone = el('div', { class: 'zone' }, p.picker.node, el('span', { class: 'hint', text: 'hoặc kéo thả một hay nhiều tệp vào đây' }));
    this.node = el(
      'section',
      { class: 'slot', 'aria-labelledby': id, tabindex: -1 },
      p.title,
      p.demand,
      p.state,
      this.#files.node,
      this.#sending.node,
      p.declined,
      p.zone,
      el('p', { class: 'actions' }, p.decline),
      p.problem
    );
    dropZone(
      this.node,
      (files) => this.#add(files),
      (name) => say(p.problem, `«${name}» là thư mục. Hãy mở thư mục rồi kéo thả các tệp bên trong.`)
    );
  }

  #add(files) {
    if (this.#slot.declined || !this.#session.view.open) {
      return say(this.#p.problem, 'Mục này đang để «không bổ sung». Bấm «Bỏ chọn không bổ sung» trước khi nộp tệp.');
    }
    say(this.#p.problem, this.#session.uploads.add(files, this.#slot.code).join(' '));
  }

  async #decline(declined) {
    const { view } = this.#session;
    try {
      await this.#session.change('PUT', `/tep/viec/${view.duty}/khong-bo-sung`, { slot: this.#slot.code, declined });
      this.#slot.declined = declined;
      say(this.#p.problem, '');
      this.#session.dispatchEvent(new Event('change'));
      this.#session.refresh();
    } catch (error) {
      say(this.#p.problem, error.message);
    }
  }

  update(slot) {
    const p = this.#p;
    this.#slot = slot;
    const { view, uploads } = this.#session;
    setText(p.title, slot.title);
    say(p.demand, slot.demand ? `Yêu cầu: ${slot.demand.replace(/\.$/, '')}.` : '');
    const count = current(slot).length;
    const need = slot.required ? 'Bắt buộc' : 'Không bắt buộc';
    setText(p.state, `${need} · ${count ? `đã nộp ${count} tệp` : slot.declined ? 'không bổ sung' : 'chưa có tệp'}`);
    // What came late stands for nothing until it is let in.
    const answered = slot.declined || current(slot).some((file) => file.inTime || file.accepted === true);
    this.node.dataset.state = answered ? 'done' : slot.required ? 'needed' : 'free';
    this.#files.update(slot.files);
    this.#sending.update();
    p.declined.hidden = !slot.declined;
    p.zone.hidden = slot.declined || !view.open;
    const busy = uploads.ofSlot(slot.code).some((upload) => upload.running);
    const mayDecline = view.open && !view.late && slot.mayDecline && (slot.declined || (!count && !busy));
    p.decline.hidden = !mayDecline;
    setText(p.decline, slot.declined ? 'Bỏ chọn «không bổ sung»' : 'Không bổ sung');
    p.decline.setAttribute('aria-label', `${p.decline.textContent}: ${slot.title}`);
  }
}

class Group {
  #summary;
  #slots;
  #count;

  constructor(session, announcer, name, alone) {
    const list = el('div', { class: 'slots' });
    this.#slots = new KeyedList(list, (slot) => slot.code, (slot) => new Slot(session, announcer, slot));
    this.#count = el('span', { class: 'count' });
    this.#summary = el('summary', {}, el('h4', { text: name || 'Tệp nộp' }), ' ', this.#count);
    this.node = alone ? el('div', { class: 'criteria' }, el('h4', { text: name || 'Tệp nộp' }), list) : el('details', { class: 'criteria', open: true }, this.#summary, list);
  }

  update({ slots }) {
    this.#slots.set(slots);
    const done = slots.filter((slot) => slot.declined || current(slot).length).length;
    setText(this.#count, `${done}/${slots.length} mục đã có tệp${slots.some((slot) => slot.mayDecline) ? ' hoặc không bổ sung' : ''}`);
  }

  part(code) {
    return this.#slots.part(code);
  }
}

export class Slots {
  #session;
  #groups;

  constructor(session, announcer) {
    this.#session = session;
    const alone = new Set(session.view.slots.map((slot) => slot.group)).size < 2;
    this.node = el('section', { class: 'all-slots', 'aria-label': 'Tệp nộp theo từng mục' });
    this.#groups = new KeyedList(this.node, (group) => group.name, (group) => new Group(session, announcer, group.name, alone));
    this.node.hidden = !session.view.slots.length;
  }

  update() {
    const groups = new Map();
    for (const slot of this.#session.view.slots) {
      const name = slot.group ?? '';
      if (!groups.has(name)) groups.set(name, { name, slots: [] });
      groups.get(name).slots.push(slot);
    }
    this.#groups.set([...groups.values()]);
  }

  /** Opens the group of a slot if need be and goes there. */
  focus(code) {
    const node = this.#groups.parts.map((group) => ({ group, slot: group.part(code) })).find(({ slot }) => slot);
    if (!node) return this.node.querySelector('button:not([hidden])')?.focus();
    node.group.node.open = true;
    node.slot.node.focus();
    return node.slot.node.scrollIntoView({ block: 'nearest' });
  }
}
