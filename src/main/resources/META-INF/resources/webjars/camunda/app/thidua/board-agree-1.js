// Agreeing on one line of one unit: a choice among what is proposed and what was scored, or a figure of one's own, with a reason
// that comes with the choice. What somebody else enters meanwhile is shown first, and must be decided on anew.

import { el, newId, say, setText } from './hand-in-dom-1.js';
import { boundWords, figureWords, hasFigure, inputsOf, readFigure, sameFigures, wholeFigureWords, written } from './board-figures-1.js';
import { MORE_REASONS, proposalWords, reasonFor, timeWords } from './board-words-1.js';

const FREE = 'FREE';
const PROPOSED = 'PROPOSED';

/** A figure that may be chosen, as a radio that says it in full. */
class Choice {
  #name = newId('choice');

  constructor(group, { value, words, hint, figure }, picked) {
    this.value = value;
    this.radio = el('input', { type: 'radio', name: group, value, id: this.#name, on: { change: picked } });
    this.node = el(
      'label',
      { class: 'choice-card', for: this.#name },
      this.radio,
      el('span', { class: 'words' }, words, hint ? el('small', { text: hint }) : null),
      el('b', { text: figure })
    );
  }
}

export class AgreeForm {
  #board;
  #done;
  #doubt;
  #position = null;
  #base = null;
  /** What was sent when the connection was lost: it may have arrived. */
  #sent = null;
  #busy = false;
  #ownReason = false;
  #choices = [];
  #inputs = [];
  #cards = el('div', { class: 'choice-cards', role: 'radiogroup', 'aria-label': 'Điểm thống nhất' });
  #free = el('div', { class: 'free' });
  #reason;
  #chips = el('div', { class: 'reason-chips', role: 'group', 'aria-label': 'Lý do thường dùng' });
  #problem = el('p', { class: 'problem', role: 'alert', hidden: true, id: newId('problem') });
  #submit = el('button', { class: 'button primary' });
  #fields;
  #beatenWords = el('p');
  #beaten;

  /**
   * @param done called when the figure is agreed on
   * @param doubt called when the server refused for another reason than the figure: what is shown may be out of date
   */
  constructor(board, done, doubt) {
    this.#board = board;
    this.#done = done;
    this.#doubt = doubt;
    const id = newId('reason');
    this.#reason = el('textarea', { id, rows: 2, maxlength: 1000, required: true, 'aria-describedby': this.#problem.id, on: { input: () => (this.#ownReason = true) } });
    this.#submit.type = 'submit';
    this.#fields = el(
      'fieldset',
      {},
      el('legend', { text: 'Thống nhất điểm' }),
      this.#cards,
      this.#free,
      el('label', { for: id, text: 'Lý do' }),
      this.#chips,
      this.#reason,
      this.#problem,
      this.#submit
    );
    this.#beaten = el(
      'div',
      { class: 'notice strong beaten', role: 'alert', hidden: true },
      this.#beatenWords,
      el('button', { class: 'button', text: 'Giữ điểm này', on: { click: () => this.#done() } }),
      ' ',
      el('button', { class: 'button', text: 'Quyết định lại', on: { click: () => this.#again() } })
    );
    this.node = el('form', { class: 'agree', novalidate: true, on: { submit: (event) => this.#send(event) } }, this.#beaten, this.#fields);
  }

  /** @param choice the column whose figure was clicked, or null */
  open(position, choice) {
    this.#position = position;
    this.#sent = null;
    this.#start(choice);
  }

  #start(choice) {
    this.#base = this.#position.cells.AGREED?.id ?? null;
    this.#ownReason = false;
    this.#beaten.hidden = true;
    this.#fields.disabled = false;
    this.#tellProblem(null);
    this.#offer();
    const wanted = this.#choices.find(({ value }) => value === choice) ?? this.#choices[0];
    wanted.radio.checked = true;
    this.#picked();
  }

  /** The first thing to press: what is chosen only needs confirming. */
  focus() {
    if (this.#choice === FREE) this.#inputs[0].node.focus();
    else this.#submit.focus();
  }

  #offer() {
    const { line, cells, proposal } = this.#position;
    const { columns } = this.#board;
    const group = newId('choices');
    const scored = ['LEADER', 'DEPUTY', 'SELF'].filter((column) => hasFigure(cells[column]));
    const offers = [
      ...(proposal ? [{ value: PROPOSED, words: 'Đề xuất', hint: proposalWords(proposal.from, columns), figure: wholeFigureWords(line, proposal.figures) }] : []),
      ...scored.map((column) => ({ value: column, words: columns[column], figure: wholeFigureWords(line, cells[column]) })),
      { value: FREE, words: 'Điểm khác', figure: '' },
    ];
    this.#choices = offers.map((offer) => new Choice(group, offer, () => this.#picked()));
    this.#cards.replaceChildren(...this.#choices.map((choice) => choice.node));
    this.#inputs = inputsOf(line).map((input) => this.#input(input));
    this.#free.replaceChildren(...this.#inputs.map(({ field }) => field));
  }

  #input(input) {
    const id = newId('figure');
    const typed = () => {
      this.#label();
      this.#tellProblem(null);
    };
    const node = el('input', { id, type: 'text', inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': `${id}-bounds ${this.#problem.id}`, on: { input: typed } });
    const field = el('div', { class: 'figure-field' }, el('label', { for: id, text: input.words }), node, el('small', { id: `${id}-bounds`, text: boundWords(input) }));
    return { input, node, field };
  }

  get #choice() {
    return this.#choices.find(({ radio }) => radio.checked)?.value;
  }

  #picked() {
    const choice = this.#choice;
    const { proposal } = this.#position;
    this.#free.hidden = choice !== FREE;
    const source = choice === PROPOSED ? proposal.from : choice;
    const reason = reasonFor(source, this.#board.columns, this.#board.phase);
    if (!this.#ownReason) this.#reason.value = reason;
    const chips = [reason, ...MORE_REASONS];
    this.#chips.replaceChildren(...chips.map((text) => el('button', { class: 'chip', text, on: { click: () => this.#takeReason(text) } })));
    this.#label();
    this.#tellProblem(null);
    if (choice === FREE && document.activeElement?.closest('.choice-cards')) this.#inputs[0].node.focus();
  }

  #takeReason(text) {
    this.#reason.value = text;
    this.#ownReason = false;
    this.#tellProblem(null);
  }

  #label() {
    const { figures, problem } = this.#judged();
    setText(this.#submit, problem || !hasFigure(figures) ? 'Thống nhất' : `Thống nhất ${agreedWords(this.#position.line, figures)}`);
  }

  /** What is chosen or typed: {figures} or {problem, node}. */
  #judged() {
    const choice = this.#choice;
    if (choice === PROPOSED) return { figures: this.#position.proposal.figures };
    if (choice !== FREE) return { figures: this.#position.cells[choice] };
    const figures = { points: null, bonus: null, count: null };
    for (const { input, node } of this.#inputs) {
      const { value, problem } = readFigure(input, node.value);
      if (problem) return { problem, node };
      figures[input.name] = value;
    }
    if (!hasFigure(figures)) return { problem: 'Cần nhập điểm.', node: this.#inputs[0].node };
    if (figures.points !== null && figures.count !== null) return { problem: 'Chỉ nhập điểm hoặc số lần, không nhập cả hai.', node: this.#inputs.at(-1).node };
    return { figures };
  }

  #tellProblem(problem, node = null) {
    say(this.#problem, problem ?? '');
    for (const field of [...this.#inputs.map((one) => one.node), this.#reason]) {
      if (field === node) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    }
    node?.focus();
  }

  async #send(event) {
    event.preventDefault();
    if (this.#busy) return;
    const { figures, problem, node } = this.#judged();
    const reason = this.#reason.value.trim();
    if (problem) return this.#tellProblem(problem, node);
    if (!reason) return this.#tellProblem('Cần nêu lý do thống nhất.', this.#reason);
    await this.#put(figures, reason);
  }

  async #put(figures, reason) {
    const position = this.#position;
    this.#busy = true;
    this.#submit.setAttribute('aria-disabled', 'true');
    this.#tellProblem(null);
    try {
      await this.#board.agree(position, this.#base, figures, reason);
      if (position === this.#position) this.#done();
    } catch (error) {
      if (!error.message) throw error;
      this.#refused(error, position, { figures, reason });
    } finally {
      this.#busy = false;
      this.#submit.removeAttribute('aria-disabled');
    }
  }

  #refused(error, position, sent) {
    const theirs = error.status === 409 ? error.body?.cell : null;
    if (theirs) {
      this.#board.take({ unit: position.unit.code, line: position.line.code, column: 'AGREED', cell: theirs });
      return this.#met(theirs, sent);
    }
    if (!error.status) this.#sent = sent;
    const field = this.#inputs.find(({ input }) => input.name === error.body?.field)?.node;
    const node = error.body?.field === 'reason' ? this.#reason : (field ?? null);
    this.#tellProblem(error.status ? error.message : `${error.message} Chưa rõ máy chủ đã ghi hay chưa; bấm lại để gửi lần nữa, hệ thống không ghi hai lần.`, node);
    if (error.status && error.status !== 422) this.#doubt();
  }

  /** Takes an agreed figure back: what changes by that is no surprise. @throws what `undo` throws */
  async whileUndoing(undo) {
    this.#busy = true;
    try {
      await undo();
      this.#start(null);
    } finally {
      this.#busy = false;
    }
  }

  /** The position changed while the form was open. */
  changed(position) {
    this.#position = position;
    const now = position.cells.AGREED;
    if (!this.#busy && (now?.id ?? null) !== this.#base) this.#met(now, this.#sent);
  }

  /** Somebody was faster, unless it is what we had sent ourselves into a lost connection. */
  #met(theirs, sent) {
    if (sent && hasFigure(theirs) && sameFigures(normal(theirs), normal(sent.figures)) && theirs.reason === sent.reason) return this.#done();
    const { line } = this.#position;
    const words = hasFigure(theirs) ? `vừa thống nhất ${agreedWords(line, theirs)}` : 'vừa hoàn tác điểm đã thống nhất';
    setText(this.#beatenWords, `${theirs.partyName} (${theirs.by}) ${words} lúc ${timeWords(theirs.at)}${theirs.reason ? ` – ${theirs.reason}` : ''}. Ông/Bà xem lại và quyết định.`);
    this.#beaten.hidden = false;
    this.#fields.disabled = true;
    this.#beaten.querySelector('button').focus();
  }

  #again() {
    this.#sent = null;
    this.#start(this.#choice);
    this.focus();
  }
}

/** Two figures of a rule are the same when what was counted is. */
const normal = ({ points = null, bonus = null, count = null }) => ({ points: count === null ? points : null, bonus, count });

function agreedWords(line, figures) {
  const { points = null, bonus = null, count = null } = figures;
  if (line.kind === 'BONUS') return `${figureWords(line, figures)} điểm thưởng`;
  if (line.kind === 'PENALTY') return points === null ? `${count} lần trừ điểm` : `trừ ${written(points)} điểm (${count} lần)`;
  const parts = [points === null ? '' : `${written(points)} điểm`, count === null ? '' : points === null ? `${count} lần` : `(${count} lần)`, bonus === null ? '' : `thưởng ${written(bonus)}`];
  return parts.filter(Boolean).join(', ').replace(', (', ' (');
}
