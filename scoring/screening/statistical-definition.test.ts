import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forcedLabourCircumstances } from '../reference/at.ts';
import { type SignState, signStates } from '../vocabulary.ts';
import { type DefinitionInput, readStatisticalDefinition } from './statistical-definition.ts';
import type { Truth } from './three-valued.ts';

const asOf = '2026-11-25';
const list = forcedLabourCircumstances(asOf);
const codes = (element: string) => list.filter((each) => each.element === element).map(({ code }) => code);
const all = (element: string, state: SignState) => codes(element).map((code) => ({ code, state }));
const truths = { present: 'yes', absent: 'no', unknown: 'unknown' } as const;

/** One circumstance stands for the element; the others are absent, so that its state is the element's. */
const element = (name: string, state: SignState) => all(name, 'absent').map((each, index) => (index === 0 ? { ...each, state } : each));

describe('the statistical definition', () => {
  it('holds nine circumstances of involuntary work and six of menace, all still to be confirmed', () => {
    expect([codes('involuntariness').length, codes('menace').length]).toEqual([9, 6]);
    expect(list.every(({ provenance }) => provenance.confidence === 'memory')).toBe(true);
  });

  it('equals its full table of three values', () => {
    const order: Truth[] = ['no', 'unknown', 'yes'];
    for (const worked of signStates)
      for (const involuntary of signStates)
        for (const menace of signStates) {
          const reading = readStatisticalDefinition({
            asOf,
            worked,
            circumstances: [...element('involuntariness', involuntary), ...element('menace', menace)],
          });
          const least = Math.min(...[worked, involuntary, menace].map((state) => order.indexOf(truths[state])));
          expect(reading).toMatchObject({ work: truths[worked], involuntary: truths[involuntary], menace: truths[menace] });
          expect(reading.forcedLabour).toBe(order[least]);
          expect(reading.collect.length > 0).toBe(reading.forcedLabour === 'unknown');
        }
  });

  it('with no report is unknown, and names everything to ask', () => {
    const reading = readStatisticalDefinition({ asOf, worked: 'unknown', circumstances: [] });
    expect(reading.forcedLabour).toBe('unknown');
    expect(reading.collect).toEqual(['work', ...codes('involuntariness'), ...codes('menace')]);
  });

  it('one menace that was not assessed leaves "no menace" unknown', () => {
    const most = all('menace', 'absent').slice(1);
    const reading = readStatisticalDefinition({ asOf, worked: 'present', circumstances: [...all('involuntariness', 'present'), ...most] });
    expect(reading).toMatchObject({ menace: 'unknown', forcedLabour: 'unknown', collect: ['M1'] });
  });

  it('shows what it rests on, and refuses a circumstance it does not have', () => {
    const circumstances = [
      { code: 'V8', state: 'present' as const },
      { code: 'M5', state: 'present' as const },
    ];
    const reading = readStatisticalDefinition({ asOf, worked: 'present', circumstances });
    expect(reading).toMatchObject({ forcedLabour: 'yes', because: { involuntariness: ['V8'], menace: ['M5'] } });
    expect(() => readStatisticalDefinition({ asOf, worked: 'present', circumstances: [{ code: 'X1', state: 'absent' }] })).toThrow(
      RangeError,
    );
  });

  it('never turns a known answer into another when something unknown becomes known; order does not matter', () => {
    const report = fc.record({ code: fc.constantFrom(...list.map(({ code }) => code)), state: fc.constantFrom(...signStates) });
    const input: fc.Arbitrary<DefinitionInput> = fc.record({
      asOf: fc.constant(asOf),
      worked: fc.constantFrom(...signStates),
      circumstances: fc.array(report, { maxLength: 24 }),
    });
    fc.assert(
      fc.property(input, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (given, coin) => {
        const before = readStatisticalDefinition(given);
        const known = new Set(given.circumstances.filter(({ state }) => state !== 'unknown').map(({ code }) => code));
        const filled = list
          .filter(({ code }) => !known.has(code))
          .map(({ code }, index) => ({ code, state: coin[index] ? ('present' as const) : ('absent' as const) }));
        const worked = given.worked === 'unknown' ? (coin[15] ? 'present' : 'absent') : given.worked;
        const after = readStatisticalDefinition({ ...given, worked, circumstances: [...filled, ...given.circumstances].reverse() });
        expect(after.forcedLabour).not.toBe('unknown');
        if (before.forcedLabour !== 'unknown') expect(after.forcedLabour).toBe(before.forcedLabour);
      }),
    );
  });
});
