// Dates and times as they are written in Vietnam. The browsers' own inputs show them in the language of the machine, where 10/11
// turns into 11/10; so a date is typed as dd/mm/yyyy, or taken from the browser's calendar.

import { el, setText } from './hand-in-dom-1.js';
import { localWords } from './hand-in-time-1.js';

const DATE = /(?:^|[\sT,])(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d\d)-(\d\d))(?=$|[\sT,])/;
const TIME = /(?:^|[\sT,])(\d{1,2})\s*[:hg]\s*(\d{2})(?::\d\d)?(?=$|[\s,])/i;
const SHAPES = { DATE: 'dd/mm/yyyy', TIME: 'giờ:phút', DATETIME: 'dd/mm/yyyy giờ:phút' };

const two = (number) => String(number).padStart(2, '0');

function date(text) {
  const match = DATE.exec(text);
  if (!match) return '';
  const [day, month, year] = match[3] ? [match[1], match[2], match[3]] : [match[6], match[5], match[4]];
  const real = new Date(Date.UTC(+year, +month - 1, +day));
  const same = real.getUTCFullYear() === +year && real.getUTCMonth() === month - 1 && real.getUTCDate() === +day;
  return same ? `${year}-${two(month)}-${two(day)}` : '';
}

function time(text) {
  const match = TIME.exec(text);
  return match && +match[1] < 24 && +match[2] < 60 ? `${two(match[1])}:${match[2]}` : '';
}

/** What was typed as the server wants it (2024-11-25, 14:00, 2024-11-25T14:00); an empty text where it is no such thing. */
export function parseDate(type, text) {
  if (type === 'DATE') return text.trim().match(DATE)?.[0].trim() === text.trim() ? date(text) : '';
  if (type === 'TIME') return text.trim().match(TIME)?.[0].trim() === text.trim() ? time(text) : '';
  const [day, hour] = [date(text), time(text)];
  const rest = text.replace(DATE, ' ').replace(TIME, ' ').replace(/[\sT,]/g, '');
  return day && hour && !rest ? `${day}T${hour}` : '';
}

/** As it is shown in the input. */
function written(value) {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(\d\d:\d\d)?/.exec(value);
  return [match[1] && `${match[3]}/${match[2]}/${match[1]}`, match[4]].filter(Boolean).join(' ') || value;
}

/** @return `{node, input, get(), set(value), wrong()}`; `get` gives what was typed where it is no date, so that a draft keeps it */
export function dateInput(type, attributes, label) {
  const input = el('input', { ...attributes, type: 'text', autocomplete: 'off', placeholder: SHAPES[type], maxlength: 30 });
  const words = el('output', { class: 'chosen', for: attributes.id });
  const iso = () => parseDate(type, input.value);
  const echo = () => setText(words, iso() && type !== 'TIME' ? localWords(iso()) : '');
  const set = (value) => {
    input.value = value ? written(String(value)) : '';
    echo();
  };
  input.addEventListener('input', echo);
  input.addEventListener('blur', () => iso() && set(iso()));
  const parts = [input];
  if (type !== 'TIME') {
    const calendar = el('input', { type: 'date', class: 'for-readers', tabindex: -1, 'aria-hidden': 'true', min: '1900-01-01', max: '2100-12-31' });
    calendar.addEventListener('input', () => {
      if (calendar.value) set(type === 'DATE' ? calendar.value : `${calendar.value}T${time(input.value) || '00:00'}`);
    });
    const open = () => {
      calendar.value = date(input.value);
      calendar.showPicker?.();
    };
    parts.push(el('span', { class: 'calendar' }, el('button', { class: 'button', text: 'Lịch', 'aria-label': `Chọn «${label}» trên lịch`, on: { click: open } }), calendar));
  }
  return {
    node: el('div', { class: 'dated' }, ...parts, words),
    input,
    get: () => iso() || input.value.trim(),
    set,
    wrong: () => (input.value.trim() && !iso() ? `Chưa đúng: viết dạng ${SHAPES[type]}, ngày phải có trong lịch.` : ''),
  };
}
