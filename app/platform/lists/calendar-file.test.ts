import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarFile, escapeText, foldLine } from './calendar-file';

const now = new Date('2026-11-28T16:30:05.123Z');

it('writes whole days that take up no time, each line ended as the standard requires', () => {
  const file = calendarFile(
    [{ uid: 'a@manumit', day: '2026-12-31', title: 'D-2026-0001 · Covenant 1, camp; beds\nBEGIN:VALARM', url: 'https://m.example/o/x' }],
    { now },
  );
  expect(file).toBe(
    [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Manumit//Calendar//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'BEGIN:VEVENT'],
      ...['UID:a@manumit', 'DTSTAMP:20261128T163005Z', 'DTSTART;VALUE=DATE:20261231'],
      'SUMMARY:D-2026-0001 · Covenant 1\\, camp\\; beds\\nBEGIN:VALARM',
      ...['URL:https://m.example/o/x', 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n'),
  );
});

it('no text can end its property, and every folded line is read back in full in pieces of at most 75 bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const escaped = escapeText(text);
      expect(escaped).not.toMatch(/[\r\n]/);
      expect(escaped.replace(/\\[\\;,n]/g, '')).not.toMatch(/[\\;,]/);
      const folded = foldLine(`SUMMARY:${escaped}`);
      expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${escaped}`);
      for (const piece of folded.split('\r\n')) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75);
    }),
  );
});
