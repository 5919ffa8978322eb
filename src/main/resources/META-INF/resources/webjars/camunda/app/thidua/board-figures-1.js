// Figures of a score. They travel as texts with a decimal point and are reckoned with as whole ten-thousandths, since binary
// fractions would betray a sum; they are shown and typed with a decimal comma. A score of 0 is a score, null is none.

/** Entered by the system when nobody had contested it, which nobody takes back. */
export const bySystem = (cell) => cell.byId === 'system';

const ONE = 10_000;
const NUMBER = /^(\d{1,6})(?:[.,](\d+))?$/;
const MOST_OFTEN = 9999;

/** Whole ten-thousandths of "9.75" (or "9,75" as typed); NaN of what is no number of at most four decimals. */
export function ticks(text) {
  const match = NUMBER.exec(String(text).trim());
  if (!match) return NaN;
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  return decimals.length > 4 ? NaN : Number(match[1]) * ONE + Number(decimals.padEnd(4, '0'));
}

/** "9.75" of whole ten-thousandths. */
export const plain = (whole) => String(whole / ONE);

/** "9.50" as it is read: 9,5. */
export function written(text) {
  const [whole, decimals = ''] = String(text).split('.');
  const kept = decimals.replace(/0+$/, '');
  return (kept ? `${whole},${kept}` : whole).replace('-', '−');
}

/** As {@link written}, with at least two decimals, so that totals stand one below the other. */
export function aligned(text) {
  const [whole, decimals = ''] = String(text).split('.');
  return `${whole},${decimals.replace(/0+$/, '').padEnd(2, '0')}`.replace('-', '−');
}

const absent = (value) => value === null || value === undefined;

export const hasFigure = (figures) => Boolean(figures) && !(absent(figures.points) && absent(figures.bonus) && absent(figures.count));

const sameValue = (a, b) => (absent(a) || absent(b) ? absent(a) && absent(b) : ticks(a) === ticks(b));

export const sameFigures = (a, b) => sameValue(a.points, b.points) && sameValue(a.bonus, b.bonus) && sameValue(a.count, b.count);

/** What a line of the table scores in one cell: "2,5", "2,5 +1", "+10", "−1,5"; a dash where nothing was said. */
export function figureWords(line, figures) {
  if (!hasFigure(figures)) return '–';
  const { points, bonus, count } = figures;
  if (line.kind === 'BONUS') return signed('+', bonus);
  if (line.kind === 'PENALTY') return absent(points) ? `${count} lần` : signed('−', points);
  const added = absent(bonus) || (ticks(bonus) === 0 && !absent(points)) ? '' : signed('+', bonus);
  return [absent(points) ? '' : written(points), added].filter(Boolean).join(' ');
}

const signed = (sign, text) => (absent(text) ? '–' : ticks(text) === 0 ? '0' : `${sign}${written(text)}`);

/** As {@link figureWords}, with how often something happened. */
export function wholeFigureWords(line, figures) {
  const words = figureWords(line, figures);
  const often = figures?.count;
  return absent(often) || words === `${often} lần` ? words : `${words} (${written(often)} lần)`;
}

/**
 * Where a proposed figure comes from, told by what it is equal to: "BOTH"|"HALF"|"LEADER"|"DEPUTY"|"SELF". The server proposes
 * (its ranking counts the same figures); here is only said why.
 */
export function proposedFrom(figures, cells) {
  const { LEADER, DEPUTY } = cells;
  if (hasFigure(LEADER) && hasFigure(DEPUTY)) return sameFigures(LEADER, DEPUTY) ? 'BOTH' : 'HALF';
  return ['LEADER', 'DEPUTY', 'SELF'].find((column) => hasFigure(cells[column]) && sameFigures(cells[column], figures)) ?? 'HALF';
}

/** What a person may type for a line: the names of its figures with their words and bounds. */
export function inputsOf(line) {
  const points = { name: 'points', words: 'Điểm', max: line.max, step: line.step };
  const bonus = { name: 'bonus', words: 'Điểm thưởng', max: line.kind === 'BONUS' ? line.max : line.bonusMax, step: line.step };
  const count = { name: 'count', words: 'Số lần', max: null, step: '1' };
  if (line.kind === 'BONUS') return [bonus];
  if (line.kind === 'PENALTY') return [count];
  return [points, ...(absent(line.bonusMax) ? [] : [bonus]), ...(line.deduct ? [{ ...count, words: 'hoặc số lần' }] : [])];
}

/** "tối đa 4, bước 0,5", for the eye and the screen reader. */
export function boundWords({ name, max, step }) {
  return name === 'count' ? 'số nguyên, từ 0' : `từ 0 đến ${written(max)}, bước ${written(step)}`;
}

/** @return {value} as it travels, null of an empty field; or {problem} in words */
export function readFigure(input, typed) {
  const text = typed.trim();
  if (!text) return { value: null };
  const value = ticks(text);
  if (input.name === 'count') {
    const whole = value % ONE === 0 && value <= MOST_OFTEN * ONE;
    return whole ? { value: value / ONE } : { problem: `${input.words} phải là số nguyên từ 0 đến ${MOST_OFTEN}.` };
  }
  if (/^[-−]/.test(text)) return { problem: `${input.words} không được âm.` };
  if (!NUMBER.test(text)) return { problem: `${input.words} phải là số, ví dụ ${written(input.max)}.` };
  if (value > ticks(input.max)) return { problem: `${input.words} của dòng này tối đa là ${written(input.max)}.` };
  if (!(value % ticks(input.step) === 0)) return { problem: `${input.words} phải là bội số của ${written(input.step)}.` };
  return { value: plain(value) };
}
