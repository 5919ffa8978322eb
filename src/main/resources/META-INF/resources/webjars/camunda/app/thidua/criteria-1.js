// The pages of the criteria table: sends what a form holds and shows the page anew, or says what the server refused; lets a
// workbook be looked at before it becomes the draft. Browsers may keep this file: give it a new number when it changes.

const page = document.querySelector('#tieu-chi');
const MOST = 5 * 1024 * 1024;
const LOST = 'Không kết nối được máy chủ, nên chưa ghi nhận gì. Nội dung trên trang vẫn còn; hãy thử lại.';

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
};

async function post(path, body, type) {
  let answer;
  try {
    answer = await fetch(`${page.dataset.base}/${path}`, {
      method: 'POST',
      headers: { 'X-Thidua': '1', Accept: 'application/json', 'Content-Type': type },
      body,
    });
  } catch {
    throw new Error(LOST);
  }
  const text = await answer.text();
  let content = {};
  try {
    content = text ? JSON.parse(text) : {};
  } catch {
    // An answer of something in between; its status says enough.
  }
  if (!answer.ok) throw new Error(content.message ?? `Máy chủ chưa ghi nhận được (mã ${answer.status}). Hãy thử lại sau ít phút.`);
  return content;
}

/** One request at a time; what is refused stands in the form, and what was written stays. */
async function during(form, act) {
  const button = form.querySelector('button[type=submit]');
  const problem = form.querySelector('.problem');
  problem.hidden = true;
  button.disabled = true;
  try {
    await act();
  } catch (e) {
    problem.textContent = e.message;
    problem.hidden = false;
  } finally {
    button.disabled = false;
  }
}

function shownAnew(place) {
  if (place) history.replaceState(null, '', `#${place}`);
  location.reload();
}

function values(form) {
  const content = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value === '' ? null : value]));
  if (form.dataset.number) content[form.dataset.number] = Number(content[form.dataset.number]);
  if ('place' in content) content.place ??= '';
  return content;
}

page.addEventListener('submit', (event) => {
  const form = event.target;
  event.preventDefault();
  if (form.matches('.upload')) {
    during(form, () => preview(form));
  } else if (form.dataset.to) {
    during(form, async () => {
      await post(form.dataset.to, JSON.stringify(values(form)), 'application/json');
      shownAnew(form.dataset.back);
    });
  }
});

// What was shown for one file says nothing about another.
page.querySelector('.upload input[type=file]')?.addEventListener('change', (event) => {
  event.target.closest('details').querySelector('.preview').replaceChildren();
});

async function preview(form) {
  const file = form.querySelector('input[type=file]').files[0];
  const place = form.closest('details').querySelector('.preview');
  place.replaceChildren();
  if (file.size > MOST) throw new Error('Tệp lớn hơn 5 MB; bảng tiêu chí chỉ vài chục KB. Kiểm tra xem có chọn nhầm tệp không.');
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Error('Tệp đã thay đổi hoặc bị xóa sau khi chọn. Chọn lại tệp.');
  });
  const seen = await post('xem-truoc', bytes, 'application/octet-stream');
  if (seen.mistakes.length) {
    place.append(element('p', `${file.name}: ${seen.mistakes.length} lỗi. Sửa trong tệp rồi chọn lại.`, 'mistakes-head'));
    place.append(list(seen.mistakes, 'Lỗi'));
  }
  if (seen.warnings.length) {
    place.append(element('p', `${seen.warnings.length} điểm cần lưu ý; tệp vẫn dùng được:`));
    place.append(list(seen.warnings, 'Lưu ý'));
  }
  if (!seen.mistakes.length) place.append(...difference(file, bytes, seen));
}

function list(found, title) {
  const table = element('table');
  const head = table.createTHead().insertRow();
  for (const text of ['Vị trí', title]) {
    const cell = element('th', text);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = table.createTBody();
  for (const one of found) {
    const row = body.insertRow();
    row.append(element('td', one.cell ? `${one.sheet}!${one.cell}` : one.sheet), element('td', one.message));
  }
  return table;
}

function bullets(texts, className) {
  const shown = element('ul', '', className);
  shown.append(...texts.map((text) => element('li', text)));
  return shown;
}

function difference(file, bytes, seen) {
  if (!seen.changes.length) {
    return [element('p', `${file.name} không có lỗi và không khác ${seen.compared}, nên không có gì để thay.`, 'good')];
  }
  const parts = [
    element('p', `${file.name} không có lỗi. ${seen.changes.length} thay đổi so với ${seen.compared}:`, 'good'),
    bullets(seen.changes),
  ];
  if (seen.fallen.length) {
    parts.push(element('p', 'Nếu ban hành bảng này, các điểm sau không chuyển sang được:'), bullets(seen.fallen, 'missing'));
  }
  const form = element('form');
  const problem = element('p', '', 'problem');
  problem.hidden = true;
  problem.setAttribute('role', 'alert');
  const button = element('button', 'Nhận làm dự thảo');
  button.type = 'submit';
  form.append(problem, button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    event.stopPropagation();
    during(form, async () => {
      await post(`du-thao?sau=${seen.base}`, bytes, 'application/octet-stream');
      shownAnew('');
    });
  });
  return [...parts, form];
}
