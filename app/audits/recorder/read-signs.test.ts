// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answers, instrument, questionsOf, readOperational } from '#scoring';
import { auditInstruments } from '~/audits/planning/states';
import { packSigns } from './pack-signs.server';
import { readSigns } from './read-signs';

const asOf = '2026-12-02';
const asked = instrument(auditInstruments.screening);
const signs = questionsOf(asked).flatMap(({ key, type }) => (type === 'SIGN' ? [key] : []));
const state = fc.constantFrom('present', 'absent', 'unknown', undefined);

test('a device evaluates the indicators as the method does', () => {
  const taken = packSigns(asOf);
  fc.assert(
    fc.property(
      fc.array(state, { minLength: signs.length, maxLength: signs.length }),
      fc.constantFrom('adults', 'children', undefined),
      state,
      (states, list, act) => {
        const given = Object.entries({ 'D0.a': list, 'D0.b': list === 'children' ? act : undefined });
        const all = [...given, ...signs.map((key, index) => [key, states[index]] as const)];
        const answers = Object.fromEntries(all.filter(([, value]) => value !== undefined)) as Answers;
        const { lower, upper, dimensions } = readOperational(asked, { asOf, answers });
        expect(readSigns(taken, answers)).toEqual({
          ...{ lower, upper },
          dimensions: dimensions.map(({ code, counts, unknown, ...reading }) => ({
            ...{ code, counts, unknown: unknown.length, lower: reading.lower, upper: reading.upper },
          })),
        });
      },
    ),
  );
});
