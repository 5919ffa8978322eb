// The pages on which a plan is uploaded: says at once which file was chosen and what the server would refuse, and holds such
// a file back. Tasklist itself would fail without a word. The server judges again.
// Browsers may keep this file: give it a new number when it changes.

const MOST = 1_000_000;

function problemWith(file) {
  if (!file) return 'Chưa chọn tệp kế hoạch.';
  if (!/\.ya?ml$/i.test(file.name)) return 'Tệp này không phải tệp kế hoạch: chọn tệp có đuôi .yaml hoặc .yml.';
  if (file.size === 0) return 'Tệp này trống. Chọn tệp kế hoạch đã ghi nội dung.';
  if (file.size > MOST) return 'Tệp này lớn hơn 1 MB. Kế hoạch một năm chỉ vài chục KB: kiểm tra xem có chọn nhầm tệp không.';
  return '';
}

export function watch(camForm) {
  const form = camForm.formElement[0];
  const input = form.querySelector('input[type=file]');
  const name = form.querySelector('.thidua-file-name');
  const problem = form.querySelector('.thidua-file-problem');
  const look = () => {
    name.textContent = input.files[0]?.name ?? 'Chưa chọn tệp';
    problem.textContent = problemWith(input.files[0]);
    return problem.textContent;
  };
  input.addEventListener('change', look);
  camForm.on('submit', () => {
    if (look()) camForm.submitPrevented = true;
  });
}
