// The score sheet of a duty that is about scores: above the files of a self-score, alone in an appraisal.

import { el } from './hand-in-dom-1.js';

export class SheetPart {
  #sheet = null;
  #closed = false;

  /** @param onChange called after anything on the sheet changed */
  constructor(session, slots, onChange) {
    this.node = el('section', { class: 'sheet' });
    const { year, unit } = session.view.sheet;
    const onEvidence = session.view.slots.length ? (line) => slots.focus(line) : undefined;
    import('./score-1.js').then(({ mountInto }) => {
      if (!this.#closed) this.#sheet = mountInto(this.node, { year, unit, onEvidence, onChange });
    }, () => {
      this.node.replaceChildren(el('p', { class: 'problem', role: 'alert', text: 'Chưa tải được bảng điểm: mất kết nối với máy chủ. Hãy tải lại trang.' }));
    });
  }

  /** @return `[{key, text, focus()}]` of what speaks against handing in */
  problems() {
    return this.#sheet?.problems() ?? [{ key: 'loading', text: 'Bảng điểm chưa tải xong. Hãy chờ giây lát.', focus: null }];
  }

  /** What is being typed counts now. */
  settle() {
    this.#sheet?.settle();
  }

  /** Saves what is typed. @return whether all is saved */
  async flush() {
    return this.#sheet ? this.#sheet.flush() : false;
  }

  close() {
    this.#closed = true;
    this.#sheet?.close();
  }
}
