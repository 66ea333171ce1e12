import { expect, it } from 'vitest';
import { reviewContradictions } from './check-review';

const on = '2026-12-01';
const codes = (answers: Record<string, string | number>) => reviewContradictions(answers, on).map(({ code }) => code);

it('finds answers of one review that exclude each other, and names their questions', () => {
  const [found, ...more] = reviewContradictions({ 'RR.2': '2026-10-31', 'IR-A.1': 'met' }, on);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ code: 'A37:RR.2', questions: ['IR-A.1', 'RR.2'] });
  expect(codes({ 'PS2-22.3': 'not-met', 'PS2-22.2': 'met' })).toEqual(['A31:PS2-22.3/PS2-22.2']);
});

it('reads a licence by the table of edition two', () => {
  expect(codes({ 'RR.1.work': 'valid', 'RR.1.work.expiry': '2026-10-31' })).toEqual(['A37:RR.1.work.expiry']);
  expect(codes({ 'RR.1.origin': 'expired', 'RR.1.work': 'valid', 'RZ.1': 'approved' })).toEqual(['A38:RZ.1/D-1.1']);
  expect(codes({ 'F2.exam': 'worker', 'RZ.1': 'approved' })).toEqual(['A38:RZ.1/D-1.1']);
});

it('finds nothing in a review that agrees with itself, and reads no answer to a zero-tolerance question', () => {
  expect(codes({ 'RR.2': '2027-10-31', 'IR-A.1': 'met', 'RZ.1': 'approved' })).toEqual([]);
  const review = { 'EQZ.2': 'approve', 'EQ2.2': 'met' };
  expect(codes({ ...review, 'PS2-21.1': 'not-met', 'IR-A.4': 'not-met' })).toEqual(codes(review));
});
