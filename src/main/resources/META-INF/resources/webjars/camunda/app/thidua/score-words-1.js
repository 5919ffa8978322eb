// What stands beside a line's figures: what is remarkable about it, what the system proposes, what others said, its evidence.

import { el } from './hand-in-dom-1.js';
import { computed, figureWords, none, same, TITLES } from './score-lines-1.js';
import { comma } from './score-number-1.js';

const chip = (text, tone, sign) => el('span', { class: 'chip', 'data-tone': tone ?? null }, sign ? el('span', { 'aria-hidden': 'true', text: `${sign} ` }) : null, text);

/** The step that most lines have, which need not be said again at each. */
export function usualStep(lines) {
  const counts = new Map();
  lines.filter((line) => line.kind === 'CRITERION').forEach(({ step }) => counts.set(step, (counts.get(step) ?? 0) + 1));
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

export function remarksOf(sheet, line) {
  const notes = line.notes.filter(({ kind }) => kind === 'EXPLANATION' || kind === 'OBJECTION').length;
  const step = line.kind === 'CRITERION' && line.step !== usualStep(sheet.lines) ? `bước ${comma(line.step)}` : '';
  const facts = [line.bonusMax !== null ? `thưởng đến ${comma(line.bonusMax)}` : '', step, line.penaltyText ?? '', line.supplier ? `số liệu của ${line.supplier}` : ''].filter(Boolean);
  return [
    line.contested ? chip('Chưa thống nhất', 'open', '≠') : null,
    line.marked ? chip('Được bổ sung minh chứng', 'open', '+') : null,
    line.carried ? chip('Chuyển từ bảng trước') : null,
    Object.values(line.cells).some((cell) => cell?.replaced) ? chip('Người ghi đã được thay', 'open', '⇄') : null,
    notes ? el('button', { class: 'chip', 'data-act': 'details', tabindex: -1, text: `${notes} ý kiến` }) : null,
    facts.length ? el('span', { class: 'meta', text: facts.join(' · ') }) : null,
  ];
}

/** A line's proposal as a figure to be written, without what the line has not. */
export const proposal = ({ known }) => ({ points: known.count === null ? known.points : null, bonus: known.bonus, count: known.count });

/** What the system knows by itself: a proposal until it stands in the cell. */
export function knownOf(sheet, line, col) {
  const { known } = line;
  if (!known || !sheet.column || sheet.appraising) return known ? el('span', { class: 'meta', text: `Hệ thống ghi nhận: ${known.text}` }) : null;
  const figure = sheet.figure(line, sheet.column);
  const taken = !none(figure) && same(figure, computed(line, proposal(line)));
  if (taken) return chip(`Theo số liệu của hệ thống: ${known.text}`, 'good', '✓');
  const words = figureWords(line, computed(line, proposal(line)));
  return el(
    'span',
    { class: 'chip known' },
    `Hệ thống đề xuất ${words}: ${known.text} `,
    el('button', { class: 'link', text: 'Nhận', 'data-act': 'known', 'data-cell': true, 'data-col': col, tabindex: -1, 'aria-label': `Nhận ${words} cho dòng ${line.code}` })
  );
}

/** Why others set what they set, and what the unit explains. */
export function saidOf(sheet, line) {
  const reasons = sheet.view.columns
    .filter((column) => column !== sheet.column && line.cells[column]?.reason)
    .map((column) => el('p', {}, el('b', { text: `${TITLES[column]}: ` }), line.cells[column].reason));
  const explained = line.notes.filter(({ kind }) => kind === 'EXPLANATION').at(-1);
  return explained ? [...reasons, el('p', {}, el('b', { text: 'Đơn vị giải trình: ' }), explained.text)] : reasons;
}

/** @return `{words, state, act, href, label}`: how many files, and the way to them */
export function evidenceOf(line, { onEvidence, filesOf }) {
  const { evidence } = line;
  // Where files are handed in beside the sheet, none told of means that there are none.
  const files = line.files ?? (onEvidence ? 0 : null);
  const need = evidence ? 'cần minh chứng' : 'không bắt buộc minh chứng';
  const state = evidence && files === 0 ? 'missing' : files ? 'there' : '';
  const label = `Minh chứng của dòng ${line.code}: ${files === null ? need : files ? `${files} tệp` : `chưa có tệp, ${need}`}`;
  const words = files ? `${files} tệp` : evidence ? (files === 0 ? 'Chưa có tệp' : 'Cần có tệp') : onEvidence ? 'Thêm tệp' : '–';
  const href = !onEvidence && files !== null ? filesOf(line) : null;
  return { words, state, act: Boolean(onEvidence), href: words === '–' ? null : href, label };
}
