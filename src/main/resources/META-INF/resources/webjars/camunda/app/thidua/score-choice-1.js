// Two people set one cell: both figures are shown, and the person chooses. Nobody overwrites the other unseen.

import { el } from './hand-in-dom-1.js';
import { instantWords } from './hand-in-time-1.js';
import { computed, figureWords, none } from './score-lines-1.js';

/** Two figures for one cell, side by side, each with the button that keeps it. */
export function choiceOf(sheet, line, mine, onChosen) {
  const words = (one) => `${none(one) ? 'trống' : figureWords(line, computed(line, one))}${one.reason ? `; ${one.reason}` : ''}`;
  const choose = (mineKept) => {
    if (mineKept) sheet.keepMine(line.code);
    else sheet.revert(line.code);
    onChosen(line.code);
  };
  const side = (name, one, button, kept) =>
    el('div', { class: 'side' }, el('p', { class: 'meta', text: name }), el('p', { class: 'of', text: words(one) }), el('button', { class: 'button small', text: button, on: { click: () => choose(kept) } }));
  const { theirs } = mine;
  return el(
    'div',
    { class: 'two', role: 'group', 'aria-label': `Dòng ${line.code} có hai giá trị, cần chọn một` },
    el('p', {}, el('b', { text: `Dòng ${line.code}: ${theirs.by} cũng vừa sửa ô này. Chọn một giá trị:` })),
    side('Ông/Bà đã nhập, chưa lưu', mine, 'Giữ giá trị của tôi', true),
    side(`${theirs.by}, lúc ${instantWords(theirs.at)}`, theirs, `Lấy giá trị của ${theirs.by}`, false)
  );
}
