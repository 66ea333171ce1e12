/** An all-day event; `uid` is stable, so that importing the calendar twice adds no duplicate. */
export type CalendarDay = { uid: string; day: string; title: string; url: string };

/** Days as an iCalendar file (RFC 5545): all-day events that block no time, marked private. Contains `days` only. Pure. */
export function calendarFile(days: readonly CalendarDay[], { now }: { now: Date }): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Manumit//Calendar//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...days.flatMap(({ uid, day, title, url }) => [
      ...['BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`],
      ...[`SUMMARY:${escapeText(title)}`, `URL:${url}`, 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** A text as a property's value: what would end or part it is escaped, a line break is written as one. */
export const escapeText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');

/** A line in pieces of at most 75 bytes of UTF-8, each after the first behind a space; no character is cut in two. */
export function foldLine(line: string): string {
  const pieces = [''];
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > 75) {
      pieces.push(' ');
      bytes = 1;
    }
    pieces[pieces.length - 1] += character;
    bytes += size;
  }
  return pieces.join('\r\n');
}
