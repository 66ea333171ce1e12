import type { TargetReport } from './schema.ts';

/** The seven targets, in the order of the design. */
export const targetIds = ['face', 'separation', 'known-cases', 'pairs', 'totals', 'sensitivity', 'coverage'] as const;
export type TargetId = (typeof targetIds)[number];

/** One thing that a target asks for: `reached` against `wanted`, in the unit that `id` names; `isMet` null where nothing was measured. */
export type Check = { target: TargetId; id: CheckId; of: string | null; wanted: number; reached: number | null; isMet: boolean | null };
export const checkIds = [
  'situations-in-band',
  'situations-two-bands-off',
  'deviation',
  'pairs-ordered',
  'largest-band',
  'register-area',
  'courts-area',
  'pairs-forced',
  'pairs-child',
  'countries-against-index',
  'total-region',
  'total-sector',
  'rank-correlation',
  'interval-coverage',
] as const;
export type CheckId = (typeof checkIds)[number];

const atLeast = (reached: number | null | undefined, wanted: number) => (reached == null ? null : reached >= wanted);

/** Every check of a report, met or not: nothing that was missed is left out. */
export function judge(report: TargetReport): Check[] {
  const { face, separation, knownCases, list, totals, sensitivity, coverage } = report;
  const shareInBand = face.inBand / face.situations;
  const setArea = (set: string) => knownCases.find((each) => each.set === set)?.withProduct?.value ?? null;
  const pairsOf = (outcome: string) => list.find((each) => each.outcome === outcome)?.pairs.area?.value ?? null;
  return [
    { target: 'face', id: 'situations-in-band', of: null, wanted: 0.9, reached: shareInBand, isMet: shareInBand >= 0.9 },
    { target: 'face', id: 'situations-two-bands-off', of: null, wanted: 0, reached: face.twoOff, isMet: face.twoOff === 0 },
    ...separation.flatMap(({ title, deviation, toldApart, bands, scored }): Check[] => {
      const largest = Math.max(...Object.values(bands)) / Math.max(1, scored);
      return [
        { target: 'separation', id: 'deviation', of: title, wanted: 14, reached: deviation, isMet: deviation >= 14 },
        { target: 'separation', id: 'pairs-ordered', of: title, wanted: 0.3, reached: toldApart, isMet: toldApart >= 0.3 },
        { target: 'separation', id: 'largest-band', of: title, wanted: 0.5, reached: largest, isMet: largest <= 0.5 },
      ];
    }),
    ...(
      [
        ['register-area', 'register', 0.87],
        ['courts-area', 'courts', 0.8],
      ] as const
    ).map(
      ([id, set, wanted]): Check => ({
        ...{ target: 'known-cases', id, of: null, wanted, reached: setArea(set), isMet: atLeast(setArea(set), wanted) },
      }),
    ),
    ...(
      [
        ['pairs-forced', 'forced-labour', 0.81],
        ['pairs-child', 'child-labour', 0.79],
      ] as const
    ).map(
      ([id, outcome, wanted]): Check => ({
        ...{ target: 'pairs', id, of: null, wanted, reached: pairsOf(outcome), isMet: atLeast(pairsOf(outcome), wanted) },
      }),
    ),
    ...list
      .filter(({ outcome }) => outcome === 'forced-labour')
      .flatMap(({ countries }) =>
        // At least as good: what it falls short by is within the error of the bootstrap.
        countries.less.map(
          ({ index, difference }): Check => ({
            ...{ target: 'pairs', id: 'countries-against-index', of: index, wanted: 0, reached: difference?.value ?? null },
            isMet: difference === null ? null : difference.high >= 0,
          }),
        ),
      ),
    ...totals.map(
      ({ kind, name, ratio }): Check => ({
        ...{ target: 'totals', id: kind === 'region' ? 'total-region' : 'total-sector', of: name, wanted: 0.25, reached: ratio - 1 },
        isMet: Math.abs(ratio - 1) <= 0.25,
      }),
    ),
    {
      ...{ target: 'sensitivity', id: 'rank-correlation', of: null, wanted: 0.9, reached: sensitivity.together.median },
      isMet: sensitivity.together.median >= 0.9,
    },
    ...coverage.map(
      ({ seed, share }): Check => ({
        ...{
          target: 'coverage',
          id: 'interval-coverage',
          of: String(seed),
          wanted: 0.9,
          reached: share,
          isMet: share >= 0.86 && share <= 0.94,
        },
      }),
    ),
  ];
}
