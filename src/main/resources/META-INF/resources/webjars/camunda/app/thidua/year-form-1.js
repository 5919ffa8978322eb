// Forms on the pages of a year's scores: sends what one holds as JSON and shows the page anew, or says what the server refused;
// what was written stays then. Browsers may keep this file: give it a new number when it changes.

import { call, Lost } from './hand-in-api-1.js';

const page = document.querySelector('[data-forms]');

/** Empty fields are sent as null, those that hold numbers (data-numbers) as numbers. */
function values(form) {
  const numbers = (form.dataset.numbers ?? '').split(' ');
  return Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, value === '' ? null : numbers.includes(name) ? Number(value) : value])
  );
}

page.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.to) return;
  event.preventDefault();
  const button = event.submitter ?? form.querySelector('button[type=submit]');
  const problem = form.querySelector('.problem');
  problem.hidden = true;
  button.disabled = true;
  const sent = values(form);
  if (button.name) sent[button.name] = button.value || null;
  try {
    await call('POST', `${page.dataset.forms}/${form.dataset.to}`, sent);
    if (form.dataset.back) history.replaceState(null, '', `#${form.dataset.back}`);
    location.reload();
  } catch (error) {
    problem.textContent = error instanceof Lost ? 'Mất kết nối với máy chủ nên chưa rõ đã ghi nhận hay chưa. Nội dung vẫn còn ở đây; hãy thử lại.' : error.message;
    problem.hidden = false;
    button.disabled = false;
  }
});
