// What is always in sight: where the draft stands, whether the server hears, and the totals.

import { el, say, setText } from './hand-in-dom-1.js';
import { instantWords } from './hand-in-time-1.js';
import { TITLES } from './score-lines-1.js';
import { shown, units } from './score-number-1.js';

const cells = (number) => `${number} ô`;
const bare = (sentence) => sentence.replace(/\.$/, '');

/** Where the draft stands, in one sentence: `{text, tone}`; tone `bad` where somebody should know. */
export function draftWords({ sheet, saving, over, problem }) {
  const { view, column } = sheet;
  const waiting = sheet.unsaved.size;
  if (!column) return problem ? { text: problem, tone: 'bad' } : { text: view.whyNot || 'Chỉ để xem.', tone: '' };
  if (over) return { text: waiting ? `Phiên làm việc đã hết: ${cells(waiting)} chưa lưu, đang giữ trên máy này.` : 'Phiên làm việc đã hết.', tone: 'bad' };
  if (saving.lost && waiting) return { text: `${bare(saving.lost)}: cứ nhập tiếp, ${cells(waiting)} đang giữ trên máy này; hệ thống tự thử lại.`, tone: 'bad' };
  if (saving.busy) return { text: `Đang lưu ${cells(waiting)}…`, tone: '' };
  const stuck = [...sheet.unsaved.values()].filter((one) => one.theirs || one.problem || Object.keys(one.wrong).length).length;
  if (stuck) return { text: `${cells(stuck)} chưa lưu được, cần Ông/Bà xem lại.`, tone: 'bad' };
  if (waiting) return { text: `Chưa lưu ${cells(waiting)}…`, tone: '' };
  const { saved } = view;
  const sent = view.handedIn[column];
  const later = saved && sent && Date.parse(saved.at) > Date.parse(sent.at);
  const draft = saved ? `Đã lưu nháp lúc ${instantWords(saved.at)}${saved.by ? ` (${saved.by})` : ''}` : '';
  if (sent) return { text: later ? `${draft}, sau lần gửi lúc ${instantWords(sent.at)}; chưa gửi lại.` : `Đã gửi lúc ${instantWords(sent.at)} (${sent.by}).`, tone: '' };
  return { text: draft ? `${draft}, chưa gửi.` : 'Chưa có nháp. Mọi thay đổi tự lưu trên máy chủ; chỉ được tính khi gửi.', tone: '' };
}

export class Status {
  #session;
  #p = {};

  /** @param on `{next()}`: goes to the next cell that needs somebody */
  constructor(session, on) {
    this.#session = session;
    const p = this.#p;
    p.draft = el('span', { class: 'draft-text', role: 'status' });
    p.again = el('button', { class: 'button small', text: 'Thử ngay', hidden: true, on: { click: () => session.saving.flush() } });
    p.next = el('button', { class: 'button small', hidden: true, text: 'Đến ô đó', on: { click: on.next } });
    p.totals = el('span', { class: 'totals' });
    this.node = el('div', { class: 'status' }, el('span', { class: 'standing' }, p.draft, p.again, p.next), p.totals);
  }

  update() {
    const { sheet, saving, over } = this.#session;
    const p = this.#p;
    const { text, tone } = draftWords(this.#session);
    setText(p.draft, text);
    this.node.dataset.tone = tone;
    p.again.hidden = over || !saving.lost || !sheet.unsaved.size;
    p.next.hidden = tone !== 'bad' || !p.again.hidden || over || !sheet.column;
    const all = sheet.totals(sheet.mainColumn);
    const max = sheet.view.groups.reduce((sum, group) => sum + units(group.max), 0);
    setText(
      p.totals,
      `${TITLES[sheet.mainColumn]}: ${shown(all.total)}/${shown(max)} điểm · cả thưởng ${shown(all.withBonus)} · đã có điểm ${all.filled}/${all.criteria} dòng`
    );
  }
}

/** What went wrong beyond a cell, above the table. */
export class Notices {
  #session;
  #p = {};

  /** @param on `{reopen()}` */
  constructor(session, on) {
    this.#session = session;
    const p = this.#p;
    p.over = this.#signIn();
    p.strange = el('span');
    p.stranger = el('div', { class: 'notice bad', role: 'alert', hidden: true }, p.strange, ' ', el('button', { class: 'button', text: 'Mở bảng điểm bằng tài khoản này', on: { click: on.reopen } }));
    p.lost = el('span');
    p.stranded = el('div', { class: 'notice bad', role: 'alert', hidden: true }, p.lost, ' ', el('button', { class: 'button', text: 'Đã ghi lại, bỏ các giá trị này', on: { click: () => this.#drop() } }));
    p.problem = el('p', { class: 'notice bad', role: 'status', hidden: true });
    this.node = el('div', { class: 'notices' }, p.over, p.stranger, p.stranded, p.problem);
  }

  #signIn() {
    const state = el('span', { role: 'status' });
    const go = async () => {
      setText(state, ' Đang kiểm tra…');
      const back = await this.#session.tryAgain();
      setText(state, back ? '' : ' Máy chủ vẫn chưa thấy Ông/Bà đăng nhập.');
    };
    return el(
      'div',
      { class: 'notice bad', role: 'alert', hidden: true },
      el('p', { text: 'Phiên làm việc đã hết. Những gì Ông/Bà đã nhập vẫn còn trên máy này; hãy đăng nhập lại rồi làm tiếp.' }),
      el('p', { class: 'actions' }, el('a', { href: '/camunda/app/tasklist/default/', target: '_blank', rel: 'noopener', text: 'Đăng nhập lại trong thẻ mới' }), el('button', { class: 'button strong', text: 'Đã đăng nhập, tiếp tục', on: { click: go } }), state)
    );
  }

  #drop() {
    this.#session.sheet.stranded.forEach(({ line }) => this.#session.sheet.revert(line));
  }

  update() {
    const p = this.#p;
    const { sheet, over, stranger, problem, ended } = this.#session;
    p.over.hidden = !over || Boolean(stranger);
    p.stranger.hidden = !stranger;
    setText(p.strange, `Trình duyệt này đang đăng nhập bằng tài khoản của ${stranger}. Những gì ${sheet.view.me.name} chưa lưu vẫn được giữ trên máy này cho đến khi chính người đó đăng nhập lại.`);
    const { stranded } = sheet;
    p.stranded.hidden = !stranded.length;
    const values = stranded.map((one) => `dòng ${one.line}: ${[one.points, one.bonus, one.count, one.reason].filter((value) => value !== null && value !== '').join(', ') || 'trống'}`);
    setText(p.lost, `${stranded.length} ô nhập trên máy này chưa lưu được và nay không còn sửa được (${sheet.view.whyNot || 'đã hết quyền sửa'}): ${values.join('; ')}.`);
    say(p.problem, over ? '' : ended ? 'Nhiệm vụ này không còn chờ hoàn thành: đã hết hạn, hoặc đồng nghiệp đã hoàn thành.' : sheet.column ? problem : '');
  }
}
