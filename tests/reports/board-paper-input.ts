import { type Basis, bases } from '#scoring';
import { arrangeBoardPaper, type BoardPaperInput, type RiskySupplier } from '~/supply-chain/board-paper/model';
import type { BoardPaperContent } from '~/supply-chain/board-paper/schema';

const suppliers: [string, string, number, number | null, Basis][] = [
  ['Tarim Basin Fibre Trading', 'CN', 96, 640, 'D'],
  ['Punjab Brick & Clay Works', 'PK', 84, 160, 'D'],
  ['Gujarat Ginning Cooperative', 'IN', 79, 280, 'C'],
  ['Selangor Glove & Safety', 'MY', 78, 1_120, 'A'],
  ['Sindh Cotton Growers', 'PK', 74, 410, 'D'],
  ['Yangon Rain Shell', 'MM', 73, 880, 'B'],
  ['Para Madeira', 'BR', 70, null, 'D'],
  ['Jordan Valley Apparel', 'JO', 68, 3, 'B'],
  ['Bago Zipper & Button', 'MM', 67, 310, 'E'],
];

const riskiest = suppliers.map(
  ([name, country, score, workers, basis], at): RiskySupplier => ({
    ...{
      name,
      country,
      sector: 'Manufacture of textiles',
      tier: (at % 3) + 1,
      band: at < 2 ? 'severe' : 'high',
      score,
      low: score - 6,
      high: score + 6,
      workers,
      basis,
    },
    magnitude: workers === null ? null : 'tens',
    alertKind: at < 2 ? 'presumed-region' : at < 6 ? 'listed-good' : null,
    alertIsToBeConfirmed: at === 1,
  }),
);

/** The input of a paper on 61 suppliers. */
export const boardPaperInput: BoardPaperInput = {
  ...{ locale: 'en', preparedAt: '2026-11-30T06:00:00.000Z', asOf: '2026-11-30', since: '2026-10-31', engineVersion: '2.0.0' },
  ...{ organization: { name: 'Larkfield & Daughters' }, preparedBy: 'Hanna Lindqvist', riskiest },
  decisions: [
    {
      title: 'Leave Tarim Basin cotton by 31 March 2027; suspend four US-bound styles until origin is shown',
      ...{
        amount: '€ 1.9 m of sales a year',
        ifYes: 'Four styles can enter the US again',
        ifNo: 'Goods can be detained; no audit answers the presumption',
      },
    },
    {
      title: 'Advance the repayment of recruitment fees at Selangor Glove, recovered from the supplier over 18 months',
      ...{
        amount: '€ 240,000 to € 520,000',
        ifYes: '220 to 290 people free of recruitment debt by 31 March',
        ifNo: 'The supplier repays over 18 months; the debt stays until then',
      },
    },
    {
      title: 'Fund six unannounced audits at suppliers of tier 2 and 3 that rest on place and sector alone',
      ...{ amount: '€ 96,000 in 2027', ifYes: 'Six of 29 scores rest on a site check', ifNo: 'Place and sector remain all we know' },
    },
  ],
  bands: { severe: 2, high: 7, elevated: 16, moderate: 22, low: 13, none: 1 },
  atRisk: { workers: 3_803, withoutWorkers: 1, small: 1, expected: 220 },
  ...{ banned: 2, bannedToConfirm: 1, critical: { count: 1, since: '2026-08-06' } },
  overdue: { questionnaires: 3, findings: 2, actions: 1, tasks: 1 },
  matches: { importBan: 1, other: 0 },
  changes: {
    total: 12,
    shown: [
      { name: 'Tarim Basin Fibre Trading', from: 63, to: 96, on: '2026-11-24', cause: 'Address recognised as Xinjiang' },
      { name: 'Colombo Seam Works', from: 52, to: 44, on: '2026-11-11', cause: 'Fee repayment verified' },
      { name: 'Selangor Glove & Safety', from: 71, to: 78, on: '2026-11-12', cause: 'Finding raised to critical' },
      { name: 'Jordan Valley Apparel', from: 62, to: 68, on: '2026-11-20', cause: 'Agency workers reported' },
    ],
  },
  basis: [
    ...bases.map((basis, at) => ({ tier: 1, basis, suppliers: [3, 8, 5, 4, 0][at] ?? 0 })),
    ...bases.map((basis, at) => ({ tier: 2, basis, suppliers: [1, 1, 9, 12, 2][at] ?? 0 })),
    ...bases.map((basis, at) => ({ tier: 3, basis, suppliers: [0, 0, 1, 12, 2][at] ?? 0 })),
    { tier: null, basis: null, suppliers: 1 },
  ],
  gaps: [
    { kind: 'names-to-confirm', count: 1, of: 61 },
    { kind: 'no-upstream', count: 8, of: 20 },
    { kind: 'never-audited', count: 48, of: 61 },
    { kind: 'recruiters-unknown', count: 13, of: 20 },
    { kind: 'workers-unknown', count: 0, of: 61 },
  ],
  actions: {
    total: 23,
    shown: [
      {
        text: 'Return passports to all migrant workers',
        supplier: 'Selangor Glove & Safety',
        owner: 'Hanna Lindqvist',
        dueOn: '2026-11-20',
        state: 'under-way',
      },
      {
        text: 'Request the origin of cotton',
        supplier: 'Wei Hai Technical Fabrics',
        owner: 'Hanna Lindqvist',
        dueOn: '2026-12-04',
        state: 'task',
      },
      {
        text: 'Repay recruitment fees',
        supplier: 'Jordan Valley Apparel',
        owner: 'Anjali Khanna',
        dueOn: '2026-12-03',
        state: 'to-be-verified',
      },
      { text: 'Repay recruitment fees', supplier: 'Colombo Seam Works', owner: null, dueOn: '2026-12-11', state: 'planned' },
      { text: 'Open a grievance channel', supplier: 'Yangon Rain Shell', owner: 'Tom Barlow', dueOn: '2026-12-31', state: 'planned' },
    ],
  },
};

