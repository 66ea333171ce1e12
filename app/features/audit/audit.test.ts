import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictsOf, currentEntries } from './current-entries';
import { entryHash, sendingHash } from './entry-hash';
import { proposeDays } from './propose-days';
import { proposeSample } from './propose-sample';
import { readSampleForm } from './schema';

describe('days and interviews', () => {
  it.each([
    [null, null],
    [0, null],
    [2001, null],
    [1, { personDays: 1, interviews: 1 }],
    [100, { personDays: 1, interviews: 10 }],
    [101, { personDays: 2, interviews: 26 }],
    [1000, { personDays: 3, interviews: 42 }],
    [1001, { personDays: 4, interviews: 52 }],
  ])('%s workers', (workers, expected) => expect(proposeDays(workers)).toEqual(expected));

  it('plans in proportion, leaves no group out, and guesses nothing', () => {
    expect(proposeSample(26, { femaleShare: 0.8, migrantShare: 0.01, agencyShare: null })).toEqual({
      interviews: 26,
      rows: [
        { dimension: 'sex', value: 'women', people: 21 },
        { dimension: 'sex', value: 'men', people: 5 },
        { dimension: 'origin', value: 'migrants', people: 1 },
        { dimension: 'origin', value: 'locals', people: 25 },
      ],
      unknown: ['contract', 'shift', 'language'],
    });
  });

  it('every dimension counts the same people, and both groups that exist are heard', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (interviews, share) => {
        const [one, other] = proposeSample(interviews, { femaleShare: share, migrantShare: null, agencyShare: null }).rows;
        expect((one?.people ?? 0) + (other?.people ?? 0)).toBe(interviews);
        if (share > 0) expect(one?.people).toBeGreaterThan(0);
        if (share < 1) expect(other?.people).toBeGreaterThan(0);
      }),
    );
  });

  const sent = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return readSampleForm(form);
  };

  it('is read from its form: digits of any script, what has no people is not planned', () => {
    const read = sent({
      ...{ 'sample-sex-0-value': 'women', 'sample-sex-0-people': '14', 'sample-sex-1-value': 'men', 'sample-sex-1-people': '' },
      ...{ 'sample-shift-0-value': 'night', 'sample-shift-0-people': '٦', 'sample-shift-1-value': '', 'sample-shift-1-people': '' },
      ...{ 'sample-language-0-value': 'ne', 'sample-language-0-people': '0' },
    });
    expect(read).toEqual({
      rows: [
        { dimension: 'sex', value: 'women', people: 14 },
        { dimension: 'shift', value: 'night', people: 6 },
      ],
    });
  });

  it.each([
    [{ 'sample-shift-0-value': 'night', 'sample-shift-0-people': '' }, 'sample-shift-0-people'],
    [{ 'sample-shift-0-value': '', 'sample-shift-0-people': '6' }, 'sample-shift-0-value'],
    [{ 'sample-sex-0-value': 'women', 'sample-sex-0-people': '6.5' }, 'sample-sex-0-people'],
    [
      {
        ...{ 'sample-language-0-value': 'ne', 'sample-language-0-people': '6' },
        ...{ 'sample-language-1-value': 'ne', 'sample-language-1-people': '7' },
      },
      'sample-language-1-value',
    ],
  ])('what is wrong is named by its field: %j', (fields, name) => {
    const read = sent(fields);
    expect('errors' in read && Object.keys(read.errors)).toEqual([name]);
  });
});

const entry = (id: string, replaces: string[] = [], value: unknown = id) => ({ id, kind: 'note', key: 'a', replaces, value });

describe('what stands', () => {
  it('is what nothing replaces, in whatever order it came', () => {
    const entries = [entry('1'), entry('2', ['1']), entry('3', ['2']), entry('x', ['gone'])];
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(
          currentEntries(shuffled)
            .get('note a')
            ?.heads.map(({ id }) => id),
        ).toEqual(['3', 'x']);
      }),
    );
  });

  it('two that replace the same are a conflict until one replaces both; two that say the same are none', () => {
    const apart = [entry('1'), entry('2', ['1'], 'no'), entry('3', ['1'], 'yes')];
    expect(conflictsOf(currentEntries(apart))).toHaveLength(1);
    expect(conflictsOf(currentEntries([...apart, entry('4', ['2', '3'], 'yes')]))).toEqual([]);
    expect(conflictsOf(currentEntries([entry('1'), entry('2', ['1'], 'yes'), entry('3', ['1'], 'yes')]))).toEqual([]);
  });
});

describe('hashes', () => {
  it('do not depend on the order of keys or of what is replaced', async () => {
    const one = await entryHash({ id: 'i', kind: 'note', key: 'k', value: { a: 1, b: 'é' }, replaces: ['x', 'y'] });
    expect(await entryHash({ id: 'i', kind: 'note', key: 'k', value: { b: 'é', a: 1 }, replaces: ['y', 'x'] })).toBe(one);
    expect(await entryHash({ id: 'i', kind: 'note', key: 'k', value: { b: 'e', a: 1 }, replaces: ['x', 'y'] })).not.toBe(one);
    expect(await sendingHash(['b', 'a'])).toBe(await sendingHash(['a', 'b']));
  });

  it('cover the entry, what it is about and what it replaces', async () => {
    const entry = { id: 'i', kind: 'note', key: 'k', value: { a: 1 }, replaces: ['x'] };
    const changed = [{ id: 'j' }, { kind: 'check' }, { key: 'l' }, { value: { a: 2 } }, { replaces: ['y'] }, { replaces: [] }];
    const hashes = await Promise.all([entry, ...changed.map((change) => ({ ...entry, ...change }))].map(entryHash));
    expect(new Set(hashes).size).toBe(changed.length + 1);
  });
});
