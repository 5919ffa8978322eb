// One file that was handed in: its receipt, its verdict in words, what the verdict rests on, and what may be done with it.

import { el, filePicker, KeyedList, lines, newId, say, setText } from './hand-in-dom-1.js';
import { instantWords, sizeWords } from './hand-in-time-1.js';
import { Citation } from './hand-in-citation-1.js';

const KINDS = { PDF: 'PDF', JPEG: 'ảnh JPEG', PNG: 'ảnh PNG', TIFF: 'ảnh TIFF', WORD: 'Word', EXCEL: 'Excel' };

/** How a verdict looks; its words come from the server, and a sign stands before them, so that colour is never alone. */
function look(file) {
  if (file.verdict === null) return ['pending', '…'];
  if (file.accepted === true) return ['good', '✓'];
  if (file.accepted === false && file.binding) return ['bad', '✕'];
  if (file.verdict === 'VALID_TRUSTED_TIME' || file.verdict === 'VALID_CLAIMED_TIME') return ['good', '✓'];
  if (file.verdict === 'NEEDS_RULING' || file.verdict === 'UNKNOWN_CA') return ['open', '?'];
  return file.binding ? ['bad', '✕'] : ['open', '!'];
}

/** A heading with a list under it, hidden while the list is empty. */
function listed(title) {
  const list = el('ul');
  const node = el('div', {}, el('p', { class: 'caption-of', text: title }), list);
  return {
    node,
    update(texts) {
      node.hidden = !texts?.length;
      lines(list, texts ?? []);
    },
  };
}

export class FileCard {
  #session;
  #file;
  #announcer;
  #parts = {};

  constructor(session, announcer, file) {
    this.#session = session;
    this.#announcer = announcer;
    this.#file = file;
    this.#build(file);
  }

