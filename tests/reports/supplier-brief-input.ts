import { mostShown, type SupplierBrief } from '~/supply-chain/supplier-brief/schema';

/** A brief on one supplier, as it is read. */
export const supplierBrief: SupplierBrief = {
  ...{ kind: 'supplier-brief', locale: 'en', preparedAt: '2026-11-30T06:00:00.000Z', asOf: '2026-11-30' },
  ...{ organization: { name: 'Larkfield & Daughters' }, preparedBy: 'Hanna Lindqvist' },
  supplier: {
    ...{ name: 'Selangor Glove & Safety', publicId: 'SUP-7KQ2' },
    about: ['Malaysia', 'Manufacture of rubber products', 'Tier 1', 'Nitrile gloves, latex gloves'],
  },
  verdict: 'Open critical finding: Retention of identity documents',
  meaning: 'Workers are at risk of serious harm until it is remedied.',
  score: { score: 78, low: 74, high: 83, band: 'high', basis: 'A', scoredOn: '2026-11-29', method: '2.0.0' },
  ...{ workers: { kind: 'exact', count: 1_120 }, concerned: 'tens' },
  alerts: {
    total: 2,
    shown: [
      {
        ...{ title: 'Gloves from Malaysia is on the US list of goods produced by forced labour', state: 'Open' },
        source: 'US DOL, 30 Sep 2020 · raised on 2 Sep 2026',
      },
      {
        title: 'Reported for state-imposed forced labour: Malaysia',
        source: 'US State Department, 2025 · raised on 2 Sep 2026',
        state: 'To be confirmed',
      },
    ],
  },
  drivers: [
    { name: 'Findings', points: 18.4, odds: '3.6 times the odds' },
    { name: 'Country: Malaysia', points: 9.1, odds: '1.9 times the odds' },
    { name: 'Recruitment debt', points: 6.3, odds: '1.5 times the odds' },
  ],
  unknowns: [
    { fact: 'Share of agency workers', change: '−4 to +9', how: 'Labour agency contracts and headcount' },
    { fact: 'Subcontracting', change: '−2 to +5', how: 'Order and subcontractor records, unannounced visit' },
  ],
  findings: {
    critical: 1,
    list: {
      total: 4,
      shown: [
        { title: 'Retention of identity documents', grade: 'critical', openedOn: '2026-08-06' },
        { title: 'Recruitment fees and related costs', grade: 'major', openedOn: '2026-08-06' },
        { title: 'Excessive overtime', grade: 'moderate', openedOn: '2026-08-06' },
      ],
    },
  },
  actions: {
    open: 3,
    overdue: { total: 1, shown: [{ title: 'Retention of identity documents', kind: 'remediation', dueOn: '2026-11-20' }] },
  },
  asks: {
    total: 3,
    shown: [
      'Retention of identity documents: action was due on 20 Nov 2026. What is done, what delays the rest, and what is the evidence?',
      'Recruitment fees and related costs: what will you do, who is responsible, and by when?',
      'Share of agency workers, not known: can you show it? Labour agency contracts and headcount.',
    ],
  },
  isDangerousToAsk: false,
  ...{ contact: { email: 'compliance@selangor-glove.example', isWrong: false }, owner: 'Tomasz Zieliński' },
};

const long =
  'Shenzhen Xinghua International Textile and Garment Manufacturing Group Company Limited, Longhua Second Branch Factory for Export Goods ';
const most = <Row>(count: number, row: (at: number) => Row): Row[] => Array.from({ length: count }, (_, at) => row(at));

/** A brief whose every list is longer than a page has room for and whose every text is as long as texts become. */
export const longestBrief = (locale: SupplierBrief['locale']): SupplierBrief => ({
  ...supplierBrief,
  ...{
    locale,
    organization: { name: long.repeat(2) },
    preparedBy: long,
    verdict: long.repeat(4),
    meaning: long.repeat(3),
    isDangerousToAsk: true,
  },
  supplier: { name: long, publicId: 'SUP-7KQ2', about: [long, long, long, long] },
  score: { score: 118, low: 96, high: 131, band: 'severe', basis: 'C', scoredOn: '2026-11-29', method: '2.0.0' },
  alerts: { total: 41, shown: most(mostShown.alerts, () => ({ title: long.repeat(2), source: long.repeat(2), state: long })) },
  drivers: most(mostShown.drivers, () => ({ name: long.repeat(2), points: 118.4, odds: long.repeat(2) })),
  unknowns: most(mostShown.unknowns, () => ({ fact: long.repeat(2), change: '−118 to +118', how: long.repeat(2) })),
  findings: {
    critical: 37,
    list: {
      total: 412,
      shown: most(mostShown.findings, () => ({ title: long.repeat(2), grade: 'critical' as const, openedOn: '2026-08-06' })),
    },
  },
  actions: {
    open: 1_412,
    overdue: {
      total: 311,
      shown: most(mostShown.actions, () => ({ title: long.repeat(2), kind: 'remediation' as const, dueOn: '2021-11-20' })),
    },
  },
  asks: { total: 27, shown: most(mostShown.asks, (at) => `${at} ${long.repeat(3)}`) },
  ...{ contact: { email: `${'a'.repeat(64)}@${'b'.repeat(120)}.example`, isWrong: true }, owner: long },
});

/** A supplier of which nothing but the name is recorded. */
export const emptyBrief: SupplierBrief = {
  ...supplierBrief,
  ...{ verdict: 'Not scored: countries, sector missing', meaning: null, score: null, workers: { kind: 'under-5' }, concerned: null },
  supplier: { name: 'Bago Zipper', publicId: 'SUP-1', about: ['Tier unknown'] },
  ...{ alerts: { total: 0, shown: [] }, drivers: [], unknowns: [], asks: { total: 0, shown: [] }, contact: null, owner: null },
  ...{ findings: { critical: 0, list: { total: 0, shown: [] } }, actions: { open: 0, overdue: { total: 0, shown: [] } } },
};
