/** Texts of times, durations and days as time and payroll files have them. Pure; null for what cannot be read, which is never zero. */

const day = 86_400_000;
/** Day 0 of spreadsheets. */
const spreadsheetStart = Date.UTC(1899, 11, 30);

/** Its first days are counted without the leap day that spreadsheets give the year 1900. */
const clockStart = Date.UTC(1899, 11, 31);

/** A cell that a spreadsheet formatted as a time or a duration comes as a moment near its day 0. In hours. */
function fromSpreadsheet(text: string): number | null {
  const at = /^1(899|900)-\d{2}-\d{2}(t[\d:.]+z)?$/i.test(text) ? Date.parse(text.toUpperCase()) : Number.NaN;
  // Seconds are rounded: a spreadsheet stores fractions of a day.
  return Number.isNaN(at) ? null : Math.round((at - clockStart) / 60_000) / 60;
}

/** "7.5" or "7,5"; "1.234,50", "1,234.50" and "1 234,50" with separators of thousands. */
export function readNumber(text: string): number | null {
  const bare = text.trim().replace(/[\s\u00a0\u202f'’]/g, '');
  if (!/^-?\d[\d.,]*$/.test(bare)) return null;
  const [comma, point] = [bare.lastIndexOf(','), bare.lastIndexOf('.')];
  const mark = comma > point ? ',' : '.';
  const other = mark === ',' ? '.' : ',';
  const isGrouped = (sign: string) => new RegExp(`^-?\\d{1,3}(\\${sign}\\d{3})+$`).test(bare);
  if (comma >= 0 && point >= 0) {
    const whole = bare.split(other).join('');
    return whole.split(mark).length === 2 ? Number(whole.replace(mark, '.')) : null;
  }
  const parts = bare.split(mark);
  if (parts.length > 2) return isGrouped(mark) ? Number(parts.join('')) : null;
  return Number(bare.replace(',', '.'));
}

/** A number of money: a single separator before exactly three digits separates thousands ("12.500", "12,500"). */
export function readAmount(text: string): number | null {
  const bare = text.trim().replace(/[\s\u00a0\u202f'’]/g, '');
  return /^-?\d{1,3}[.,]\d{3}$/.test(bare) ? Number(bare.replace(/[.,]/, '')) : readNumber(text);
}

/** A duration in hours: "8", "7,5", "8h30", "8:30", "8 hrs 30 min", "510 min", "24:00". At most `most`. */
export function readHours(text: string, most = 24): number | null {
  const clean = text.trim().toLowerCase();
  const given = fromSpreadsheet(clean) ?? spoken(clean) ?? readNumber(clean);
  return given !== null && given >= 0 && given <= most ? given : null;
}

function spoken(text: string): number | null {
  const colon = /^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?$/.exec(text);
  if (colon) return Number(colon[1]) + Number(colon[2]) / 60;
  const hours =
    /^(\d{1,3}(?:[.,]\d+)?) ?(?:h|u|hs|hr|hrs|hour|hours|heures?|horas?)\.?(?: ?([0-5]?\d) ?(?:m|min|mins|minutes?|minutos?)?\.?)?$/.exec(
      text,
    );
  if (hours) return Number((hours[1] ?? '').replace(',', '.')) + Number(hours[2] ?? 0) / 60;
  const minutes = /^(\d{1,4}) ?(?:min|mins|minutes?|minutos?)\.?$/.exec(text);
  return minutes ? Number(minutes[1]) / 60 : null;
}

/** A time of day in minutes after midnight: "22:00", "22.00", "2200", "22h00", "10 pm", "24:00", or the fraction of a day. */
export function readClock(text: string): number | null {
  const clean = text.trim().toLowerCase();
  const moment = fromSpreadsheet(clean);
  if (moment !== null) return Math.round((moment % 24) * 60);
  const dated = /^\d{4}-\d{2}-\d{2}[t ](\d{2}):(\d{2})/.exec(clean);
  if (dated) return within(Number(dated[1]), Number(dated[2]));
  const fraction = /^0?[.,](\d|\d{3,})$/.test(clean) ? Number(clean.replace(',', '.')) : null;
  if (fraction !== null) return Math.round(fraction * 1440);
  const found = /^(\d{1,2})(?: ?[:.hu] ?([0-5]\d)?(?::[0-5]\d)?)? ?(am|pm|a\.m\.|p\.m\.)?$/.exec(clean) ?? /^(\d{2})([0-5]\d)$/.exec(clean);
  if (!found) return null;
  const [hour, minute, half] = [Number(found[1]), Number(found[2] ?? 0), found[3]];
  if (half === undefined) return within(hour, minute);
  if (hour < 1 || hour > 12) return null;
  return within((hour % 12) + (half.startsWith('p') ? 12 : 0), minute);
}

const within = (hour: number, minute: number): number | null => (hour * 60 + minute <= 1440 ? hour * 60 + minute : null);

/** The hours between two times of day. A shift that ends before it starts ends on the next day; one of no length is unclear. */
export function shiftHours(start: number, end: number): number | null {
  if (start % 1440 === end % 1440) return start === 0 && end === 1440 ? 24 : null;
  return (end > start ? end - start : end + 1440 - start) / 60;
}

/** "08:00-17:00", "22h–6h", "8 to 17": the hours between. */
export function readShift(text: string): number | null {
  const parts = text
    .trim()
    .toLowerCase()
    .split(/ ?[-–—~] ?| to | à | a /);
  if (parts.length !== 2) return null;
  const [start, end] = parts.map((part) => readClock(part));
  return start == null || end == null ? null : shiftHours(start, end);
}

export const dayOrders = ['dmy', 'mdy'] as const;
export type DayOrder = (typeof dayOrders)[number];
const months = [
  ...['jan|ene', 'feb|fev', 'mar', 'apr|avr|abr', 'may|mai', 'jun|juin', 'jul|juil', 'aug|aou|ago', 'sep', 'oct', 'nov', 'dec|dic'],
].map((names) => new RegExp(`^(?:${names})`));

export const monthOf = (name: string | undefined): number =>
  name === undefined ? 0 : months.findIndex((known) => known.test(plain(name))) + 1;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A day as ISO: "2026-03-01", "1/3/2026" in the given order, "01.03.26", "1-Mar-2026", or the serial number of a spreadsheet. From 2000 to 2100. */
export function readDay(text: string, order: DayOrder = 'dmy'): string | null {
  const clean = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(clean);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const compact = /^(20\d{2})(\d{2})(\d{2})$/.exec(clean);
  if (compact) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  if (/^[34567]\d{4}$/.test(clean)) {
    const on = new Date(spreadsheetStart + Number(clean) * day);
    return dayOf(on.getUTCFullYear(), on.getUTCMonth() + 1, on.getUTCDate());
  }
  const named = /^(?:[a-zà-ÿ]{2,4}\.?,? )?(\d{1,2})[-/. ]([a-zà-ÿ]{3,10})\.?[-/. ,]+(\d{2}|\d{4})$/i.exec(clean);
  if (named) return dayOf(fullYear(named[3]), monthOf(named[2]), Number(named[1]));
  const plainDay = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?: .*)?$/.exec(clean);
  if (!plainDay) return null;
  const [first, second] = [Number(plainDay[1]), Number(plainDay[2])];
  const [date, month] = order === 'dmy' ? [first, second] : [second, first];
  return dayOf(fullYear(plainDay[3]), month, date);
}

const fullYear = (text = ''): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

function dayOf(year: number, month: number, date: number): string | null {
  if (year < 2000 || year > 2100) return null;
  const on = new Date(Date.UTC(year, month - 1, date));
  return on.getUTCMonth() === month - 1 && on.getUTCDate() === date ? on.toISOString().slice(0, 10) : null;
}

/** The order of day and month in a column: only one of them can be above twelve. Null where every day can be read both ways. */
export function orderOf(texts: readonly string[]): DayOrder | null {
  for (const text of texts) {
    const found = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(text.trim());
    if (found && Number(found[1]) > 12) return 'dmy';
    if (found && Number(found[2]) > 12) return 'mdy';
  }
  return null;
}

/** A month: "2026-03", "03/2026", "March 2026", "mar-26". As "2026-03". */
export function readMonth(text: string): string | null {
  const clean = text.trim();
  const iso = /^(20\d{2})[-/.](\d{1,2})(?:[-/.]\d{1,2})?(?:T.*)?$/.exec(clean);
  if (iso) return monthText(Number(iso[1]), Number(iso[2]));
  const turned = /^(\d{1,2})[-/ ](20\d{2})$/.exec(clean);
  if (turned) return monthText(Number(turned[2]), Number(turned[1]));
  const named = /^([a-zà-ÿ]{3,10})\.?[-/. ,']+(\d{2}|\d{4})$/i.exec(clean);
  return named ? monthText(fullYear(named[2]), monthOf(named[1])) : null;
}

const monthText = (year: number, month: number): string | null =>
  month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null;

export const addDays = (on: string, count: number): string => new Date(Date.parse(on) + count * day).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / day);
/** The first day of the week that a day is in; weeks start on `start` (0: Sunday, 1: Monday, 6: Saturday). */
export function weekOf(on: string, start: number): string {
  return addDays(on, -((new Date(on).getUTCDay() - start + 7) % 7));
}
