// Above the board, after the supplements: the difference to the provisional result goes to all members, in two clicks; only then
// can leader and deputy freeze.

import { call } from './hand-in-api-1.js';
import { el } from './hand-in-dom-1.js';

const place = document.querySelector('#thong-bao-chenh-lech');
const year = encodeURIComponent(place.dataset.nam);

const said = el('div', { role: 'status' });

async function send(button) {
  button.disabled = true;
  try {
    const { hash, differences } = await call('POST', `/diem/${year}/thong-bao`);
    said.replaceChildren(
      el('p', { text: `Đã gửi thư thông báo cho các đơn vị. Mã băm của kết quả sẽ chốt: ${hash}.` }),
      el('ul', {}, ...(differences.length ? differences : ['Không có thay đổi so với kết quả tạm thời.']).map((text) => el('li', { text })))
    );
  } catch (error) {
    said.replaceChildren(el('p', { class: 'problem', text: error.message }));
    button.disabled = false;
  }
}

const sure = el('button', { class: 'button', text: 'Gửi cho tất cả các đơn vị', hidden: true, on: { click: () => send(sure) } });
const ask = el('button', {
  class: 'button',
  text: 'Thông báo chênh lệch',
  on: {
    click: () => {
      sure.hidden = false;
      sure.focus();
    },
  },
});
place.replaceChildren(
  el('p', { text: 'Khi mọi dòng đã thống nhất, thông báo chênh lệch so với kết quả tạm thời cho các đơn vị; sau đó Cụm trưởng và Cụm phó chốt kết quả trong danh sách công việc.' }),
  el('p', {}, ask, ' ', sure),
  said
);
