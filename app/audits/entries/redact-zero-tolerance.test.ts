import { describe, expect, it } from 'vitest';
import { findingValue } from '../../../tests/factories/audit-values';
import { conflictsOf, currentEntries } from './current-entries';
import type { AuditRecord, StoredEntry } from './read-record.server';
import { redactZeroTolerance } from './redact-zero-tolerance.server';

const zeroTolerance = 'BW.FL.1.b';
const ordinary = 'BW.FL.1.a';

function entry(kind: string, key: string, value: object): StoredEntry {
  const at = new Date('2026-12-01T10:00:00Z');
  const base = {
    id: `${kind} ${key}`,
    kind,
    key,
    value,
    replaces: [],
    fileId: null,
    deviceId: 'd',
    byUserId: 'u',
    madeAt: at,
    receivedAt: at,
  };
  return base as unknown as StoredEntry;
}
const photo = (key: string, about: string | null) => entry('photo', key, { about, caption: key, isWithdrawn: false });
const note = (key: string, about: string | null) => entry('note', key, { about, text: key, isRestricted: true, isWithdrawn: false });

/** The keys that remain for readers who are not assigned. */
function leftOf(...entries: StoredEntry[]): string[] {
  const current = currentEntries(entries);
  const record = { entries, current, conflicts: conflictsOf(current) } as unknown as AuditRecord;
  const { entries: left, current: standing } = redactZeroTolerance(record);
  expect([...standing.values()].map(({ key }) => key).sort()).toEqual(left.map(({ key }) => key).sort());
  return left.map(({ key }) => key);
}

describe('a record without questions of the zero-tolerance protocol', () => {
  it('leaves out photos and notes about such a question, and keeps those about others', () => {
    const asked = [photo('of the gate', zeroTolerance), photo('of the hall', ordinary), photo('of nothing named', null)];
    expect(leftOf(...asked, note('on the gate', zeroTolerance), note('on the hall', ordinary))).toEqual([
      'of the hall',
      'of nothing named',
      'on the hall',
    ]);
  });

  it('leaves out the same content under another question, a finding filed under such a point alone, and elements of the definition', () => {
    const point = (key: string, question: string | null, code: string) =>
      entry('finding', key, findingValue(ordinary, { question, point: code }));
    const revealing = [
      ...['I5', 'D5.4', 'H4.1', 'H8.1', 'H8.2'].map((key) => entry('check', key, { answer: 'present' })),
      ...[entry('element', 'penalty', { state: 'supported' }), entry('element', 'work', { state: 'supported' })],
      ...[point('by its point', null, 'BW.FL.1'), point('of passports', ordinary, 'BW.FL.1'), point('of pay', null, 'BW.CO.1')],
    ];
    expect(leftOf(...revealing, photo('by its point too', 'by its point'))).toEqual(['work', 'of passports', 'of pay']);
  });

  it('leaves out every indicator that was screened for people under 18, its details, and whom it was screened for', () => {
    const screened = (list: string) => [
      entry('check', 'D0.a', { answer: list }),
      entry('check', 'D4.1', { answer: 'present' }),
      entry('check', 'BW.CO.1', { answer: 'compliant' }),
      photo('of the lines', 'D4.1'),
    ];
    expect(leftOf(...screened('children'))).toEqual(['BW.CO.1']);
    expect(leftOf(...screened('adults'))).toEqual(['D4.1', 'BW.CO.1', 'of the lines']);
  });

  it('leaves out photos and notes about a finding on such a question, whichever of the two names the other', () => {
    const finding = entry('finding', 'locked', findingValue(zeroTolerance, { photos: ['named by the finding'] }));
    const other = entry('finding', 'passports', findingValue(ordinary, { photos: ['of passports'] }));
    const photos = [photo('named by the finding', null), photo('about the finding', 'locked'), photo('of passports', null)];
    expect(leftOf(finding, other, ...photos, note('about the finding too', 'locked'))).toEqual(['passports', 'of passports']);
  });
});
