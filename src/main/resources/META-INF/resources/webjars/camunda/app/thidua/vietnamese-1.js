// What Camunda's web apps leave in English although they are told to speak Vietnamese: dates that follow the browser's
// language, the texts of the form viewer, names of the apps. Imported by config.js, before the app starts.
// Browsers may keep this file: give it a new number when it changes.

const LOCALE = 'vi-VN';

/** Dates without a language of their own, and the form viewer's ('default'), follow ours, not the browser's. */
function speakDatesInVietnamese() {
  const Native = Intl.DateTimeFormat;
  function DateTimeFormat(locales, options) {
    return new Native(!locales || locales === 'default' ? LOCALE : locales, options);
  }
  DateTimeFormat.prototype = Native.prototype;
  DateTimeFormat.supportedLocalesOf = Native.supportedLocalesOf;
  Intl.DateTimeFormat = DateTimeFormat;
}

const PHRASES = new Map([
  ['Select', 'Chọn'],
  ['Search', 'Tìm'],
  ['No results', 'Không có kết quả'],
  ['All values selected', 'Đã chọn tất cả'],
  ['Nothing to show.', 'Không có gì để hiển thị.'],
  ['No content to show.', 'Không có nội dung.'],
  ['Add new', 'Thêm'],
  ['Next page', 'Trang sau'],
  ['Previous page', 'Trang trước'],
  ['Field is required.', 'Bắt buộc nhập.'],
  ['Field must be a valid email.', 'Địa chỉ thư điện tử chưa đúng.'],
  ['Date and time must both be entered.', 'Phải nhập cả ngày và giờ.'],
  ['Value is not a number.', 'Giá trị phải là số.'],
  ['Checked', 'Có'],
  ['Not checked', 'Không'],
  ['More', 'Thêm'],
  ['Actions', 'Thao tác'],
  ['null', 'trống'],
  ['Tasklist', 'Công việc'],
  ['Cockpit', 'Giám sát'],
  ['Admin', 'Quản trị'],
  ['Welcome', 'Trang chào'],
  ['Sun', 'CN'],
  ['Mon', 'T2'],
  ['Tue', 'T3'],
  ['Wed', 'T4'],
  ['Thu', 'T5'],
  ['Fri', 'T6'],
  ['Sat', 'T7'],
  ...'January February March April May June July August September October November December'
    .split(' ')
    .map((month, i) => [month, `Tháng ${i + 1}`]),
]);

const PATTERNS = [
  // Cockpit's own form of an instant.
  [/^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)$/, '$3/$2/$1 $4'],
  [/^Field must be a valid\s+international phone number\..*$/, 'Số điện thoại chưa đúng dạng quốc tế (ví dụ +84901234567).'],
  [/^Field must match pattern .*$/, 'Giá trị chưa đúng dạng yêu cầu.'],
  [/^Field must have minimum value of (.+)\.$/, 'Giá trị nhỏ nhất là $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'Giá trị lớn nhất là $1.'],
  [/^Field must have minimum length of (.+)\.$/, 'Nhập ít nhất $1 ký tự.'],
  [/^Field must have maximum length of (.+)\.$/, 'Nhập nhiều nhất $1 ký tự.'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, 'Giá trị chưa hợp lệ; hai giá trị hợp lệ gần nhất là $1 và $2.'],
  [/^Expand all \((\d+)\)$/, 'Mở tất cả ($1)'],
  [/^Remove (?!form field|list item)(.+)$/, 'Bỏ $1'],
];

/** Only here may English stand: the form viewer, its calendar and lists, the list of apps, Cockpit's tables and facts. */
const PLACES =
  '.fjs-container, .fjs-dropdownlist, .fjs-timepicker, .flatpickr-calendar, .cam-nav, .sections-menu, .cam-table, .null-value';

function translated(text) {
  const bare = text.trim();
  if (!bare || bare.length > 200) return null;
  const phrase = PHRASES.get(bare);
  if (phrase) return text.replace(bare, phrase);
  const pattern = PATTERNS.find(([expression]) => expression.test(bare));
  return pattern ? bare.replace(pattern[0], pattern[1]) : null;
}

function translateText(node) {
  const parent = node.parentElement;
  // What people typed, or a form's own labels, is left alone.
  if (!parent || parent.closest('input, textarea, script, style') || !parent.closest(PLACES)) return;
  if (parent.closest('.fjs-form-field-label:not(.fjs-incollapsible-label), .fjs-form-field-text')) return;
  const text = translated(node.nodeValue);
  if (text !== null) node.nodeValue = text;
}

function translateAttributes(element) {
  for (const name of ['placeholder', 'title', 'aria-label']) {
    const value = element.getAttribute(name);
    const text = value && element.closest(PLACES) ? translated(value) : null;
    if (text !== null && text !== value) element.setAttribute(name, text);
  }
}

function translateTree(node) {
  if (node.nodeType === Node.TEXT_NODE) return translateText(node);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  translateAttributes(node);
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.nodeType === Node.TEXT_NODE) translateText(walker.currentNode);
    else translateAttributes(walker.currentNode);
  }
}

function watchForEnglish() {
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'childList') change.addedNodes.forEach(translateTree);
      else if (change.type === 'characterData') translateText(change.target);
      else translateAttributes(change.target);
    }
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['placeholder', 'title', 'aria-label'],
  });
}

/**
 * Marks on the page which of the apps the person may open, and whether there is a process to start, so that style sheets can leave out what the server would
 * refuse anyway. Nothing is protected by this: the server decides.
 */
function markWhoIsHere() {
  const base = document.querySelector('base');
  const auth = base.getAttribute('admin-api') + 'auth/user/default';
  const startable =
    base.getAttribute('engine-api') +
    'engine/default/process-definition/count?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true';
  const ask = async (url) => {
    const answer = await fetch(url, { headers: { Accept: 'application/json' } });
    return answer.ok ? answer.json() : null;
  };
  const look = async () => {
    if (location.hash.startsWith('#/login')) {
      document.documentElement.removeAttribute('data-apps');
      return;
    }
    const person = await ask(auth);
    if (!person) return;
    const may = [...(person.authorizedApps ?? [])];
    if (((await ask(startable))?.count ?? 0) > 0) may.push('start');
    document.documentElement.setAttribute('data-apps', may.join(' '));
  };
  let wasLogin = location.hash.startsWith('#/login');
  addEventListener('hashchange', () => {
    const isLogin = location.hash.startsWith('#/login');
    if (isLogin !== wasLogin) look();
    wasLogin = isLogin;
  });
  if (!wasLogin) look();
}

document.documentElement.lang = 'vi';
speakDatesInVietnamese();
watchForEnglish();
markWhoIsHere();
