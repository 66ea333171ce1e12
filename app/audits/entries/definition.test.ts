import { describe, expect, it } from 'vitest';
import { definitionReadingLabel } from '~/audits/entries/definition-labels';
import { m } from '~/paraglide/messages';
import { definitionElements, definitionReadings, type ElementState, elementStates, readDefinition } from './definition';

const all = [null, ...elementStates];
const every = all.flatMap((work) =>
  all.flatMap((penalty) =>
    all.flatMap((unwilling) => all.map((exceptions) => ({ work, penalty, 'not-voluntary': unwilling, exceptions }))),
  ),
);

describe('the legal definition, step by step', () => {
  it('applies only where each of its three elements is supported and no exception may apply', () => {
    const fitting = every.filter((states) => readDefinition(states).reading === 'fits');
    expect(fitting).toEqual([{ work: 'supported', penalty: 'supported', 'not-voluntary': 'supported', exceptions: 'not-supported' }]);
  });

  it('stays open while anything is not assessed, and lists what', () => {
    for (const states of every) {
      const missing = definitionElements.filter((element) => states[element] === null);
      const { reading, because } = readDefinition(states);
      expect(reading === 'open').toBe(missing.length > 0);
      if (reading === 'open') expect(because).toEqual(missing);
    }
    expect(readDefinition({}).because).toEqual([...definitionElements]);
  });

  it('considers an exception that may apply, or is unclear, only with three supported elements', () => {
    const three = { work: 'supported', penalty: 'supported', 'not-voluntary': 'supported' } as const;
    for (const exceptions of ['supported', 'unclear'] as const satisfies ElementState[])
      expect(readDefinition({ ...three, exceptions }).reading).toBe('exception');
    expect(readDefinition({ ...three, penalty: 'unclear', exceptions: 'supported' })).toEqual({ reading: 'unclear', because: ['penalty'] });
    expect(readDefinition({ ...three, penalty: 'not-supported', work: 'unclear', exceptions: 'not-supported' })).toEqual({
      reading: 'not-supported',
      because: ['penalty'],
    });
  });

  it('calls nothing a proof, in any language', () => {
    for (const locale of ['en', 'fr', 'es'] as const) {
      const said = definitionReadings.map((reading) => definitionReadingLabel({ reading, because: [...definitionElements] }, { locale }));
      expect(new Set(said).size).toBe(definitionReadings.length);
      for (const text of [...said, m.audits_definition_lead({}, { locale })])
        expect(text).not.toMatch(
          /\b(is|are|as) (a )?proof|proves|proven|(?<!n’)est (une )?preuve|prouvé|prouve |(?<!no )\bes una prueba|probad|demuestra/i,
        );
      expect(said.at(-1)).toMatch(/neither proof|ni une preuve|no es una prueba/i);
    }
  });
});
