// Words of the board: columns, phases, times, reasons, and what happened in one sentence.

import { figureWords, hasFigure, wholeFigureWords } from './board-figures-1.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const TIME = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const SECONDS = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, day: '2-digit', month: '2-digit' });

export const timeWords = (instant) => TIME.format(new Date(instant));
export const secondsWords = (instant) => SECONDS.format(new Date(instant));

/** 14:05 of today; of another day with the day before it. */
export function whenWords(iso, now) {
  const day = DAY.format(new Date(iso));
  return day === DAY.format(new Date(now)) ? timeWords(iso) : `${timeWords(iso)} ngày ${day}`;
}

/** Blocks (khối) call their seats by their own name. */
export function columnWords(yearName) {
  const kind = /^khối/i.test(yearName) ? 'Khối' : 'Cụm';
  return { SELF: 'Tự chấm', LEADER: `${kind} trưởng`, DEPUTY: `${kind} phó`, AGREED: 'Thống nhất' };
}

export const PHASES = {
  BEFORE: 'Chưa họp',
  MEETING: 'Đang họp',
  SUPPLEMENT: 'Đang bổ sung minh chứng',
  SETTLING: 'Thống nhất các dòng bổ sung',
  FROZEN: 'Đã chốt kết quả',
  CLOSED: 'Đã kết thúc',
};

export const RESULTS = { PROVISIONAL: 'Kết quả tạm thời', FROZEN: 'Kết quả đã chốt' };

const KNOCK_OUTS = {
  UNDER_DISCIPLINE: 'đang bị kỷ luật',
  NO_PLEDGE: 'chưa ký giao ước',
  TASKS_FAILED: 'không hoàn thành nhiệm vụ',
};

export const knockOutWords = (codes) => codes.map((code) => KNOCK_OUTS[code] ?? code).join(', ');

/** "Sở Nội vụ tỉnh An Giang" among units that all begin alike: "An Giang". */
export function shortNames(names) {
  if (names.length < 2) return names;
  const words = names.map((name) => name.split(' '));
  const shortest = Math.min(...words.map((parts) => parts.length));
  let shared = 0;
  while (shared < shortest - 1 && words.every((parts) => parts[shared] === words[0][shared])) shared += 1;
  const ends = words.map((parts) => parts.slice(shared));
  const places = ends.map((parts) => parts.slice(Math.max(0, parts.findIndex((part) => part !== part.toLowerCase()))).join(' '));
  return new Set(places).size === names.length ? places : ends.map((parts) => parts.join(' '));
}

/** Where a proposed figure comes from. */
export function proposalWords(from, columns) {
  return {
    BOTH: `${columns.LEADER} và ${columns.DEPUTY} như nhau`,
    HALF: 'trung bình hai thẩm định, làm tròn xuống',
    LEADER: `theo ${columns.LEADER}`,
    DEPUTY: `theo ${columns.DEPUTY}`,
    SELF: 'theo điểm tự chấm',
  }[from];
}

/** The reason that goes with a choice; each can be said otherwise. */
export function reasonFor(choice, columns, phase) {
  return {
    BOTH: `Thống nhất theo thẩm định của ${columns.LEADER} và ${columns.DEPUTY}`,
    HALF: 'Thống nhất mức trung bình của hai thẩm định',
    LEADER: `Thống nhất theo thẩm định của ${columns.LEADER}`,
    DEPUTY: `Thống nhất theo thẩm định của ${columns.DEPUTY}`,
    SELF: 'Thống nhất theo điểm tự chấm của đơn vị',
    FREE: phase === 'SETTLING' ? 'Thống nhất sau khi xem tài liệu bổ sung' : 'Thống nhất tại cuộc họp',
  }[choice];
}

export const MORE_REASONS = ['Theo giải trình của đơn vị', 'Chưa có tài liệu kiểm chứng'];

export const NOTES = {
  EXPLANATION: 'Giải trình',
  OBJECTION: 'Ý kiến phản biện',
  MARKED: 'Cho bổ sung minh chứng',
  UNMARKED: 'Thôi cho bổ sung',
  WITHDRAWN: 'Rút ý kiến',
};

const NOTED = {
  EXPLANATION: (where) => `giải trình ${where}`,
  OBJECTION: (where) => `có ý kiến về ${where}`,
  MARKED: (where) => `cho bổ sung minh chứng ${where}`,
  UNMARKED: (where) => `thôi cho bổ sung ${where}`,
  WITHDRAWN: (where) => `rút ý kiến về ${where}`,
};

/** What a change did, without who and when: "AGG 3.2 từ 2,5 thành 3". */
export function changeWords(change, columns) {
  const { line, unit, column, before, cell, note } = change;
  const where = `${unit.code} ${line.code}`;
  if (note) return NOTED[note.kind]?.(where) ?? where;
  const of = column === 'AGREED' ? where : `${where} (${columns[column]})`;
  const now = hasFigure(cell) ? wholeFigureWords(line, cell) : column === 'AGREED' ? 'chưa thống nhất' : 'chưa chấm';
  const was = hasFigure(before) ? wholeFigureWords(line, before) : '';
  if (cell.undoes) return `hoàn tác ${of}: ${was ? `từ ${was} ` : ''}về ${now}`;
  if (was) return `${of} từ ${was} thành ${now}`;
  const proposed = change.proposed ? figureWords(line, change.proposed) : '';
  return column === 'AGREED' && proposed && proposed !== figureWords(line, cell) ? `${of} từ đề xuất ${proposed} thành ${now}` : `${of}: ${now}`;
}

/** The sentence for people: who, what, why. */
export function changeSentence(change, columns) {
  const { cell, note } = change;
  const why = note ? note.text : cell.reason;
  return `${(note ?? cell).party}: ${changeWords(change, columns)}${why ? ` – ${why}` : ''}`;
}
