// Above the board: what it is, in which phase it stands, whether what is shown is up to date; and how it is shown.

import { el, say, setText } from './hand-in-dom-1.js';
import { PHASES, RESULTS, secondsWords, whenWords } from './board-words-1.js';

const SIZES = [['', 'Vừa'], ['large', 'Lớn'], ['huge', 'Rất lớn']];
const KEPT = 'thidua-board';

/** What people chose is kept in their browser, where it lets us. */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}

function keep(looks) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(looks));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** Size of type, contrast, the whole screen, paper. */
export class Looks {
  #looks = { size: '', contrast: false, ...kept() };
  #sizes;
  #contrast = el('button', { class: 'button', text: 'Tương phản cao', on: { click: () => this.#set({ contrast: !this.#looks.contrast }) } });

  constructor(root) {
    this.#sizes = SIZES.map(([size, text]) => el('button', { text, 'data-size': size, on: { click: () => this.#set({ size }) } }));
    const whole = el('button', { class: 'button', text: 'Toàn màn hình', on: { click: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()) } });
    this.node = el(
      'div',
      { class: 'looks' },
      el('div', { class: 'segments', role: 'group', 'aria-label': 'Cỡ chữ' }, el('span', { class: 'label', 'aria-hidden': 'true', text: 'Cỡ chữ' }), ...this.#sizes),
      this.#contrast,
      document.fullscreenEnabled ? whole : null,
      el('button', { class: 'button', text: 'In', on: { click: () => print() } })
    );
    this.#set({});
  }

  #set(change) {
    Object.assign(this.#looks, change);
    const { size, contrast } = this.#looks;
    const { dataset } = document.documentElement;
    dataset.boardSize = size;
    dataset.boardContrast = contrast ? 'high' : '';
    this.#sizes.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.size === size)));
    this.#contrast.setAttribute('aria-pressed', String(contrast));
    keep(this.#looks);
  }
}

export class Head {
  #board;
  #title = el('h1', { text: 'Bảng họp chấm điểm' });
  #year = el('p', { class: 'year' });
  #phase = el('strong');
  #phaseText = el('span');
  #phaseLine;
  #earlier = el('ul');
  #results = el('details', { class: 'results', hidden: true }, el('summary', { text: 'Các kết quả trước' }), this.#earlier);
  #link = el('p', { class: 'connection', role: 'status' });
  #linkWords = el('span');
  #again;
  #counts = el('p', { class: 'counts' });
  #meter = el('progress', { 'aria-label': 'Số dòng đã thống nhất' });

  /** @param tryNow called when somebody does not want to wait for the connection */
  constructor(board, tryNow) {
    this.#board = board;
    this.#phaseLine = el('p', { class: 'phase' }, this.#phase, ' ', this.#phaseText);
    this.#again = el('button', { class: 'link', text: 'Thử ngay', hidden: true, on: { click: tryNow } });
    this.#link.append(el('span', { class: 'lamp', 'aria-hidden': 'true' }), this.#linkWords, ' ', this.#again);
    this.node = el(
      'div',
      { class: 'board-head' },
      el('div', { class: 'titles' }, this.#title, this.#year),
      this.#phaseLine,
      el('div', { class: 'standing-by' }, this.#link, el('div', { class: 'progress' }, this.#counts, this.#meter)),
      this.#results
    );
  }

  loaded() {
    const { yearName, phase, phaseText } = this.#board;
    setText(this.#year, yearName);
    setText(this.#phase, PHASES[phase] ?? phase);
    say(this.#phaseText, phaseText ?? '');
    this.#phaseLine.dataset.phase = phase;
    this.#showEarlier();
    this.count();
  }

  /** Results that a later one stands beside; the last one is what the phase tells of. */
  #showEarlier() {
    const { results, now, year } = this.#board;
    const earlier = results.slice(0, -1).reverse();
    this.#results.hidden = !earlier.length;
    const cause = (result) => results[results.indexOf(result) + 1].reason;
    this.#earlier.replaceChildren(
      ...earlier.map((result) =>
        el(
          'li',
          {},
          el('a', { href: `/nam/${encodeURIComponent(year)}/diem/ket-qua/${result.number}`, text: `${RESULTS[result.kind]}, phiên bản ${result.number}` }),
          `, lập lúc ${whenWords(result.at, now)}, mã băm SHA-256: `,
          el('code', { text: result.hash }),
          cause(result) ? `. Phiên bản sau được lập theo quyết định: ${cause(result)}` : ''
        )
      )
    );
  }

  count() {
    const { positions } = this.#board;
    const agreed = positions.filter((position) => position.agreed).length;
    const whole = agreed + positions.filter((position) => position.unsettled).length;
    const disputed = positions.filter((position) => position.disputed).length;
    const marked = positions.filter((position) => position.marked).length;
    setText(this.#counts, `Đã thống nhất ${agreed}/${whole} ô · tranh chấp ${disputed} · bổ sung ${marked}`);
    this.#meter.max = Math.max(1, whole);
    this.#meter.value = agreed;
    this.#counts.parentElement.hidden = !whole;
  }

  connection({ name, since, message }) {
    const words = {
      live: 'Đang cập nhật trực tiếp',
      still: 'Tự mở khi cuộc họp bắt đầu',
      over: 'Phiên làm việc đã hết. Hãy đăng nhập lại ở thẻ khác',
      closed: message,
      waiting: since ? `Mất kết nối từ ${secondsWords(since)}, đang nối lại; số liệu có thể đã cũ` : 'Đang kết nối…',
    };
    this.#link.dataset.state = name;
    setText(this.#linkWords, words[name]);
    this.#again.hidden = name === 'live' || name === 'still';
  }
}

