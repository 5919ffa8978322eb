// What is said about a position: explanations, objections, why it may be supplemented; and saying it.

import { el, newId, say, setText } from './hand-in-dom-1.js';
import { NOTES, whenWords } from './board-words-1.js';

/** The notes of a position, oldest first; what was withdrawn stays, struck through. */
export class NoteList {
  #board;
  node = el('ul', { class: 'notes' });

  constructor(board) {
    this.#board = board;
  }

  update(position) {
    const notes = position.notes.filter((note) => note.kind !== 'WITHDRAWN');
    this.node.replaceChildren(...notes.map((note) => this.#item(position, note)));
    this.node.hidden = !notes.length;
  }

  #item(position, note) {
    const of = note.kind === 'OBJECTION' && note.about ? this.#board.unit(note.about) : null;
    const who = of ? `${of.name} (${note.party} ghi)` : note.partyName;
    return el(
      'li',
      { class: position.isWithdrawn(note) ? 'withdrawn' : note.kind.toLowerCase() },
      el('b', { text: NOTES[note.kind] ?? note.kind }),
      ` – ${who}, ${note.by}, ${whenWords(note.at, this.#board.now)}: `,
      el('span', { class: 'text', text: note.text })
    );
  }
}

/** One thing that can be said, folded away until it is wanted. */
class NoteForm {
  #text;
  #problem = el('p', { class: 'problem', role: 'alert', hidden: true, id: newId('problem') });
  #button = el('button', { class: 'button' });
  #summary = el('summary');
  #label;
  #send;
  #busy = false;

  /** @param send called with the text; @param extra a field above the text */
  constructor(send, extra = null) {
    this.#send = send;
    const id = newId('note');
    this.#label = el('label', { for: id });
    this.#text = el('textarea', { id, rows: 2, maxlength: 2000, required: true, 'aria-describedby': this.#problem.id });
    this.#button.type = 'submit';
    const form = el('form', { novalidate: true, on: { submit: (event) => this.#submit(event) } }, extra, this.#label, this.#text, this.#problem, this.#button);
    this.node = el('details', { class: 'say', on: { toggle: () => this.node.open && this.#text.focus() } }, this.#summary, form);
  }

  words(summary, label, button) {
    setText(this.#summary, summary);
    setText(this.#label, label);
    setText(this.#button, button);
  }

  clear() {
    this.node.open = false;
    this.#text.value = '';
    this.#tell('');
  }

  #tell(problem) {
    say(this.#problem, problem);
    this.#text.toggleAttribute('aria-invalid', Boolean(problem));
    if (problem) this.#text.focus();
  }

  async #submit(event) {
    event.preventDefault();
    const text = this.#text.value.trim();
    if (this.#busy) return;
    if (!text) return this.#tell('Cần ghi nội dung.');
    this.#busy = true;
    this.#tell('');
    try {
      await this.#send(text);
      this.clear();
      this.#summary.focus();
    } catch (error) {
      if (!error.message) throw error;
      this.#tell(error.message);
    } finally {
      this.#busy = false;
    }
  }
}

/** Objecting, and letting a line be supplemented, each where the person may. */
export class NoteForms {
  #board;
  #position = null;
  #about = el('select', { id: newId('about') });
  #objection;
  #mark;

  constructor(board) {
    this.#board = board;
    const whose = el('div', { class: 'figure-field' }, el('label', { for: this.#about.id, text: 'Ý kiến của' }), this.#about);
    this.#objection = new NoteForm((text) => board.note(this.#position, 'OBJECTION', text, this.#about.value || null), whose);
    this.#objection.words('Ghi ý kiến phản biện', 'Nội dung ý kiến', 'Ghi ý kiến');
    this.#mark = new NoteForm((text) => board.note(this.#position, this.#position.marked ? 'UNMARKED' : 'MARKED', text));
    this.node = el('div', { class: 'says' }, this.#objection.node, this.#mark.node);
  }

  open(position) {
    const { units } = this.#board;
    this.#about.replaceChildren(el('option', { value: '', text: 'đơn vị của người ghi' }), ...units.map(({ code, name }) => el('option', { value: code, text: name })));
    this.#objection.clear();
    this.#mark.clear();
    this.update(position);
  }

  update(position) {
    this.#position = position;
    this.#objection.node.hidden = !position.unit.mayObject;
    this.#mark.node.hidden = !this.#board.mayMark(position);
    if (position.marked) this.#mark.words('Thôi cho bổ sung minh chứng', 'Lý do thôi cho bổ sung', 'Thôi cho bổ sung');
    else this.#mark.words('Cho bổ sung minh chứng', 'Lý do cho bổ sung', 'Cho bổ sung');
  }
}
