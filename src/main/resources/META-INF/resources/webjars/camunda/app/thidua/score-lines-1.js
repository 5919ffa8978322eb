// What a line of the criteria table takes, and what follows from a figure in it. The server computes and judges the same again.

import { equal, shown, text, units } from './score-number-1.js';

export const FIELDS = ['points', 'bonus', 'count'];
export const FIELD_NAMES = { points: 'Điểm', bonus: 'Thưởng', count: 'Số lần' };
/** What the own column's words are there for. */
export const REASONS = { SELF: 'Giải trình', LEADER: 'Lý do khác tự chấm', DEPUTY: 'Lý do khác tự chấm', AGREED: 'Lý do thống nhất' };
export const TITLES = { SELF: 'Tự chấm', LEADER: 'Cụm trưởng thẩm định', DEPUTY: 'Cụm phó thẩm định', AGREED: 'Thống nhất' };

/** What a field of a line takes, or null where it has none. */
export function rule(line, field) {
  const step = units(line.step);
  if (field === 'count') return line.deduct ? { count: true } : null;
  if (field === 'points') return line.kind === 'CRITERION' ? { max: units(line.max), step } : null;
  if (line.kind === 'BONUS') return { max: units(line.max), step };
  return line.kind === 'CRITERION' && line.bonusMax !== null ? { max: units(line.bonusMax), step } : null;
}

/** What a rule takes in words, to be read before something is typed. */
export function ruleWords({ max, step, count }) {
  if (count) return 'Số lần: 0, 1, 2…';
  return step === max ? `0 hoặc ${shown(max)}` : `Từ 0 đến ${shown(max)}, bước ${shown(step)}`;
}

function off({ points, per, most }, count) {
  if (count <= 0) return 0;
  const size = per === 'ONCE' ? units(points) : units(points) * count;
  return most === null ? size : Math.min(size, units(most));
}

/** The figure with the points that follow from how often something happened. */
export function computed(line, figure) {
  if (figure.count === null || figure.count === undefined || !line.deduct) return figure;
  const taken = off(line.deduct, figure.count);
  return { ...figure, points: text(line.kind === 'PENALTY' ? taken : Math.max(0, units(line.max) - taken)) };
}

export const none = (figure) => !figure || ((figure.points ?? null) === null && (figure.bonus ?? null) === null && (figure.count ?? null) === null);

/** Two figures say the same; a missing bonus is one of 0 where there are points. */
export const same = (a, b) => none(a) === none(b) && (none(a) || (equal(a.points, b.points) && (units(a.bonus) ?? 0) === (units(b.bonus) ?? 0)));

/** Of bonus and penalty lists nothing is the same as 0; of a criterion it is not. */
export function alike(line, a, b) {
  const zeroed = (figure) => (none(figure) ? { points: '0', bonus: null } : { ...figure, points: figure.points ?? '0' });
  return line.kind === 'CRITERION' ? same(a, b) : same(zeroed(a), zeroed(b));
}

/** A figure in one cell: "9,75 + 0,5 (2 lần)"; of a penalty what is taken off. */
export function figureWords(line, figure) {
  if (none(figure)) return '';
  const size = units(figure.points);
  const parts = [];
  if (size !== null) parts.push(line.kind === 'PENALTY' && size ? `−${shown(size)}` : shown(size));
  if ((figure.bonus ?? null) !== null) parts.push(`+${shown(units(figure.bonus))}`);
  if ((figure.count ?? null) !== null) parts.push(`(${figure.count} lần)`);
  return parts.join(' ');
}
