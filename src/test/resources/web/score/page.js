// Tasklist's side of an embedded form, as far as a form sees it: its place and its events. Who looks stands in a cookie.
import { mount } from '/camunda/app/thidua/hand-in-1.js';
import { mountInto, mountPage } from '/camunda/app/thidua/score-1.js';

const asked = new URLSearchParams(location.search);
document.cookie = `nguoi=${asked.get('nguoi')}; path=/`;

function show(taskId) {
  const place = document.getElementById('place');
  place.innerHTML = '<form role="form" name="handIn" lang="vi"><div class="thidua-hand-in"></div></form>';
  const listeners = {};
  const camForm = {
    taskId,
    formElement: [place.firstChild],
    on: (event, listener) => (listeners[event] ??= []).push(listener),
    variableManager: { variable: () => null, destroyVariable() {}, createVariable() {} },
    fire: (event) => (listeners[event] ?? []).forEach((listener) => listener()),
  };
  window.camForm = camForm;
  mount(camForm);
}

window.show = show;
window.leave = () => document.getElementById('place').replaceChildren();
window.submitted = 0;
window.evidence = [];
document.getElementById('complete').addEventListener('click', () => {
  const { camForm } = window;
  camForm.submitPrevented = false;
  camForm.fire('submit');
  if (!camForm.submitPrevented) window.submitted += 1;
});
document.getElementById('store').addEventListener('click', () => window.camForm.fire('store'));

const own = document.getElementById('own');
if (asked.has('trong')) window.inner = mountInto(own, { year: 'vi-du-2024', unit: 'VDA', onEvidence: (code) => window.evidence.push(code) });
else if (asked.has('trang')) mountPage(own, 'vi-du-2024', 'VDA');
else show('1');
