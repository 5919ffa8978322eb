// Our settings of Camunda's Welcome; they win over those in Camunda's own jar.
// Vietnamese is the only language on offer: a browser set to English shows it as well.
import '../../thidua/vietnamese-1.js';

export default {
  app: { vendor: 'Thi đua –', name: 'Trang chào' },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD/MM/YYYY HH:mm',
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd, DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY',
  },
  locales: { availableLocales: ['vi'], fallbackLocale: 'vi' },
  customScripts: ['../thidua/password-link-1'],
  links: [],
  disableWelcomeMessage: true,
};
