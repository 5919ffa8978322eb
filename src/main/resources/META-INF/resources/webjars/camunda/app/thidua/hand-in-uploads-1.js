// All files of one duty on their way: three at a time, the others wait. Lives as long as the page, whatever Tasklist shows.

import { sizeWords } from './hand-in-time-1.js';
import { Upload } from './hand-in-upload-1.js';

const AT_ONCE = 3;
/** How often a progress is drawn at most (milliseconds). */
const DRAWN_EVERY = 200;

export class Uploads extends EventTarget {
  all = [];
  /** Files chosen for the duty as a whole, until each has its place: `{key, file, slot}`. */
  staged = [];
  #session;
  #drawing = null;

  constructor(session) {
    super();
    this.#session = session;
  }

  get busy() {
    return this.all.filter((upload) => upload.running);
  }

  get unsettled() {
    return this.#session.view.open ? this.all.filter((upload) => upload.state === 'failed') : [];
  }

  ofSlot(code) {
    return this.all.filter((upload) => upload.slot === code);
  }

  /**
   * @param replaces the FILE's id that the (one) file stands in for, or null
   * @return the sentences about files that were not taken into the list
   */
  add(files, slot, replaces = null) {
    const problems = [];
    for (const file of files) {
      const twin = this.all.some(
        (other) => other.running && other.slot === slot && other.file.name === file.name && other.file.size === file.size
      );
      if (twin) {
        problems.push(`Tệp «${file.name}» đang có trong danh sách tải lên của mục này.`);
        continue;
      }
      const upload = new Upload(file, slot, replaces, null, (changed) => this.#changed(changed));
      this.all.push(upload);
      const wrong = this.#wrong(file);
      if (wrong) upload.become('refused', wrong);
    }
    this.#next();
    this.#draw();
    return problems;
  }

  /** Goes on with what VIEW.uploads tells of. @return what speaks against this file, or an empty text */
  resume(begun, file) {
    if (file.name !== begun.name || file.size !== begun.size) {
      return `Đây không phải tệp đang tải dở. Cần chọn đúng tệp «${begun.name}», ${sizeWords(begun.size)}; tệp vừa chọn là «${file.name}», ${sizeWords(file.size)}.`;
    }
    const upload = new Upload(file, begun.slot, begun.replaces, begun.id, (changed) => this.#changed(changed));
    upload.offset = begun.offset;
    upload.askFirst = true;
    this.all.push(upload);
    this.#next();
    this.#draw();
    return '';
  }

  remove(upload) {
    if (upload.state !== 'done' && upload.state !== 'cancelled') upload.cancel();
    this.all = this.all.filter((other) => other !== upload);
    this.#next();
    this.#draw();
  }

  retry(upload) {
    if (upload.state === 'waiting') upload.wake();
    else upload.again();
    this.#next();
  }

  /** After somebody signed in again. */
  goOn() {
    this.all.filter((upload) => upload.state === 'paused').forEach((upload) => upload.again());
    this.#next();
  }

  #wrong(file) {
    const most = this.#session.view.limits.fileBytes;
    if (file.size === 0) return 'Tệp này trống (0 byte). Hãy kiểm tra lại tệp rồi chọn lại.';
    if (file.size > most) return `Tệp này ${sizeWords(file.size)}, lớn hơn mức cho phép là ${sizeWords(most)} mỗi tệp.`;
    return '';
  }

  #next() {
    const active = this.all.filter((upload) => upload.state === 'sending' || upload.state === 'waiting').length;
    this.all
      .filter((upload) => upload.state === 'queued')
      .slice(0, Math.max(0, AT_ONCE - active))
      .forEach((upload) => {
        upload.run(this.#session.uploadContext).then(() => this.#next());
      });
  }

  #changed(upload) {
    if (upload.state !== upload.lastState) {
      upload.lastState = upload.state;
      if (upload.state === 'done') this.#session.received(upload);
      this.dispatchEvent(new CustomEvent('state', { detail: upload }));
    }
    this.#draw();
  }

  #draw() {
    this.#drawing ??= setTimeout(() => {
      this.#drawing = null;
      this.dispatchEvent(new Event('draw'));
    }, DRAWN_EVERY);
  }
}
