import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, orderOf, readAmount, readClock, readDay, readHours, readMonth, readShift, shiftHours, weekOf } from './read-time';

const two = (value: number) => String(value).padStart(2, '0');
const minute = fc.nat(1439);

describe('times of time records', () => {
  it('reads every minute of a day in each way in which it is written', () => {
    fc.assert(
      fc.property(minute, (at) => {
        const [hour, rest] = [Math.floor(at / 60), at % 60];
        const twelve = `${hour % 12 === 0 ? 12 : hour % 12}:${two(rest)} ${hour < 12 ? 'AM' : 'pm'}`;
        const inSpreadsheet = new Date(Date.UTC(1899, 11, 31) + at * 60_000).toISOString();
        for (const text of [
          `${two(hour)}:${two(rest)}`,
          `${hour}h${two(rest)}`,
          `${two(hour)}.${two(rest)}`,
          `${two(hour)}${two(rest)}`,
          twelve,
          inSpreadsheet,
        ])
          expect(readClock(text), text).toBe(at);
      }),
    );
  });

  it('gives the hours of a shift, over midnight too, and never more than a day', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 1439 }), (start, length) => {
        expect(shiftHours(start, (start + length) % 1440)).toBeCloseTo(length / 60);
      }),
    );
    expect(shiftHours(22 * 60, 6 * 60)).toBe(8);
    expect(shiftHours(16 * 60, readClock('24:00') ?? -1)).toBe(8);
    expect(shiftHours(480, 480)).toBeNull();
    expect(readShift('22:00 - 06:30')).toBe(8.5);
    expect(readShift('8h–17h')).toBe(9);
  });

  it('reads every quarter of an hour as a duration, in each way in which it is written', () => {
    fc.assert(
      fc.property(fc.nat(96), (quarters) => {
        const [hours, rest] = [Math.floor(quarters / 4), (quarters % 4) * 15];
        const decimal = quarters / 4;
        for (const text of [
          `${hours}:${two(rest)}`,
          `${hours}h${two(rest)}`,
          `${hours} hrs ${rest} min`,
          String(decimal),
          String(decimal).replace('.', ','),
          `${quarters * 15} min`,
        ])
          expect(readHours(text), text).toBeCloseTo(decimal);
      }),
    );
  });

  it.each(['', 'Rahima', '25', '-1', '8:75', '26:00', 'x8'])('does not read %s as hours of a day', (text) => {
    expect(readHours(text)).toBeNull();
  });

  it('reads durations over a day where a spreadsheet formatted them as such', () => {
    expect(readHours('1900-01-01T21:30:00.000Z', 168)).toBe(45.5);
  });
});

describe('days of time records', () => {
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count));

  it('reads every day in each way in which it is written', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const [year = '', month = '', date = ''] = on.split('-');
        const serial = String(Math.round((Date.parse(on) - Date.UTC(1899, 11, 30)) / 86_400_000));
        const short = new Date(on).toLocaleString('en', { month: 'short', timeZone: 'UTC' });
        for (const text of [
          on,
          `${date}/${month}/${year}`,
          `${Number(date)}.${Number(month)}.${year}`,
          `${date}-${short}-${year}`,
          `${year}${month}${date}`,
          `${on}T08:30:00.000Z`,
          serial,
        ])
          expect(readDay(text), text).toBe(on);
        expect(readDay(`${month}/${date}/${year}`, 'mdy')).toBe(on);
      }),
    );
  });

  it('takes the order of day and month from a day above twelve', () => {
    expect(orderOf(['03/04/2026', '03/25/2026'])).toBe('mdy');
    expect(orderOf(['03/04/2026', '25/03/2026'])).toBe('dmy');
    expect(orderOf(['03/04/2026'])).toBeNull();
  });

  it.each(['31/02/2026', '2026-13-01', '0/1/2026', '1850-01-01', 'Monday'])('does not read %s as a day', (text) => {
    expect(readDay(text)).toBeNull();
  });

  it('gives each day of a week the same first day', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(0, 1, 6), (on, start) => {
        const first = weekOf(on, start);
        expect(new Date(first).getUTCDay()).toBe(start);
        expect(weekOf(addDays(first, 6), start)).toBe(first);
        expect(weekOf(addDays(first, 7), start)).not.toBe(first);
      }),
    );
  });

  it('reads months', () => {
    expect(['2026-03', '03/2026', 'March 2026', 'mars-26', 'MAR 2026'].map(readMonth)).toEqual(Array(5).fill('2026-03'));
  });
});

describe('amounts of payrolls', () => {
  it('reads separators of thousands and of decimals', () => {
    const texts = ['12,500', '12.500', '12 500', "12'500", '12,500.00', '12.500,00', '12500'];
    expect(texts.map(readAmount)).toEqual(texts.map(() => 12_500));
    expect(readAmount('1.234.567')).toBe(1_234_567);
    expect(readAmount('98,5')).toBe(98.5);
    expect(readAmount('12,5,0')).toBeNull();
  });
});
