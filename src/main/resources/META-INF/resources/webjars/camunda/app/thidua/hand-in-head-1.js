// What stands above the form: what is asked for, until when, what follows otherwise, whom to ask; and what is wrong now.

import { el, say, setText } from './hand-in-dom-1.js';
import { momentPassed, remainingWords, sizeWords } from './hand-in-time-1.js';
import { allSessions } from './hand-in-session-1.js';

export class Head {
  #session;
  #announcer;
  #p = {};
  #left = null;

  constructor(session, announcer) {
    this.#session = session;
    this.#announcer = announcer;
    const p = this.#p;
    const row = (term, name) => [el('dt', { text: term }), (p[name] = el('dd'))];
    p.title = el('h3');
    p.for = el('p', { class: 'meta' });
    p.notice = el('p', { class: 'notice strong', hidden: true });
    p.claim = el('p', { class: 'notice', hidden: true, text: 'Bấm «Nhận việc» ở phía trên để điền nội dung và nộp tệp.' });
    p.left = el('strong', { class: 'left' });
    p.background = el('div', { class: 'background' });
    p.more = el('details', {}, el('summary', { text: 'Nội dung, căn cứ của nhiệm vụ' }), p.background);
    p.elsewhere = el('p', { class: 'notice', hidden: true });
    p.problem = el('p', { class: 'notice bad', role: 'status', hidden: true });
    p.over = this.#sessionOver();
    p.space = el('p', { class: 'meta' });
    this.node = el(
      'header',
      {},
      p.over.node,
      p.problem,
      p.title,
      p.for,
      p.notice,
      p.claim,
      el('dl', {}, el('dt', { text: 'Hạn' }), el('dd', {}, (p.boundary = el('span')), ' ', p.left), ...row('Quá hạn thì', 'consequence'), ...row('Cần hỏi', 'contact')),
      p.more,
      p.elsewhere,
      p.space
    );
  }

  #sessionOver() {
    const state = el('span');
    const go = el('button', {
      class: 'button strong',
      text: 'Đã đăng nhập, tiếp tục',
      on: {
        click: async () => {
          setText(state, ' Đang kiểm tra…');
          const back = await this.#session.tryAgain();
          setText(state, back ? '' : ' Máy chủ vẫn chưa thấy Ông/Bà đăng nhập.');
          if (back) this.#p.title.focus();
        },
      },
    });
    this.#p.title.tabIndex = -1;
    const node = el(
      'div',
      { class: 'notice bad over-session', role: 'alert', hidden: true },
      el('p', { text: 'Phiên làm việc đã hết. Các tệp đang tải và nội dung đang nhập vẫn còn trên trang này: xin đừng đóng trang.' }),
      el('p', { class: 'actions' }, el('a', { href: '/camunda/app/tasklist/default/', target: '_blank', rel: 'noopener', text: 'Đăng nhập lại trong thẻ mới' }), go, state)
    );
    return { node };
  }

  /** @param claimed whether the person may change anything now */
  update(claimed) {
    const p = this.#p;
    const { view, over, problem, uploads } = this.#session;
    setText(p.title, view.title);
    setText(p.for, [view.party, view.yearName].filter(Boolean).join(' · '));
    say(p.notice, view.notice ?? '');
    p.claim.hidden = claimed || !view.open;
    setText(p.boundary, view.boundary);
    setText(p.consequence, view.consequence ?? '');
    setText(p.contact, view.contact ?? '');
    setText(p.background, view.background ?? '');
    p.more.hidden = !view.background;
    p.over.node.hidden = !over;
    say(p.problem, over ? '' : problem);
    const others = allSessions().filter((session) => session !== this.#session && session.uploads.busy.length);
    say(
      p.elsewhere,
      others.map((session) => `${session.uploads.busy.length} tệp của nhiệm vụ «${session.view.title}» vẫn đang tải lên; xin đừng đóng trang.`).join(' ')
    );
    const { fileBytes, quotaBytes, usedBytes } = view.limits;
    const sending = uploads.busy.filter((upload) => upload.state !== 'paused').length;
    say(
      p.space,
      view.open && view.slots.length
        ? `Mỗi tệp tối đa ${sizeWords(fileBytes)}; đơn vị đã dùng ${sizeWords(usedBytes)} trên ${sizeWords(quotaBytes)} của năm. Mỗi tệp được tính từ lúc máy chủ tiếp nhận và có biên nhận riêng.${sending ? ` Đang tải lên ${sending} tệp.` : ''}`
        : ''
    );
    this.tick();
  }

  /** @return whether the deadline has just passed */
  tick() {
    const { view, clock } = this.#session;
    const left = Date.parse(view.deadline) - clock.now();
    setText(this.#p.left, `(${remainingWords(left)})`);
    this.#p.left.classList.toggle('soon', left < 24 * 3_600_000);
    const moment = this.#left === null ? '' : momentPassed(this.#left, left);
    const ended = this.#left > 0 && left <= 0;
    this.#left = left;
    if (moment) this.#announcer.announce(moment);
    return ended;
  }
}
