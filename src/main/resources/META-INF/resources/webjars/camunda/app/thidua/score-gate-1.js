// What speaks against handing in a sheet: something is missing, unsaved or refused. The server judges again.

const NAMED = 6;

function named(lines) {
  const codes = lines.slice(0, NAMED).map(({ code }) => code).join(', ');
  return lines.length > NAMED ? `${codes} và ${lines.length - NAMED} dòng khác` : codes;
}

/**
 * What speaks against handing in: `[{key, text, line, filter}]`; line: where to go, or null; filter: what to show there.
 */
export function problemsOf({ sheet, over }) {
  const own = [...sheet.unsaved.values()];
  const these = (test) => own.filter(test).map((one) => sheet.line(one.line) ?? { code: one.line });
  const problems = [];
  const add = (key, lines, text, filter = 'all') => lines.length && problems.push({ key, text: `${text}: dòng ${named(lines)}.`, line: lines[0].code, filter });
  if (over) problems.push({ key: 'over', text: 'Phiên làm việc đã hết. Hãy đăng nhập lại.', line: null });
  if (!sheet.column) return [...problems, { key: 'shut', text: sheet.view.whyNot || 'Bảng điểm này không còn sửa được.', line: null }];
  const wrong = (one) => Object.keys(one.wrong).length > 0;
  add('wrong', these(wrong), 'Có ô viết chưa đúng');
  add('choice', these((one) => one.theirs), 'Có ô mang hai giá trị, cần chọn một');
  add('refused', these((one) => one.problem && !one.theirs && !wrong(one) && one.field !== 'reason'), 'Máy chủ chưa nhận');
  add('unsaved', these((one) => !one.problem && !one.theirs && !wrong(one)), 'Còn ô chưa lưu lên máy chủ');
  add('reason', sheet.lines.filter((line) => sheet.lacksReason(line)), 'Cần nêu lý do', 'open');
  add('open', sheet.lines.filter((line) => sheet.open(line)), 'Chưa có điểm (không đạt thì ghi 0)', 'open');
  return problems;
}
