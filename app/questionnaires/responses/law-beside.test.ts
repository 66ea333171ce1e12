import { expect, it } from 'vitest';
import { lawBeside } from './law-beside';

const on = '2026-12-01';

it('names what the law of the country requires on the topics of a question, with law and article', () => {
  const lines = lawBeside({ law: ['recruitment_fees'] }, ['CN'], on);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines[0]).toMatchObject({
    country: 'CN',
    isConfirmed: true,
    text: expect.stringContaining('no deposit'),
    law: expect.stringContaining('Art. 9'),
  });
});

it('names nothing for a question without a topic, a country that is not held, or an unknown country', () => {
  expect(lawBeside({ law: [] }, ['CN'], on)).toEqual([]);
  expect(lawBeside({ law: ['recruitment_fees'] }, ['NZ'], on)).toEqual([]);
  expect(lawBeside({ law: ['recruitment_fees'] }, [], on)).toEqual([]);
});

it('leaves out what was only recalled', () => {
  // Of Thailand one row on fees is recalled, and one is second-hand.
  expect(lawBeside({ law: ['recruitment_fees'] }, ['TH'], on).map(({ isConfirmed }) => isConfirmed)).toEqual([false]);
});