  #build(file) {
    const p = this.#parts;
    p.id = newId('file');
    p.facts = el('p', { class: 'meta' });
    p.receipt = el('p', { class: 'meta' }, 'Biên nhận số ', (p.number = el('strong')), ': ', (p.text = el('a', { text: 'bản chữ' })), ' · ', (p.pdf = el('a', { text: 'bản PDF' })));
    p.badge = el('p', { class: 'badge' }, (p.sign = el('span', { class: 'sign', 'aria-hidden': 'true' })), (p.verdict = el('span')));
    p.notes = el('ul', { class: 'notes' });
    p.reasons = el('ul', { class: 'reasons' });
    p.ruling = listed('Kết luận của người có thẩm quyền');
    p.found = listed('Đã xác định');
    p.remarks = listed('Lưu ý');
    p.unexamined = listed('Chưa kiểm tra được');
    p.sha = el('code');
    p.details = el(
      'details',
      {},
      el('summary', {}, 'Chi tiết kiểm tra', el('span', { class: 'for-readers', text: ` tệp ${file.name}` })),
      p.ruling.node,
      p.found.node,
      p.remarks.node,
      p.unexamined.node,
      el('p', { class: 'meta sha' }, 'SHA-256: ', p.sha)
    );
    p.citation = new Citation(this.#session, file);
    p.view = el('a', { text: 'Xem', target: '_blank', rel: 'noopener', 'aria-label': `Xem tệp ${file.name} trong thẻ mới` });
    p.download = el('a', { text: 'Tải về', 'aria-label': `Tải về tệp ${file.name}` });
    p.replace = filePicker('Thay tệp', `Thay tệp ${file.name} bằng tệp khác`, ([chosen]) => this.#replace(chosen), { multiple: false });
    p.withdraw = el('button', { class: 'button', text: 'Rút lại', 'aria-label': `Rút lại tệp ${file.name}`, 'aria-expanded': 'false', on: { click: () => this.#askWithdrawal(p.ask.hidden) } });
    p.problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    this.node = el(
      'article',
      { class: 'file', tabindex: -1, id: p.id, 'aria-label': `Tệp ${file.name}` },
      el('p', { class: 'name', text: file.name }),
      p.badge,
      p.reasons,
      p.notes,
      p.facts,
      p.receipt,
      el('p', { class: 'actions' }, p.view, p.download, p.replace.node, p.withdraw),
      this.#withdrawal(file),
      p.problem,
      p.citation.node,
      p.details
    );
  }

  /** The page's policy allows no question of the browser's own, so ours stands below the file. */
  #withdrawal(file) {
    const p = this.#parts;
    const id = newId('reason');
    p.reason = el('textarea', { id, rows: 2, maxlength: 500, 'aria-required': 'true', 'aria-describedby': `${id}-problem` });
    p.reasonProblem = el('p', { class: 'problem', id: `${id}-problem`, role: 'alert', hidden: true });
    p.ask = el(
      'div',
      { class: 'ask', role: 'group', 'aria-label': `Rút lại tệp ${file.name}`, hidden: true },
      el('p', { text: 'Tệp rút lại không còn được tính cho mục này, nhưng vẫn được lưu cùng biên nhận và lý do.' }),
      el('label', { class: 'caption-of', for: id, text: 'Lý do rút lại' }),
      p.reason,
      p.reasonProblem,
      el(
        'p',
        { class: 'actions' },
        el('button', { class: 'button strong', text: 'Xác nhận rút lại', on: { click: () => this.#withdraw() } }),
        el('button', { class: 'button', text: 'Không rút', on: { click: () => this.#askWithdrawal(false) } })
      )
    );
    p.reason.addEventListener('input', () => say(p.reasonProblem, ''));
    p.ask.addEventListener('keydown', (event) => event.key === 'Escape' && this.#askWithdrawal(false));
    return p.ask;
  }

  #askWithdrawal(open) {
    const p = this.#parts;
    p.ask.hidden = !open;
    p.withdraw.setAttribute('aria-expanded', String(open));
    say(p.reasonProblem, '');
    (open ? p.reason : p.withdraw).focus();
  }

  async #withdraw() {
    const p = this.#parts;
    const reason = p.reason.value.trim();
    if (!reason) {
      say(p.reasonProblem, 'Cần nêu lý do rút lại.');
      return p.reason.focus();
    }
    try {
      const file = await this.#session.change('POST', `/tep/${this.#file.id}/rut-lai`, { reason });
      p.ask.hidden = true;
      this.#announcer.announce(`Đã rút lại tệp ${file.name}.`);
      this.#session.put(file);
      this.#session.refresh();
    } catch (error) {
      say(p.reasonProblem, error.message);
    }
  }

  #replace(chosen) {
    const problems = this.#session.uploads.add([chosen], this.#file.slot, this.#file.id);
    say(this.#parts.problem, problems.join(' '));
    this.#announcer.announce(`Đang tải lên tệp ${chosen.name} để thay tệp ${this.#file.name}.`);
  }

  update(file) {
    const p = this.#parts;
    this.#file = file;
    const { view } = this.#session;
    const current = file.state === 'CURRENT';
    const [tone, sign] = look(file);
    p.badge.dataset.tone = current ? tone : 'past';
    setText(p.sign, current ? sign : '–');
    setText(p.verdict, current ? file.verdictWords : file.stateWords || (file.state === 'WITHDRAWN' ? 'Đã rút lại' : 'Đã được thay'));
    lines(p.reasons, current ? file.reasons ?? [] : []);
    p.reasons.hidden = !p.reasons.childElementCount;
    lines(p.notes, this.#notes(file, current));
    p.notes.hidden = !p.notes.childElementCount;
    setText(p.facts, `${KINDS[file.type] ?? file.type} · ${sizeWords(file.size)} · tiếp nhận lúc ${file.receivedAtWords || instantWords(file.receivedAt)} · người nộp: ${file.by}`);
    setText(p.number, file.receipt);
    this.#links(file);
    p.ruling.update(file.ruling ? [file.ruling.words, ...file.ruling.lines] : []);
    p.found.update(file.facts);
    p.remarks.update(file.remarks);
    p.unexamined.update(file.notExamined);
    setText(p.sha, file.sha256);
    const mayChange = current && view.open && !view.late;
    const onItsWay = this.#session.uploads.all.some((upload) => upload.running && upload.replaces === file.id);
    p.replace.node.hidden = !mayChange || onItsWay;
    p.withdraw.hidden = !mayChange;
    if (!mayChange) p.ask.hidden = true;
    // What came in time is judged by what was said in time.
    p.citation.update(file, current && view.open && !(view.late && file.inTime));
  }

  #links(file) {
    const p = this.#parts;
    const links = [[p.view, file.view], [p.download, file.download], [p.text, file.receiptText], [p.pdf, file.receiptPdf]];
    for (const [link, path] of links) {
      // Only ways within this server: a text of another kind in such a place would run as a script.
      link.hidden = !/^\/(?!\/)/.test(path ?? '');
      if (!link.hidden && link.getAttribute('href') !== path) link.href = path;
    }
    p.text.setAttribute('aria-label', `Biên nhận số ${file.receipt}, bản chữ`);
    p.pdf.setAttribute('aria-label', `Biên nhận số ${file.receipt}, bản PDF`);
  }

  #notes(file, current) {
    return [
      file.reason ? `Lý do: ${file.reason}` : '',
      current && !file.original ? 'Không phải bản gốc, chỉ là tài liệu kèm theo.' : '',
      current && !file.inTime ? 'Nộp sau khi hết hạn.' : '',
      current && file.verdict !== null && !file.binding ? 'Kết quả kiểm tra chỉ để tham khảo; người thẩm định quyết định.' : '',
    ].filter(Boolean);
  }
}

/** The files of a slot: those that count, and below, closed, those that no longer do. */
export class FileList {
  #current;
  #older;
  #summary;
  #details;

  constructor(session, announcer, fallback) {
    const now = el('div', { class: 'files' });
    const before = el('div', { class: 'files' });
    this.#summary = el('summary');
    this.#details = el('details', { class: 'older', hidden: true }, this.#summary, before);
    const make = (file) => new FileCard(session, announcer, file);
    this.#current = new KeyedList(now, (file) => file.id, make, fallback);
    this.#older = new KeyedList(before, (file) => file.id, make);
    this.node = el('div', {}, now, this.#details);
  }

  update(files) {
    const older = files.filter((file) => file.state !== 'CURRENT');
    this.#current.set(files.filter((file) => file.state === 'CURRENT'));
    this.#older.set(older);
    this.#details.hidden = !older.length;
    setText(this.#summary, `Các bản trước (${older.length})`);
  }
}
