// The progress board keeps itself up to date while somebody looks, and lists the units in the order that is asked for.

const EVERY = 20_000;
const place = document.querySelector('#tien-do');
const said = document.querySelector('#tien-do-moi');
let order = 'name';

function sort() {
  const body = place.querySelector('tbody');
  if (!body) return;
  const rows = [...body.rows];
  const number = (row) => Number(row.dataset[order]);
  rows.sort((a, b) => (order === 'name' ? Number(a.dataset.name) - Number(b.dataset.name) : number(b) - number(a)));
  body.append(...rows);
}

async function renew() {
  if (document.hidden) return;
  try {
    const response = await fetch(location.href, { redirect: 'manual', cache: 'no-store' });
    if (!response.ok) throw new Error(String(response.status));
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('#tien-do');
    place.replaceChildren(...fresh.childNodes);
    sort();
    said.textContent = '';
  } catch {
    said.textContent = 'Chưa cập nhật được: mất kết nối hoặc phiên làm việc đã hết. Tải lại trang để xem số liệu mới.';
  }
}

document.querySelector('#thu-tu').addEventListener('change', ({ target }) => {
  order = target.value;
  sort();
});
document.addEventListener('visibilitychange', renew);
setInterval(renew, EVERY);
