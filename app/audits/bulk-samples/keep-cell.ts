import { readAmount, readClock, readDay, readHours, readMonth, readNumber, readShift } from './read-time';
import { unreadCell } from './staged-table';

/** Marks of attendance: present, absent, on leave, rest day, holiday. */
const present = ['p', 'present', 'x', 'yes', 'y', 'oui', 'si', '1'];
const absent = [
  ...[
    'a',
    'ab',
    'abs',
    'absent',
    'absence',
    'no',
    'n',
    'l',
    'lv',
    'leave',
    'cl',
    'sl',
    'el',
    'al',
    'ml',
    'lwp',
    'conge',
    'permiso',
    'falta',
  ],
  ...['off', 'wo', 'w/o', 'w/off', 'rest', 'r', 'rd', 'h', 'hol', 'holiday', 'ph', 'fh', 'repos', 'descanso', 'ferie', 'feriado'],
];
const marks: ReadonlySet<string> = new Set([...present, ...absent]);
export const isPresentMark = (cell: string): boolean => present.includes(cell) && cell !== '1';
export const isAbsentMark = (cell: string): boolean => absent.includes(cell);

/** Days before this one are no days of work of an audit: dates of birth and of hiring are not kept. */
const firstDay = '2015-01-01';
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const digits = (text: string): number => text.replace(/\D/g, '').length;

/**
 * What is kept of a cell: nothing but numbers, times, days, durations, marks of attendance and currencies. A text with letters is replaced by what was read
 * from it, so that no letter of it is kept. `mostDigits`: longer numbers are those of accounts, phones and identity documents.
 */
export function keepCell(text: string, { mostDigits, isCurrency = false }: { mostDigits: number; isCurrency?: boolean }): string {
  const clean = text.normalize('NFKC').trim();
  if (clean === '' || /^[-–—.]+$/.test(clean)) return '';
  const folded = clean.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (isCurrency) return currencies.has(clean.toUpperCase()) ? clean.toUpperCase() : unreadCell;
  if (marks.has(folded)) return folded;
  if (clean.length > 40) return unreadCell;
  const hasLetters = /\p{L}/u.test(clean);
  const day = readDay(clean, 'dmy') ?? readDay(clean, 'mdy');
  if (day !== null && day >= firstDay && !/^\d{5}$/.test(clean)) return hasLetters ? readAt(clean, day) : onlyFigures(clean);
  const month = readMonth(clean);
  if (month !== null && month >= firstDay.slice(0, 7)) return month;
  if (day !== null && !/^\d{5}$/.test(clean)) return unreadCell;
  if (!hasLetters && (readNumber(clean) ?? readAmount(clean)) !== null) return digits(clean) <= mostDigits ? clean : unreadCell;
  const hours = readHours(clean, 800);
  if (hours !== null) return clockText(hours * 60);
  const clock = readClock(clean);
  if (clock !== null) return clockText(clock);
  const shift = readShift(clean);
  return shift === null ? unreadCell : clockText(shift * 60);
}

/** "8:30": a time of day and a duration alike. */
function clockText(minutes: number): string {
  const whole = Math.round(minutes);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A day with a time, as clocks write it, keeps its time: it is a time of work. */
function readAt(clean: string, day: string): string {
  const clock = /^\d{4}-\d{2}-\d{2}T(\d{2}:\d{2})/.exec(clean);
  return clock ? `${day} ${clock[1]}` : day;
}

const onlyFigures = (clean: string): string => (/^[\d\s:./-]+$/.test(clean) ? clean : unreadCell);
