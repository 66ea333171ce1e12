import type { SampleDimension } from './states';

/** The names of the two fields of a row of the plan of interviews. */
export const sampleFields = (dimension: SampleDimension, row: number) => ({
  value: `sample-${dimension}-${row}-value`,
  people: `sample-${dimension}-${row}-people`,
});
/** Rows that a form may have for one property. */
export const mostSampleRows = 30;

/** Groups that are the same everywhere; shifts and languages are named by who plans. */
export const fixedGroups: Readonly<Partial<Record<SampleDimension, readonly string[]>>> = {
  sex: ['women', 'men'],
  origin: ['migrants', 'locals'],
  contract: ['agency', 'direct'],
};
