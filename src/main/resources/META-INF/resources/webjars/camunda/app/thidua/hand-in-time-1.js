// Time by the server's clock, and times, dates and sizes as they are written in Vietnam.

const ZONE = 'Asia/Ho_Chi_Minh';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Before the deadline, what is left is said aloud when it falls below one of these (milliseconds). */
const MOMENTS = [DAY, 3 * HOUR, HOUR, 30 * MINUTE, 10 * MINUTE, 5 * MINUTE, MINUTE];

/** The server's clock, counted on from its last answer; what the machine's own clock shows plays no part. */
export class ServerClock {
  #offset = 0;

  /** @param asked `performance.now()` when the question left: the clock may run fast by the way there, never slow */
  set(now, asked) {
    this.#offset = Date.parse(now) - asked;
  }

  now() {
    return this.#offset + performance.now();
  }
}

const plural = (number, word) => (number ? `${number} ${word}` : '');
const joined = (...parts) => parts.filter(Boolean).join(' ');

/** Rounded down: nobody is promised more time than there is. */
export function remainingWords(milliseconds) {
  if (milliseconds <= 0) return 'Đã hết hạn';
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  const seconds = Math.floor((milliseconds % MINUTE) / 1000);
  if (days) return `Còn ${joined(plural(days, 'ngày'), plural(hours, 'giờ'))}`;
  if (hours) return `Còn ${joined(plural(hours, 'giờ'), plural(minutes, 'phút'))}`;
  return `Còn ${joined(plural(minutes, 'phút'), `${seconds} giây`)}`;
}

/** The moment that was passed between two looks at what is left, in words; empty where none was. */
export function momentPassed(before, after) {
  if (before > 0 && after <= 0) return 'Đã hết hạn.';
  const passed = MOMENTS.filter((moment) => before > moment && after <= moment);
  return passed.length ? `${remainingWords(Math.min(...passed))} là hết hạn.` : '';
}

const TIME = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const DATE = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });

/** 12:59:59 ngày 25/11/2024, in Vietnam's time wherever the browser is. */
export function instantWords(iso) {
  const instant = new Date(iso);
  return `${TIME.format(instant)} ngày ${DATE.format(instant)}`;
}

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/**
 * A date or local time as an input holds it (2024-11-25, 2024-11-25T14:00, 14:00), in Vietnamese: browsers show these
 * inputs in the language of the machine, where 11/25 and 25/11 are easily taken for each other.
 */
export function localWords(value) {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(\d\d:\d\d)?/.exec(value ?? '');
  if (!match || !match[1]) return match?.[4] ?? '';
  const [, year, month, day, time] = match;
  const weekday = WEEKDAYS[new Date(Date.UTC(+year, +month - 1, +day)).getUTCDay()];
  return `${time ? `${time} ` : ''}${weekday}, ngày ${day}/${month}/${year}`;
}

/** 52,4 MB, with a decimal comma; powers of 1024, as the limits are. */
export function sizeWords(bytes) {
  if (bytes < 1024) return `${bytes} byte`;
  const units = ['KB', 'MB', 'GB'];
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1023.95 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = size < 10 || (unit > 0 && size < 100) ? 1 : 0;
  return `${size.toFixed(digits).replace(/\.0$/, '').replace('.', ',')} ${units[unit]}`;
}
