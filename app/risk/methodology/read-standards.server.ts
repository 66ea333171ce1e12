import { childStandards, countryBasis, type CountryBasis } from '#scoring';

/** Mean and standard deviation of a measure, and over how many countries. */
export type MeasureStandard = { measure: CountryMeasure; mean: number; deviation: number; countries: number };
type CountryMeasure = keyof CountryBasis['standards'] | keyof ReturnType<typeof childStandards>;
/** What a rule of countries needs beside its numbers and tables, so that it can be recomputed. */
export type ShownStandards = { measures: MeasureStandard[]; calibration: Pick<CountryBasis, 'world' | 'regions'> | null };

/** By what countries are compared under R1 or for child labour on a day; null for every other rule. */
export function readStandards(ruleId: string, asOf: string): ShownStandards | null {
  if (ruleId === 'R1') {
    const { standards, world, regions } = countryBasis(asOf);
    const { governance, trafficking, informality } = standards;
    return {
      measures: [
        { measure: 'governance', ...governance },
        { measure: 'trafficking', ...trafficking },
        { measure: 'informality', ...informality },
      ],
      calibration: { world, regions },
    };
  }
  if (ruleId !== 'child-labour') return null;
  const { informality, farms, governance, births, school } = childStandards(asOf);
  return {
    measures: [
      { measure: 'informality', ...informality },
      { measure: 'farms', ...farms },
      { measure: 'governance', ...governance },
      { measure: 'births', ...births },
      { measure: 'school', ...school },
    ],
    calibration: null,
  };
}
