// Everything about one line, over the table: its rule, what was set by whom and when, what was said, and a place to say something.

import { el, newId, say, setText } from './hand-in-dom-1.js';
import { instantWords } from './hand-in-time-1.js';
import { computed, figureWords, none, ruleWords, rule, TITLES, FIELDS, FIELD_NAMES } from './score-lines-1.js';
import { proposal } from './score-words-1.js';

const ACTS = {
  CARRIED: 'chuyển từ bảng tiêu chí trước',
  FELL_AWAY: 'không còn khớp bảng tiêu chí mới',
  PROPOSED: 'theo đề xuất khi kết thúc cuộc họp',
  UNDONE: 'hoàn tác',
};
const NOTES = {
  EXPLANATION: 'Giải trình',
  OBJECTION: 'Phản biện',
  MARKED: 'Được bổ sung minh chứng',
  UNMARKED: 'Thôi bổ sung minh chứng',
  WITHDRAWN: 'Rút ý kiến',
};
const LONGEST = 2000;

const who = ({ by, partyName, party }) => [by, partyName || party].filter(Boolean).join(', ');

export class Details {
  #session;
  #p = {};
  #code = null;

  constructor(session) {
    this.#session = session;
    const p = this.#p;
    const id = newId('details');
    p.title = el('h4', { id, tabindex: -1 });
    p.facts = el('p', { class: 'meta' });
    p.known = el('div', { class: 'notice', hidden: true });
    p.notes = el('ul', { class: 'notes' });
    p.saying = el('div', { class: 'saying' });
    p.history = el('div', { class: 'history' });
    p.close = el('button', { class: 'button', text: 'Đóng', on: { click: () => this.node.close() } });
    this.node = el(
      'dialog',
      { class: 'details', 'aria-labelledby': id },
      el('div', { class: 'details-head' }, p.title, p.close),
      p.facts,
      p.known,
      el('h5', { text: 'Lịch sử điểm' }),
      p.history,
      el('h5', { text: 'Ý kiến' }),
      p.notes,
      p.saying
    );
    this.node.addEventListener('click', ({ target }) => target === this.node && this.node.close());
    this.node.addEventListener('close', () => (this.#code = null));
    this.node.addEventListener('keydown', (event) => event.stopPropagation());
  }

  open(code) {
    const { sheet } = this.#session;
    const line = sheet.line(code);
    const p = this.#p;
    this.#code = code;
    setText(p.title, `${line.code}. ${line.name}`);
    const group = sheet.groupOf.get(code);
    const fields = FIELDS.filter((field) => rule(line, field)).map((field) => `${FIELD_NAMES[field].toLowerCase()}: ${ruleWords(rule(line, field)).toLowerCase().replace(/^số lần: /, '')}`);
    setText(p.facts, [group ? `Nhóm ${group.code}. ${group.name}` : '', ...fields, line.penaltyText, line.supplier ? `số liệu của ${line.supplier}` : '', line.evidence ? 'cần minh chứng' : ''].filter(Boolean).join(' · '));
    this.#saying(line);
    this.update();
    if (!this.node.open) this.node.showModal();
    p.title.focus();
    this.#history();
  }

  /** Anew where something of the line changed while it is open. */
  update() {
    if (this.#code === null) return;
    const { sheet } = this.#session;
    const line = sheet.line(this.#code);
    if (!line) return this.node.close();
    this.#known(line);
    const notes = [...line.notes].reverse().map((note) => el('li', {}, el('p', {}, el('b', { text: NOTES[note.kind] }), note.text ? `: ${note.text}` : ''), el('p', { class: 'meta', text: `${who(note)} · ${instantWords(note.at)}` })));
    this.#p.notes.replaceChildren(...(notes.length ? notes : [el('li', { class: 'meta', text: 'Chưa có ý kiến.' })]));
  }

  changed(codes) {
    if (this.#code === null || (codes && !codes.has(this.#code))) return;
    this.update();
    this.#history();
  }

  #known(line) {
    const { known } = line;
    this.#p.known.hidden = !known;
    if (!known) return;
    const { sheet, saving } = this.#session;
    const figure = proposal(line);
    const take = () => {
      sheet.edit([{ code: line.code, patch: figure }]);
      saving.soon();
      this.#p.title.focus();
    };
    const may = sheet.column === 'SELF';
    this.#p.known.replaceChildren(`Hệ thống ghi nhận: ${known.text}, ứng với ${figureWords(line, computed(line, figure))}. `, ...(may ? [el('button', { class: 'button small', text: 'Nhận số liệu này', on: { click: take } })] : []));
  }

  #saying(line) {
    const { view } = this.#session.sheet;
    const kinds = [
      view.mayExplain && line.contested ? ['EXPLANATION', 'Gửi giải trình'] : null,
      view.mayObject ? ['OBJECTION', 'Gửi phản biện'] : null,
      view.mayMark ? [line.marked ? 'UNMARKED' : 'MARKED', line.marked ? 'Thôi cho bổ sung minh chứng' : 'Cho bổ sung minh chứng'] : null,
    ].filter(Boolean);
    if (!kinds.length) return this.#p.saying.replaceChildren();
    const id = newId('saying');
    const text = el('textarea', { id, rows: 3, maxlength: LONGEST });
    const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    const send = async (kind) => {
      if (!text.value.trim() && (kind === 'EXPLANATION' || kind === 'OBJECTION')) {
        say(problem, 'Cần viết nội dung ý kiến.');
        return text.focus();
      }
      try {
        await this.#session.say(line.code, kind, text.value.trim());
        text.value = '';
        say(problem, '');
      } catch (error) {
        say(problem, error.message);
      }
    };
    const buttons = kinds.map(([kind, words]) => el('button', { class: 'button', text: words, on: { click: () => send(kind) } }));
    this.#p.saying.replaceChildren(el('label', { for: id, text: 'Ý kiến của đơn vị' }), text, problem, el('p', { class: 'actions' }, ...buttons));
  }

  async #history() {
    const code = this.#code;
    const { history } = this.#p;
    if (!history.childElementCount) history.append(el('p', { class: 'meta', text: 'Đang tải…' }));
    try {
      const past = await this.#session.history(code);
      const entries = past.entries.map(({ column, cell }) => ({ ...cell, column }));
      if (code === this.#code) history.replaceChildren(this.#table(this.#session.sheet.line(code), entries));
    } catch (error) {
      history.replaceChildren(el('p', { class: 'problem', role: 'alert', text: `Chưa tải được lịch sử. ${error.message}` }));
    }
  }

  /** Newest first; what stood before is the next entry of the same column. */
  #table(line, entries) {
    if (!entries.length) return el('p', { class: 'meta', text: 'Dòng này chưa có điểm nào.' });
    const words = (entry) => (none(entry) ? 'trống' : figureWords(line, entry));
    const rows = entries.map((entry, i) => {
      const before = entries.slice(i + 1).find(({ column }) => column === entry.column);
      const why = [ACTS[entry.act], entry.replaced ? 'do người sau này khai có xung đột lợi ích đặt' : '', entry.reason].filter(Boolean).join('; ');
      return el(
        'tr',
        {},
        el('td', { text: instantWords(entry.at) }),
        el('td', { text: TITLES[entry.column] }),
        el('td', { class: 'figures', text: `${before ? words(before) : 'trống'} → ${words(entry)}` }),
        el('td', { text: who(entry) }),
        el('td', { text: why })
      );
    });
    const head = ['Lúc', 'Cột', 'Từ → thành', 'Ai', 'Vì sao'].map((text) => el('th', { scope: 'col', text }));
    return el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows));
  }
}
