// The files of a slot that are on their way, with their progress; and those that somebody began and did not end.

import { call } from './hand-in-api-1.js';
import { el, filePicker, KeyedList, say, setText } from './hand-in-dom-1.js';
import { sizeWords } from './hand-in-time-1.js';

const STATES = {
  queued: 'Đang chờ đến lượt',
  sending: 'Đang tải lên',
  waiting: 'Chờ kết nối lại',
  paused: 'Tạm dừng',
  failed: 'Chưa tải lên được',
  refused: 'Không được tiếp nhận',
  done: 'Đã tải xong',
};

class Sending {
  #p = {};
  #uploads;

  constructor(session, upload) {
    this.#uploads = session.uploads;
    const p = this.#p;
    const name = upload.file.name;
    p.bar = el('div', { class: 'bar', role: 'progressbar', 'aria-label': `Tải lên ${name}`, 'aria-valuemin': 0, 'aria-valuemax': 100 }, (p.done = el('div')));
    p.state = el('p', { class: 'meta' });
    p.message = el('p', { class: 'problem', hidden: true });
    p.retry = el('button', { class: 'button', on: { click: () => this.#uploads.retry(this.upload) } });
    p.cancel = el('button', { class: 'button', on: { click: () => this.#uploads.remove(this.upload) } });
    this.node = el('li', { class: 'sending', tabindex: -1 }, el('p', { class: 'name', text: name }), p.bar, p.state, p.message, el('p', { class: 'actions' }, p.retry, p.cancel));
  }

  update(upload) {
    this.upload = upload;
    const p = this.#p;
    const { name, size } = upload.file;
    const percent = size ? Math.floor((upload.bytes * 100) / size) : 0;
    const words = `${STATES[upload.state] ?? ''}: ${percent} %, ${sizeWords(upload.bytes)} trên ${sizeWords(size)}`;
    const refused = upload.state === 'refused';
    this.node.dataset.state = upload.state;
    p.bar.hidden = refused;
    p.bar.setAttribute('aria-valuenow', percent);
    p.bar.setAttribute('aria-valuetext', words);
    p.done.style.width = `${percent}%`;
    setText(p.state, refused ? `${STATES.refused} · ${sizeWords(size)}` : words);
    say(p.message, upload.message);
    const mayRetry = upload.state === 'failed' || upload.state === 'waiting';
    p.retry.hidden = !mayRetry;
    const again = upload.state === 'waiting' ? 'Thử lại ngay' : 'Thử lại';
    const away = refused || upload.state === 'failed' ? 'Bỏ khỏi danh sách' : 'Hủy tải lên';
    setText(p.retry, again);
    setText(p.cancel, away);
    p.retry.setAttribute('aria-label', `${again} tệp ${name}`);
    p.cancel.setAttribute('aria-label', `${away} tệp ${name}`);
    if (p.retry.hidden && document.activeElement === p.retry) p.cancel.focus();
  }
}

class Begun {
  #p = {};

  constructor(session, begun) {
    const p = this.#p;
    p.state = el('p', { class: 'meta' });
    p.problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    p.pick = filePicker('Tải tiếp', `Tải tiếp tệp ${begun.name}: chọn lại đúng tệp này`, ([file]) => say(p.problem, session.uploads.resume(this.begun, file)), { multiple: false });
    const cancel = el('button', {
      class: 'button',
      text: 'Hủy',
      'aria-label': `Hủy tệp chưa tải xong ${begun.name}`,
      on: {
        click: async () => {
          try {
            await call('DELETE', `/tep/tai-len/${this.begun.id}`);
          } catch (error) {
            if (error.status !== 404 && error.status !== 410) return say(p.problem, error.message);
          }
          session.refresh();
        },
      },
    });
    this.node = el('li', { class: 'sending', 'data-state': 'begun' }, el('p', { class: 'name', text: begun.name }), p.state, p.problem, el('p', { class: 'actions' }, p.pick.node, cancel));
  }

  update(begun) {
    this.begun = begun;
    const percent = begun.size ? Math.floor((begun.offset * 100) / begun.size) : 0;
    setText(
      this.#p.state,
      `Chưa tải xong: máy chủ mới có ${percent} % (${sizeWords(begun.offset)} trên ${sizeWords(begun.size)}). Bấm «Tải tiếp» rồi chọn lại đúng tệp này.`
    );
  }
}

export class SendingList {
  #session;
  #code;
  #sending;
  #begun;

  constructor(session, code, fallback) {
    this.#session = session;
    this.#code = code;
    const now = el('ul', { class: 'sendings' });
    const before = el('ul', { class: 'sendings' });
    this.#sending = new KeyedList(now, (upload) => upload.key, (upload) => new Sending(session, upload), fallback);
    this.#begun = new KeyedList(before, (begun) => begun.id, (begun) => new Begun(session, begun), fallback);
    this.node = el('div', {}, now, before);
    this.#now = now;
    this.#before = before;
  }

  #now;
  #before;

  update() {
    const { uploads, view } = this.#session;
    const sending = uploads.ofSlot(this.#code).filter((upload) => upload.state !== 'cancelled');
    const isMine = (begun) => uploads.all.some((upload) => upload.id === begun.id);
    const begun = view.open ? view.uploads.filter((one) => one.slot === this.#code && !isMine(one)) : [];
    this.#sending.set(sending);
    this.#begun.set(begun);
    this.#now.hidden = !sending.length;
    this.#before.hidden = !begun.length;
  }
}
