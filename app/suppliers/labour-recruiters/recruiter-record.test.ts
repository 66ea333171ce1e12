import { describe, expect, it, test } from 'vitest';
import { toMinor } from './money';
import { licenceState, type RecordRow, currentEntries } from '~/suppliers/facts/recruiter-record';
import { mayDecide, workingDaysAfter } from './recruiter-status';
import { lineFormSchemas, proposalFormSchema } from './record-forms';

const licence = (number: string) => ({ country: 'NP', licenceNumber: number, issuer: null, expiresOn: '2026-12-31' });
const row = (id: string, entryId: string, day: string, values: unknown, isWithdrawn = false): RecordRow => ({
  id,
  entryId,
  kind: 'licence',
  values,
  isWithdrawn,
  recordedAt: new Date(`${day}T12:00:00Z`),
  sourceId: 's',
});

describe('records of a labour recruiter', () => {
  const rows = [
    row('3', 'a', '2026-03-01', licence('two')),
    row('1', 'a', '2026-01-01', licence('one')),
    row('2', 'b', '2026-02-01', licence('other')),
    row('4', 'b', '2026-04-01', licence('other'), true),
    row('5', 'c', '2026-04-01', { country: 'Nepal' }),
  ];
  const numbers = (knownOn?: string) =>
    currentEntries(rows, knownOn ? { knownOn: new Date(`${knownOn}T23:59:59Z`) } : {}).licence.map(({ licenceNumber }) => licenceNumber);
  it('count by their newest version, withdrawn ones not, and as known on a date', () => {
    expect(numbers()).toEqual(['two']);
    expect(numbers('2026-03-15')).toEqual(['two', 'other']);
    expect(numbers('2026-02-15')).toEqual(['one', 'other']);
    expect(numbers('2025-12-31')).toEqual([]);
  });
});

test('a licence is expired the day after its last, and expiring soon 90 days before', () => {
  const states = ['2026-11-25', '2026-11-26', '2027-02-24', '2027-02-25', null].map((day) => licenceState(day, '2026-11-26'));
  expect(states).toEqual(['expired', 'soon', 'soon', 'holds', 'unknown']);
});

test('ten working days pass over two weekends, and a reply ends the waiting', () => {
  expect(workingDaysAfter('2026-11-26', 10)).toBe('2026-12-10');
  expect(workingDaysAfter('2026-11-28', 1)).toBe('2026-11-30');
  const waiting = { repliedOn: null, replyDueOn: '2026-12-10' };
  expect([mayDecide(waiting, '2026-12-10'), mayDecide(waiting, '2026-12-11')]).toEqual([false, true]);
  expect(mayDecide({ ...waiting, repliedOn: '2026-11-27' }, '2026-11-27')).toBe(true);
});

test('money is saved in minor units of its currency, and a form lists what is missing', () => {
  expect([toMinor(1250.5, 'USD'), toMinor(688143, 'JPY'), toMinor(1.234, 'KWD')]).toEqual([125050, 688143, 1234]);
  const { fee: feeFormSchema, corridor: corridorFormSchema } = lineFormSchemas;
  const fee = { origin: 'NP', destination: 'QA', feeCode: 'F1', payer: 'worker', amount: '1 250,50', currency: 'usd' };
  expect(feeFormSchema.parse(fee)).toMatchObject({ values: { amount: 125050, currency: 'USD', allowedByLaw: 'unknown' }, note: null });
  const fields = (result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } }) =>
    (result.error?.issues ?? []).map(({ path }) => path.join('.')).sort();
  expect(fields(feeFormSchema.safeParse({ origin: 'NP', destination: 'QA' }))).toEqual(['amount', 'currency', 'feeCode', 'payer']);
  expect(fields(feeFormSchema.safeParse({ ...fee, destination: 'NP' }))).toEqual(['destination']);
  expect(fields(corridorFormSchema.safeParse({ origin: 'NP', destination: 'QA', monthlyPay: '300' }))).toEqual(['currency']);
  expect(fields(corridorFormSchema.safeParse({ origin: 'NP', destination: 'QA', monthlyPay: '300', currency: 'QQQ' }))).toEqual([
    'currency',
  ]);
  expect(fields(proposalFormSchema.safeParse({ status: 'stopped' }))).toEqual(['notifiedOn', 'reasonCode']);
  expect(proposalFormSchema.safeParse({ status: 'approved' }).success).toBe(true);
});
