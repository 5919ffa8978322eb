// Figures as people write them in Vietnam. Counted in whole millionths, never in binary fractions.

const ONE = 1_000_000;
const PLACES = 6;
/** Nothing happens more often within a year; the server says the same. */
const MOST_OFTEN = 10_000;

/** "9.75", as the server writes it, in millionths; null where there is no figure. */
export function units(text) {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text ?? '');
  if (!match) return null;
  const size = Number(match[2]) * ONE + Number((match[3] ?? '').padEnd(PLACES, '0'));
  return match[1] ? -size : size;
}

/** Millionths as the server writes them. */
export function text(size) {
  if (size === null) return null;
  const digits = String(Math.abs(size)).padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0+$/, '');
  return `${size < 0 ? '-' : ''}${digits.slice(0, -PLACES)}${fraction && `.${fraction}`}`;
}

/** Millionths as they are shown: with a comma and a true minus. */
export const shown = (size) => (size === null ? '' : text(size).replace('.', ',').replace('-', '−'));

/** What the server wrote, as it is shown. */
export const comma = (written) => shown(units(written));

export const equal = (a, b) => units(a) === units(b);

const fine = (value) => ({ value, problem: '' });
const wrong = (problem) => ({ value: null, problem });

function often(typed) {
  if (!/^\d+$/.test(typed)) return wrong('Số lần là số nguyên, viết bằng chữ số: 0, 1, 2…');
  return Number(typed) > MOST_OFTEN ? wrong('Nhiều nhất 10.000 lần.') : fine(Number(typed));
}

/** The nearest figures that may stand, below and above. */
function neighbours(size, max, step) {
  const below = Math.min(Math.floor(size / step) * step, max);
  return below + step > max ? shown(below) : `${shown(below)} hoặc ${shown(below + step)}`;
}

function written(typed) {
  const match = /^(\d*)(?:[.,](\d*))?$/.exec(typed);
  if (!match || !(match[1] || match[2])) return null;
  return { whole: (match[1] || '0').replace(/^0+(?=\d)/, ''), fraction: (match[2] ?? '').replace(/0+$/, '') };
}

/**
 * Holds what was typed or pasted against its rule.
 * @param rule `{max, step, count}` in millionths; count: how often, not how much
 * @return `{value, problem}`: value as the server wants it (null: left empty), problem: a sentence that says what to write
 */
export function read(typed, { max, step, count }) {
  const bare = typed.replace(/\u00a0/g, ' ').trim();
  if (!bare) return fine(null);
  if (/^[-−–—]\s*[\d.,]/.test(bare)) return wrong(count ? 'Số lần không được âm: viết 0, 1, 2…' : `Điểm không được âm: viết một số từ 0 đến ${shown(max)}.`);
  if (count) return often(bare);
  if (/\d[.,]\d+[.,]\d/.test(bare)) return wrong(`Không viết dấu phân cách hàng nghìn; viết một số từ 0 đến ${shown(max)}, ví dụ ${neighbours(max, max, step)}.`);
  const number = written(bare);
  if (!number) return wrong(`«${bare.slice(0, 20)}» không phải số điểm; viết bằng chữ số, từ 0 đến ${shown(max)}.`);
  if (number.whole.length > PLACES) return wrong(`Nhiều nhất ${shown(max)} điểm.`);
  const size = Number(number.whole) * ONE + Number(number.fraction.slice(0, PLACES).padEnd(PLACES, '0'));
  if (size > max) return wrong(`Nhiều nhất ${shown(max)} điểm: viết một số từ 0 đến ${shown(max)}.`);
  const places = Math.max(2, text(step).split('.')[1]?.length ?? 0);
  if (number.fraction.length > places) return wrong(`Nhiều nhất ${places} chữ số sau dấu phẩy: viết ${neighbours(size, max, step)}.`);
  if (size % step) return wrong(step === max ? `Chỉ nhận 0 hoặc ${shown(max)}.` : `Điểm theo bước ${shown(step)}: viết ${neighbours(size, max, step)}.`);
  return fine(text(size));
}
