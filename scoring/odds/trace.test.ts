import { describe, expect, it } from 'vitest';
import type { PlacedFacts, TraceNode } from '../types.ts';
import { assess } from './assess.ts';

const asOf = '2026-11-30';
const nodesOf = (node: TraceNode): TraceNode[] => [node, ...(node.inputs ?? []).flatMap(nodesOf)];
const stepsOf = (facts: PlacedFacts) => {
  const steps = new Map(nodesOf(assess({ asOf, facts }).trace).map((node) => [node.id, node]));
  return (id: string) => steps.get(`score/inherent/${id}`);
};
const migrants = (origin: string, destination: string, sector?: string) =>
  stepsOf({
    countries: { value: [destination] },
    migrantOrigins: { value: [origin] },
    ...(sector === undefined ? {} : { sector: { value: sector } }),
  });

describe('the calculation says of a line that is not known', () => {
  it('that a region without a place adds nothing and does not widen, as its error of 0 shows', () => {
    const step = stepsOf({ countries: { value: ['CN'] } });
    expect(step('region')).toMatchObject({
      value: 0,
      unit: 'points, standard deviation 0',
      unknown: expect.stringMatching(/does not widen/),
    });
    expect(step('agency')?.unknown).toMatch(/the interval is widened/);
  });

  it('that the usual share of migrants is used, with its figure, where a debt counts without their share', () => {
    const debt = migrants('BD', 'MY')('debt');
    const usual = migrants('BD', 'MY')('debt/usual')?.value;
    expect(debt?.value).toBeGreaterThan(5);
    expect(debt?.unknown).toBe(
      `Share of migrants not known: the usual share of the country, ${usual}, is used; the points count and the interval is wider.`,
    );
  });

  it('that it was withdrawn, where the last value still counts', () => {
    const withdrawn = stepsOf({ countries: { value: ['VN'] }, agencyShare: { value: 0.8, withdrawn: true } })('agency');
    expect(withdrawn).toMatchObject({ unknown: expect.stringMatching(/^Withdrawn/) });
    expect(withdrawn?.value).toBeGreaterThan(0);
  });
});

describe('the months of pay of a corridor', () => {
  it('are not given without an origin, and without another country than that of the work', () => {
    expect(stepsOf({ countries: { value: ['MY'] } })('debt/survey')?.unknown).toBe('Origin of migrant workers not given.');
    expect(migrants('MY', 'MY')('debt/survey')?.unknown).toBe('No other country of origin is given.');
  });

  it('say why no survey counts: none is held, none gives months, or those held are of another sector', () => {
    expect(migrants('FR', 'NO')('debt/FR-NO')?.unknown).toBe('No survey of a corridor is held.');
    expect(migrants('NP', 'MY')('debt/NP-MY')?.unknown).toBe('The surveys held for this corridor give no months of pay.');
    expect(migrants('PK', 'SA')('debt/PK-SA')?.unknown).toMatch(/are of single sectors, and the sector is not known/);
    expect(migrants('PK', 'SA', '14')('debt/PK-SA')?.unknown).toMatch(/are of another sector/);
    expect(migrants('PK', 'SA', '41')('debt/PK-SA')).toMatchObject({ value: '8.9', unit: 'months of pay' });
  });

  it('are one month in the singular, and say that the survey names the destination only', () => {
    expect(migrants('PK', 'KR')('debt/PK-KR')).toMatchObject({
      value: '1',
      unit: 'month of pay',
      label: expect.stringMatching(/; the survey names the destination only$/),
    });
  });
});

describe('a region in the calculation', () => {
  it('names by what it was recognised, whether a law presumes forced labour there or not', () => {
    const at = (code: string) =>
      stepsOf({
        countries: { value: ['CN'] },
        subdivisions: { value: [code], recognisedBy: [{ code, by: 'postal-code', matched: '830000' }] },
      })(`region/${code}`)?.label;
    expect(at('CN-XJ')).toBe('CN-XJ lies under a presumption of law; recognised by the postal code 830000');
    expect(at('CN-SH')).toBe('CN-SH lies under no presumption of law; recognised by the postal code 830000');
  });
});
