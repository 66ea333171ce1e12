import type { Indicator } from '../vocabulary.ts';
import type { Provenance } from './registry.ts';
import { tableRow, tableRows } from './rows.ts';

export const delphiDimensions = [
  'deceptive-recruitment',
  'coercive-recruitment',
  'recruitment-by-abuse-of-vulnerability',
  'exploitative-conditions-of-work',
  'coercion-at-destination',
  'abuse-of-vulnerability-at-destination',
] as const;
/** D1 to D6, the six elements of the definition of trafficking. */
export type DelphiDimension = (typeof delphiDimensions)[number];
export const signWeights = ['strong', 'medium', 'weak'] as const;
export type SignWeight = (typeof signWeights)[number];
export type DelphiList = 'adults' | 'children';

export type DelphiIndicator = {
  /** "D4.1": dimension and place. */
  code: string;
  dimension: DelphiDimension;
  title: string;
  weight: SignWeight;
  /** Those of the ILO's eleven signs that it shows. */
  signs: Indicator[];
  provenance: Provenance;
};

/** The indicators on one list for labour exploitation, in their order. Without `asOf` the newest vintage. */
export function delphiIndicators(list: DelphiList, asOf?: string): DelphiIndicator[] {
  const eleven = tableRows('ilo-indicators', asOf);
  return [...tableRows('delphi-indicators', asOf).values()].flatMap(({ code, dimension, title, signs, provenance, ...weights }) => {
    const own = weights[list];
    const shown = signs.flatMap((sign) => eleven.get(sign)?.indicator ?? []);
    return own === null ? [] : [{ code, dimension, title, weight: own, signs: shown, provenance }];
  });
}

/** Whether any list has an indicator of this code. */
export function isDelphiIndicator(code: string, asOf?: string): boolean {
  return tableRow('delphi-indicators', { code }, asOf) !== null;
}

export type ForcedLabourSign = { code: string; indicator: Indicator; title: string; provenance: Provenance };

/** The ILO's eleven signs in the order of the booklet, with the set's vintage in their provenance. */
export function forcedLabourSigns(asOf?: string): ForcedLabourSign[] {
  return [...tableRows('ilo-indicators', asOf).values()];
}

export type DefinitionElement = 'involuntariness' | 'menace';
export type Circumstance = { code: string; element: DefinitionElement; title: string; provenance: Provenance };

/** The circumstances by which the statistical definition reads involuntary work and menace of a penalty. */
export function forcedLabourCircumstances(asOf?: string): Circumstance[] {
  return [...tableRows('forced-labour-circumstances', asOf).values()];
}
