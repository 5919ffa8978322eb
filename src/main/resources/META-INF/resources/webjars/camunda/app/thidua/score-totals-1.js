// Totals of a column, and how they come about: every total can say its own formula.

import { none, TITLES } from './score-lines-1.js';
import { shown, units } from './score-number-1.js';

const sum = (parts) => parts.reduce((whole, { size }) => whole + size, 0);

/**
 * @return sizes in millionths: `{groups: Map(code → {size, parts, open}), bonus, penalty, points, total, withBonus, filled, criteria}`;
 * parts: `[{code, size}]` of what is added up, open: codes of lines without a figure
 */
export function totals(sheet, column) {
  const of = (lines, field) =>
    lines.map((line) => ({ code: line.code, size: units(sheet.figure(line, column)[field]) })).filter(({ size }) => size !== null);
  const groups = new Map(
    sheet.view.groups.map((group) => {
      const lines = group.lines.map((code) => sheet.line(code)).filter(Boolean);
      const parts = of(lines, 'points');
      const there = new Set(parts.map(({ code }) => code));
      return [group.code, { size: sum(parts), parts, open: group.lines.filter((code) => !there.has(code)) }];
    })
  );
  const penalties = of(sheet.lines.filter((line) => line.kind === 'PENALTY'), 'points');
  const bonuses = of(sheet.lines, 'bonus');
  const penalty = { size: sum(penalties), parts: penalties };
  const bonus = { size: sum(bonuses), parts: bonuses };
  const points = sum([...groups.values()]);
  const criteria = sheet.lines.filter((line) => line.kind === 'CRITERION');
  return {
    groups,
    penalty,
    bonus,
    points,
    total: points - penalty.size,
    withBonus: points - penalty.size + bonus.size,
    filled: criteria.filter((line) => sheet.figure(line, column).points !== null).length,
    criteria: criteria.length,
    none: sheet.lines.every((line) => none(sheet.figure(line, column))),
  };
}

/** The totals below the groups, in their order. */
export const GRAND = [
  ['penalty', 'Điểm trừ'],
  ['total', 'Tổng điểm chưa tính thưởng'],
  ['bonus', 'Điểm thưởng'],
  ['withBonus', 'Tổng điểm cả thưởng'],
];

export function totalSize(all, which) {
  if (which.startsWith('g:')) return all.groups.get(which.slice(2)).size;
  return typeof all[which] === 'number' ? all[which] : all[which].size;
}

export function totalWords(all, which) {
  const size = totalSize(all, which);
  if (which.startsWith('g:') && !all.groups.get(which.slice(2)).parts.length) return '–';
  return which === 'penalty' && size ? `−${shown(size)}` : which === 'bonus' && size ? `+${shown(size)}` : shown(size);
}

const plus = (parts) => (parts.length ? parts.map(({ code, size }) => `${shown(size)} (dòng ${code})`).join(' + ') : '0, chưa có dòng nào có điểm');

/** One sentence that says how a total of a column comes about. */
export function formula(sheet, column, which) {
  const all = sheet.totals(column);
  const title = `${TITLES[column]}: `;
  const result = ` = ${shown(totalSize(all, which))}.`;
  if (which.startsWith('g:')) {
    const group = sheet.view.groups.find(({ code }) => code === which.slice(2));
    const { parts, open } = all.groups.get(group.code);
    const missing = open.length ? ` Chưa có điểm: dòng ${open.join(', ')}.` : '';
    return `${title}điểm nhóm ${group.code} = ${plus(parts)}${parts.length ? result : '.'} Tối đa của nhóm: ${shown(units(group.max))}.${missing}`;
  }
  if (which === 'penalty' || which === 'bonus') {
    const { parts } = all[which];
    return `${title}${which === 'penalty' ? 'điểm trừ' : 'điểm thưởng'} = ${parts.length ? plus(parts) + result : '0, chưa có dòng nào được ghi.'}`;
  }
  if (which === 'total') {
    const groups = [...all.groups].map(([code, { size }]) => `${shown(size)} (nhóm ${code})`).join(' + ');
    return `${title}tổng điểm chưa tính thưởng = ${groups} − ${shown(all.penalty.size)} (điểm trừ)${result}`;
  }
  return `${title}tổng điểm cả thưởng = ${shown(all.total)} (tổng điểm chưa tính thưởng) + ${shown(all.bonus.size)} (điểm thưởng)${result}`;
}
