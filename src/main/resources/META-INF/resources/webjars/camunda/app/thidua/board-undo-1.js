// Taking an agreed figure back. Asked twice on the same button, since a shared screen is easily touched; the server enters it
// as a new figure, and everybody sees who did it.

import { el, setText } from './hand-in-dom-1.js';

/** The second press is waited for this long (milliseconds). */
const PATIENCE = 5000;

/** @param undo called when pressed twice; @return the button */
export function undoButton(what, undo) {
  let timer = null;
  const calm = () => {
    clearTimeout(timer);
    timer = null;
    setText(button, 'Hoàn tác');
    button.classList.remove('sure');
  };
  const button = el('button', {
    class: 'undo',
    text: 'Hoàn tác',
    'aria-description': what,
    on: {
      click: () => {
        if (timer) {
          calm();
          undo();
        } else {
          setText(button, 'Xác nhận hoàn tác');
          button.classList.add('sure');
          timer = setTimeout(calm, PATIENCE);
        }
      },
      blur: calm,
    },
  });
  return button;
}
