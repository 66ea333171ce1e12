import { describe, expect, it } from 'vitest';
import { countryShare } from '../engine/country.ts';
import { rankedCountries } from './countries.ts';
import { latestInputDay, validationInputs } from './inputs.ts';
import { comparisonHash, makeValidationReport } from './make-report.ts';
import { validationReport } from './read-report.ts';

const report = validationReport();
const figureOf = (outcome: 'forced-labour' | 'child-labour', id: string) => {
  const found = report.countries.find((each) => each.outcome === outcome)?.figures.find((each) => each.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
};

describe('the published validation report', () => {
  // Ten seconds, so in `npm run test:thorough`: its inputs and the golden cases are compared in each run.
  it.runIf(process.env.THOROUGH === '1')(
    'is what the method gives now (else: npm run validate:method -- --write, and read what moved)',
    () => {
      expect(makeValidationReport()).toEqual({ ...report, compared: null });
    },
  );

  it('is made for the day on which the last of its inputs came into force, by the engine of now', () => {
    expect(report.asOf).toBe(latestInputDay());
    expect(report.inputs).toEqual(validationInputs(report.asOf));
    if (report.compared) expect(report.compared.oursHash).toBe(comparisonHash(report.asOf));
  });

  it('ranks 186 countries by figures that do not read the list of goods', () => {
    expect(report.countries.map(({ countries, listed }) => [countries, listed])).toEqual([
      [186, 42],
      [186, 75],
    ]);
    for (const { iso2 } of rankedCountries(report.asOf))
      expect(Object.keys(countryShare(iso2, report.asOf)?.vintages ?? {})).not.toContain('listed-goods');
  });

  it.each([
    ['informality', 0.69],
    ['voice-accountability', 0.66],
    ['rule-of-law', 0.65],
    ['trafficking-tier', 0.67],
  ])('agrees within 0.015 with the area known for %s: %d within fifths', (id, known) => {
    expect(Math.abs((figureOf('forced-labour', id).within?.value ?? 0) - known)).toBeLessThan(0.015);
  });

  it('agrees with the areas known for child labour and for population alone', () => {
    expect(figureOf('child-labour', 'informality').within?.value).toBeCloseTo(0.83, 2);
    expect(figureOf('child-labour', 'rule-of-law').within?.value).toBeCloseTo(0.815, 2);
    expect(figureOf('forced-labour', 'log-population').raw?.value).toBeCloseTo(0.82, 2);
  });

  it('has intervals that hold their figure, and is silent about ours against itself', () => {
    for (const { figures } of report.countries)
      for (const { kind, within, raw, difference, oursOnSame } of figures) {
        for (const each of [within, raw, difference]) if (each) expect(each.low <= each.value && each.value <= each.high).toBe(true);
        expect(kind === 'ours').toBe(difference === null && oursOnSame === null);
      }
  });

  it('keeps of compared tables nothing but their areas', () => {
    const text = JSON.stringify(report.compared ?? {});
    expect(text).not.toMatch(/"(values|iso2|iso3)"/);
    for (const { rankings } of report.compared?.tables ?? [])
      expect(rankings.map((each) => each.outcome)).toEqual(['forced-labour', 'child-labour']);
  });
});
