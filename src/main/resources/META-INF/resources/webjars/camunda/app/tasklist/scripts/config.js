// Our settings of Camunda's Tasklist; they win over those in Camunda's own jar.
// Vietnamese is the only language on offer: a browser set to English shows it as well.
import '../../thidua/vietnamese-1.js';
import '../../thidua/received-1.js';
import '../../thidua/form-links-1.js';
import '../../thidua/return-1.js';

export default {
  app: { vendor: 'Thi đua –', name: 'Công việc' },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD/MM/YYYY HH:mm',
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd, DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY',
  },
  locales: { availableLocales: ['vi'], fallbackLocale: 'vi' },
  customScripts: ['../thidua/password-link-1', '../thidua/years-link-1', '../thidua/progress-link-1'],
  disableWelcomeMessage: true,
  previewHtml: false,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'nhận nhiệm vụ đang chọn' },
    focusFilter: { key: 'ctrl+shift+f', description: 'đến bộ lọc đầu tiên' },
    focusList: { key: 'ctrl+alt+l', description: 'đến nhiệm vụ đầu tiên trong danh sách' },
    focusForm: { key: 'ctrl+alt+f', description: 'đến ô đầu tiên của biểu mẫu' },
    startProcess: { key: 'ctrl+alt+p', description: 'mở hộp bắt đầu quy trình' },
  },
};
