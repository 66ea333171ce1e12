import {
  type DelphiIndicator,
  delphiIndicators,
  type ForcedLabourSign,
  forcedLabourSigns,
  type SignWeight,
  signWeights,
} from '../reference/at.ts';
import type { Indicator, SignState } from '../vocabulary.ts';
import { joinStates } from './three-valued.ts';

export type SignReading = Pick<ForcedLabourSign, 'code' | 'indicator' | 'title'> & {
  state: SignState;
  /** Strongest adult weight of the survey's indicators that show the sign, at recruitment (D1 to D3) and at work (D4 to D6); null where none does. */
  borrowed: { recruitment: SignWeight | null; work: SignWeight | null; from: string[] };
};

export type ElevenSigns = {
  /** Vintage of the set of signs. */
  set: string;
  signs: SignReading[];
  /** Signs by weight at work: those present, and with all unknown ones counted too. */
  lower: Record<SignWeight, number>;
  upper: Record<SignWeight, number>;
  /** The strongest of them; null where there is none. */
  strongest: { lower: SignWeight | null; upper: SignWeight | null };
};

/**
 * Reads the ILO's eleven signs (R13). The list has no weights: those shown are borrowed from the survey of 2009 and say how a sign was
 * judged there, no more. One sign may be enough, often several must be read together: there is no total. A sign without a report is unknown.
 */
export function readElevenSigns(options: { asOf: string; signs: readonly { indicator: Indicator; state: SignState }[] }): ElevenSigns {
  const { asOf, signs } = options;
  const survey = delphiIndicators('adults', asOf);
  const eleven = forcedLabourSigns(asOf);
  const read = eleven.map(({ code, indicator, title }): SignReading => {
    const state = joinStates(signs.filter((each) => each.indicator === indicator).map((each) => each.state));
    return { code, indicator, title, state, borrowed: borrow(survey.filter((each) => each.signs.includes(indicator))) };
  });
  const lower = count(read.filter(({ state }) => state === 'present'));
  const upper = count(read.filter(({ state }) => state !== 'absent'));
  return {
    set: eleven[0]?.provenance.vintage ?? '',
    signs: read,
    lower,
    upper,
    strongest: { lower: strongestOf(lower), upper: strongestOf(upper) },
  };
}

function borrow(from: readonly DelphiIndicator[]): SignReading['borrowed'] {
  const strongest = (dimensions: RegExp) => {
    const weights = from.filter(({ code }) => dimensions.test(code)).map(({ weight }) => weight);
    return signWeights.find((weight) => weights.includes(weight)) ?? null;
  };
  return { recruitment: strongest(/^D[123]\./), work: strongest(/^D[456]\./), from: from.map(({ code }) => code) };
}

function count(read: readonly SignReading[]): Record<SignWeight, number> {
  const counts = { strong: 0, medium: 0, weak: 0 };
  for (const { borrowed } of read) if (borrowed.work !== null) counts[borrowed.work] += 1;
  return counts;
}

function strongestOf(counts: Record<SignWeight, number>): SignWeight | null {
  return signWeights.find((weight) => counts[weight] > 0) ?? null;
}
