import { expect, it } from 'vitest';
import { dayNews } from './day-news';

const fact = (rowNumber: number, validFrom: string | null, workers: number) => ({
  ...{ subjectKey: 'alpha', rowNumber, order: rowNumber, validFrom },
  values: { name: 'Alpha', workers },
});
const list = [fact(1, '2023-01-01', 100), fact(2, '2024-01-01', 120)];
const recorded = (held: number, days: Record<string, number>) =>
  [...(dayNews(list, { workers: held }, (day) => (day !== null && day in days ? { workers: days[day] } : {})).get('workers') ?? [])].map(
    ({ rowNumber }) => rowNumber,
  );

it('records the values that a list states of several days, and none of them a second time', () => {
  expect(recorded(90, {})).toEqual([1, 2]);
  expect(recorded(120, { '2023-01-01': 100, '2024-01-01': 120 })).toEqual([]);
});

it('records a day that is not known, and the last value after it, so that it stays the current one', () => {
  expect(recorded(120, { '2024-01-01': 120 })).toEqual([1, 2]);
});

it('records the last value again where another was recorded since', () => {
  expect(recorded(77, { '2023-01-01': 100, '2024-01-01': 120 })).toEqual([2]);
});

it('leaves a field that the list states once to the comparison with the current value', () => {
  expect(dayNews([fact(1, null, 100)], {}, () => ({})).size).toBe(0);
});