const long = 'Shenzhen Xinghua Precision Garment Accessories and Technical Textiles Manufacturing and Export Company Limited ';

/** The same with every text at its maximum length, for 500 suppliers. */
export function longestInput(locale: BoardPaperInput['locale']): BoardPaperInput {
  const name = long.repeat(2).trim();
  return {
    ...boardPaperInput,
    ...{
      locale,
      organization: { name },
      preparedBy: name,
      banned: 480,
      bannedToConfirm: 120,
      critical: { count: 1_234, since: '2026-08-06' },
      overdue: { questionnaires: 12_345, findings: 12_345, actions: 2_160, tasks: 2_160 },
      matches: { importBan: 320, other: 179 },
    },
    riskiest: riskiest.map((each) => ({
      ...each,
      name,
      sector: name,
      magnitude: 'ten-thousands',
      alertKind: 'state-imposed',
      alertIsToBeConfirmed: true,
    })),
    bands: { severe: 2, high: 441, elevated: 20, moderate: 20, low: 15, none: 2 },
    atRisk: { workers: 12_345_678, withoutWorkers: 321, small: 1, expected: 123_456 },
    decisions: Array.from({ length: 3 }, () => ({
      title: long.slice(0, 110),
      amount: long.slice(0, 40),
      ifYes: long.repeat(2).slice(0, 120),
      ifNo: long.repeat(2).slice(0, 120),
    })),
    changes: { total: 480, shown: boardPaperInput.changes.shown.map((each) => ({ ...each, name, cause: name })) },
    basis: [
      { tier: 1, basis: 'A', suppliers: 100 },
      { tier: 2, basis: 'D', suppliers: 200 },
      { tier: 3, basis: 'E', suppliers: 100 },
      { tier: null, basis: 'E', suppliers: 98 },
      { tier: null, basis: null, suppliers: 2 },
    ],
    gaps: (['names-to-confirm', 'no-upstream', 'never-audited', 'recruiters-unknown', 'workers-unknown', 'not-scored'] as const).map(
      (kind) => ({ kind, count: 499, of: 500 }),
    ),
    actions: {
      total: 4_321,
      shown: boardPaperInput.actions.shown.map((each) => ({
        ...each,
        text: name,
        supplier: name,
        owner: name,
        state: 'to-be-verified',
        dueOn: '2024-01-01',
      })),
    },
  };
}

export const boardPaperContent: BoardPaperContent = arrangeBoardPaper(boardPaperInput);
