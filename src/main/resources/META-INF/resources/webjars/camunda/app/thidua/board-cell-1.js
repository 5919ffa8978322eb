// How a position looks wherever it stands: the figure that counts, whether it is agreed, disputed or only proposed, its marks.

import { el, setText } from './hand-in-dom-1.js';
import { figureWords, hasFigure } from './board-figures-1.js';

const STATES = { agreed: 'đã thống nhất', disputed: 'tranh chấp, đề xuất', proposed: 'đề xuất', none: 'chưa có điểm' };
export const SIGNS = { agreed: '✓', disputed: '≠', proposed: '', none: '' };

export function stateOf(position) {
  if (position.agreed) return 'agreed';
  if (position.contested) return 'disputed';
  return position.proposal ? 'proposed' : 'none';
}

const objectionWords = (number) => (number ? `, ${number} ý kiến phản biện` : '');

/** The button that opens a position; its words say all that its colours and signs say. */
export class SettleButton {
  #sign = el('span', { class: 'sign', 'aria-hidden': 'true' });
  #figure = el('span', { class: 'figure' });
  #badges = '';

  constructor(position) {
    const { unit, line } = position;
    this.key = position.key;
    this.node = el('button', { class: 'settle', tabindex: -1, 'data-unit': unit.code, 'data-line': line.code }, this.#sign, this.#figure);
  }

  update(position) {
    const state = stateOf(position);
    const figure = figureWords(position.line, position.figure);
    const objections = position.objections.length;
    this.node.dataset.state = state;
    setText(this.#sign, SIGNS[state]);
    setText(this.#figure, figure);
    this.#badge([...(position.marked ? ['BS'] : []), ...(objections ? ['PB'] : [])]);
    const words = `${STATES[state]}${state === 'none' ? '' : ` ${figure}`}${position.marked ? ', được bổ sung' : ''}${objectionWords(objections)}`;
    this.node.setAttribute('aria-label', `${position.unit.short}, dòng ${position.line.code}: ${words}`);
  }

  #badge(wanted) {
    if (wanted.join() === this.#badges) return;
    this.#badges = wanted.join();
    this.node.replaceChildren(this.#sign, this.#figure, ...wanted.map((text) => el('span', { class: BADGES[text], text, 'aria-hidden': 'true' })));
  }
}

const BADGES = { BS: 'badge mark', PB: 'badge objection' };

/** One column's figure of a position, by mouse a short way to agreeing on it; the keyboard finds the same choice behind the button. */
export function updateFigure(node, position, column) {
  const cell = position.cells[column];
  setText(node, figureWords(position.line, cell));
  node.classList.toggle('choice', hasFigure(cell));
  node.classList.toggle('differs', position.disputed && column !== 'SELF' && hasFigure(cell));
}

/** Lights up what has just changed; styles decide how, and not at all where motion is unwanted. */
export function flash(node) {
  node.classList.remove('changed');
  void node.offsetWidth;
  node.classList.add('changed');
}
