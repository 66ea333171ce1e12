import {
  countWeights,
  type DelphiTotal,
  isDimensionPositive,
  operationalCode,
  readTotal,
  type SignWeight,
  type WeightCounts,
} from '#scoring';

/** The operational indicators with their dimension ("D1" to "D6") and weight, for each of the two lists: a device has no tables of the method. */
export type PackSigns = Record<'adults' | 'children', { code: string; dimension: string; weight: SignWeight }[]>;

export type SignsRead = {
  dimensions: { code: string; counts: WeightCounts; unknown: number; lower: boolean; upper: boolean }[];
  lower: DelphiTotal;
  upper: DelphiTotal;
};

/** Reads the indicators answered so far twice (R13), as the server does on conclusion: unknown as absent, and as present. */
export function readSigns(signs: PackSigns, given: Readonly<Record<string, unknown>>): SignsRead {
  // Lists that name the parts of an indicator are left out.
  const indicators = Object.entries(given).filter(([key]) => !key.endsWith('.parts'));
  const answers = Object.fromEntries(indicators.map(([key, answer]) => [operationalCode(key), answer]));
  const list = answers['D0.a'] === 'children' ? 'children' : 'adults';
  const isKnown = (answer: unknown) => answer === 'present' || answer === 'absent';
  const codes = [...new Set(signs[list].map(({ dimension }) => dimension))].sort();
  const dimensions = codes.map((code) => {
    const own = signs[list].filter(({ dimension }) => dimension === code);
    const present = own.filter((sign) => answers[sign.code] === 'present').map(({ weight }) => weight);
    const unknown = own.filter((sign) => !isKnown(answers[sign.code])).map(({ weight }) => weight);
    const counts = countWeights(present);
    return {
      ...{ code, counts, unknown: unknown.length },
      ...{ lower: isDimensionPositive(counts), upper: isDimensionPositive(countWeights([...present, ...unknown])) },
    };
  });
  const total = (reading: 'lower' | 'upper', act: boolean) => {
    const holds = (code: string) => dimensions.some((each) => each.code === code && each[reading]);
    return readTotal({ d1: holds('D1'), d2: holds('D2'), d3: holds('D3'), d4: holds('D4'), d5: holds('D5'), act });
  };
  const act = list === 'children' ? answers['D0.b'] : 'absent';
  return { dimensions, lower: total('lower', act === 'present'), upper: total('upper', act !== 'absent') };
}
