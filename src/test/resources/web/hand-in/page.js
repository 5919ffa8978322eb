// Tasklist's side of an embedded form, as far as a form sees it: its place, its variables, its events.
import { mount, mountPage } from '/camunda/app/thidua/hand-in-1.js';

class VariableManager {
  variables = {};
  variable(name) {
    return this.variables[name];
  }
  createVariable(variable) {
    if (this.variables[variable.name]) throw new Error(`Cannot add variable with name ${variable.name}: already exists.`);
    this.variables[variable.name] = variable;
  }
  destroyVariable(name) {
    if (!this.variables[name]) throw new Error(`Cannot remove variable with name ${name}: variable does not exist.`);
    delete this.variables[name];
  }
}

function show(taskId) {
  const place = document.getElementById('place');
  place.innerHTML = '<form role="form" name="handIn" lang="vi"><div class="thidua-hand-in"></div></form>';
  const listeners = {};
  const camForm = {
    taskId,
    formElement: [place.firstChild],
    variableManager: new VariableManager(),
    on: (event, listener) => (listeners[event] ??= []).push(listener),
    fire: (event) => (listeners[event] ?? []).forEach((listener) => listener()),
  };
  window.camForm = camForm;
  mount(camForm);
}

window.show = show;
window.leave = () => document.getElementById('place').replaceChildren();
window.submitted = [];
document.getElementById('complete').addEventListener('click', () => {
  const { camForm } = window;
  camForm.submitPrevented = false;
  camForm.fire('submit');
  if (!camForm.submitPrevented) window.submitted.push(JSON.parse(JSON.stringify(camForm.variableManager.variables)));
});

const duty = new URLSearchParams(location.search).get('duty');
if (duty) mountPage(document.getElementById('own'), duty);
else show(new URLSearchParams(location.search).get('task'));
