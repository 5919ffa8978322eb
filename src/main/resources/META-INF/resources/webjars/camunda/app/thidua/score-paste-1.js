// What is pasted from a spreadsheet: a column of figures downwards from the cell, several columns, or columns led by the lines' codes.

import { meant } from './score-editor-1.js';
import { FIELD_NAMES, rule } from './score-lines-1.js';

/** Rows of cells as a spreadsheet puts them on the clipboard; a cell in quotes may hold line breaks. */
export function rowsOf(text) {
  const rows = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    rows.at(-1).push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] === '') break;
    if (match[3] !== '\t') rows.push([]);
  }
  // A spreadsheet ends its last row, too.
  if (rows.at(-1).every((cell) => !cell)) rows.pop();
  return rows;
}

/** Rows led by codes go to their lines, wherever they stand. */
function byCode(rows, sheet) {
  const led = rows.filter(([first]) => first.trim());
  if (!led.length || !led.every((row) => row.length > 1 && sheet.line(row[0].trim()))) return null;
  return led.map(([code, ...cells]) => ({ line: sheet.line(code.trim()), cells }));
}

/**
 * @param where `{from, lines, fields}`: the line to begin with, all lines that are shown, the fields from the cell on to the right
 * @return `{edits, taken, same, blank, surplus, refused}`: edits for the sheet; how many values were taken, said what stood there,
 * were empty, had no line or field; refused: `[{code, value, why}]`
 */
export function pasted(text, sheet, { from, lines, fields }) {
  const rows = rowsOf(text);
  const below = lines.slice(lines.indexOf(from)).map((code) => sheet.line(code));
  const placed = byCode(rows, sheet) ?? rows.map((cells, i) => ({ line: below[i], cells }));
  const report = { edits: [], taken: 0, same: 0, blank: 0, surplus: 0, refused: [] };
  for (const { line, cells } of placed) {
    const patch = {};
    cells.forEach((value, i) => put(report, patch, sheet, line, fields[i], value));
    if (line && Object.keys(patch).length) report.edits.push({ code: line.code, patch });
  }
  return report;
}

function put(report, patch, sheet, line, field, value) {
  if (!value.trim()) report.blank += 1;
  else if (!line || !field) report.surplus += 1;
  else if (field !== 'reason' && !rule(line, field)) report.refused.push({ code: line.code, value, why: `Dòng này không có mục «${FIELD_NAMES[field]}».` });
  else {
    const { patch: one, problem } = meant(line, field, value);
    const there = sheet.figure(line, sheet.column)[field];
    if (problem) report.refused.push({ code: line.code, value, why: problem });
    else if (String(one[field]) === String(there)) report.same += 1;
    else {
      Object.assign(patch, one);
      report.taken += 1;
    }
  }
}
