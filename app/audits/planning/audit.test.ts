import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictsOf, currentEntries } from '~/audits/entries/current-entries';
import { entryHash, sendingHash } from '~/audits/entries/entry-hash';
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

  const planned = (interviews: number, workers: number | null, share: number) =>
    proposeSample(interviews, { workers, femaleShare: null, migrantShare: share, agencyShare: null }).rows.map(
      ({ dimension: _, value: __, ...row }) => row,
    );

  it('oversamples groups at risk by the square root of their size, and guesses nothing', () => {
    expect(proposeSample(26, { workers: 400, femaleShare: 0.8, migrantShare: 0.05, agencyShare: null })).toEqual({
      interviews: 26,
      rows: [
        { dimension: 'sex', value: 'women', people: 21 },
        { dimension: 'sex', value: 'men', people: 5 },
        { dimension: 'origin', value: 'migrants', people: 5 },
        { dimension: 'origin', value: 'locals', people: 21 },
      ],
      unknown: ['contract', 'shift', 'language'],
    });
    expect(planned(52, 1250, 0.1)).toEqual([{ people: 13 }, { people: 39 }]);
    expect(planned(52, 1250, 0.5)).toEqual([{ people: 26 }, { people: 26 }]);
    expect(planned(10, null, 0.01)).toEqual([{ people: 5 }, { people: 5 }]);
    expect(planned(26, 400, 0)).toEqual([{ people: 0 }, { people: 26 }]);
  });

  it('plans all of a group of one to four people, and the others as if there were four, so that nothing can be subtracted', () => {
    const few = [{ people: 4, isTooSmall: true }, { people: 22 }];
    for (const people of [1, 2, 3, 4]) expect(planned(26, 400, people / 400)).toEqual(few);
    for (const people of [1, 2, 3, 4]) expect(planned(26, 400, 1 - people / 400)).toEqual([...few].reverse());
    expect(planned(26, 400, 5 / 400)).toEqual([{ people: 5 }, { people: 21 }]);
  });

  it('every property counts the same people, and each existing group gets five interviews, or all its people', () => {
    const workforce = fc
      .integer({ min: 2, max: 2000 })
      .chain((workers) => fc.record({ workers: fc.constant(workers), size: fc.nat(workers) }));
    fc.assert(
      fc.property(workforce, fc.boolean(), ({ workers, size }, isKnown) => {
        const interviews = proposeDays(workers)?.interviews ?? 10;
        const parts = planned(interviews, isKnown ? workers : null, size / workers);
        expect(parts.reduce((sum, { people }) => sum + people, 0)).toBe(interviews);
        for (const [at, group] of [size, workers - size].entries()) {
          const { people, isTooSmall } = parts[at] ?? { people: 0 };
          if (group === 0) expect(people).toBe(0);
          else expect(people).toBeGreaterThan(0);
          if (!isKnown) continue;
          expect(isTooSmall === true).toBe(group > 0 && group < 5);
          // A report shows no group of fewer than ten interviews.
          if (group >= 5 && interviews >= 10) expect(people >= 5 && people <= group).toBe(true);
        }
        // The group at risk never has fewer than in proportion.
        if (isKnown && size >= 5 && workers - size >= 5 && interviews >= 10)
          expect(parts[0]?.people).toBeGreaterThanOrEqual(Math.min(Math.floor((interviews * size) / workers), interviews - 5));
      }),
    );
  });

  const sent = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return readSampleForm(form);
  };

  it('is read from its form: digits of any script; a group without people is not planned', () => {
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
  ])('names the field of each error: %j', (fields, name) => {
    const read = sent(fields);
    expect('errors' in read && Object.keys(read.errors)).toEqual([name]);
  });
});

const entry = (id: string, replaces: string[] = [], value: unknown = id) => ({ id, kind: 'note', key: 'a', replaces, value });

describe('current entries', () => {
  it('are those that no other replaces, in whatever order they came', () => {
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

  it('two that replace the same are a conflict until one replaces both; two with the same content are none', () => {
    const apart = [entry('1'), entry('2', ['1'], 'no'), entry('3', ['1'], 'yes')];
    expect(conflictsOf(currentEntries(apart))).toHaveLength(1);
    expect(conflictsOf(currentEntries([...apart, entry('4', ['2', '3'], 'yes')]))).toEqual([]);
    expect(conflictsOf(currentEntries([entry('1'), entry('2', ['1'], 'yes'), entry('3', ['1'], 'yes')]))).toEqual([]);
  });
});

describe('hashes', () => {
  it('do not depend on the order of keys or of the replaced entries', async () => {
    const one = await entryHash({ id: 'i', kind: 'note', key: 'k', value: { a: 1, b: 'é' }, replaces: ['x', 'y'] });
    expect(await entryHash({ id: 'i', kind: 'note', key: 'k', value: { b: 'é', a: 1 }, replaces: ['y', 'x'] })).toBe(one);
    expect(await entryHash({ id: 'i', kind: 'note', key: 'k', value: { b: 'e', a: 1 }, replaces: ['x', 'y'] })).not.toBe(one);
    expect(await sendingHash(['b', 'a'])).toBe(await sendingHash(['a', 'b']));
  });

  it('cover the entry, its subject and the entries it replaces', async () => {
    const entry = { id: 'i', kind: 'note', key: 'k', value: { a: 1 }, replaces: ['x'] };
    const changed = [{ id: 'j' }, { kind: 'check' }, { key: 'l' }, { value: { a: 2 } }, { replaces: ['y'] }, { replaces: [] }];
    const hashes = await Promise.all([entry, ...changed.map((change) => ({ ...entry, ...change }))].map(entryHash));
    expect(new Set(hashes).size).toBe(changed.length + 1);
  });
});
