import { shownScore } from '~/ui/shown-score';
import { readSpend } from '~/suppliers/fields/definition/spend-text';
import { type ExportedFacts, exportedFacts } from './exported-facts';

/** What files say of a supplier; null is not known. */
export type ExportedSupplier = ExportedFacts & {
  publicId: string;
  name: string;
  tier: number | null;
  scoreStatus: string | null;
  band: string | null;
  score: number | null;
  scoreLow: number | null;
  scoreHigh: number | null;
  /** A to E: what the score rests on. */
  basis: string | null;
  /** The 90 % range of its place among all scored suppliers, 1 the riskiest, and how probably (0 to 1) it is among the riskiest tenth; null until drawn. */
  placeBest: number | null;
  placeWorst: number | null;
  inRiskiestTenth: number | null;
  /** The score of child labour: a scale of its own. */
  childScore: number | null;
  childBand: string | null;
  isStateImposed: boolean | null;
  /** Kinds of its current alerts. */
  alerts: readonly string[];
  /** Whether a ban lies further up its chain, where that was asked. */
  hasBanUpstream?: boolean | undefined;
};
export type SupplierCell = string | number | null;

type Column = { heading: string; order: number; cell: (supplier: ExportedSupplier, titles: Titles) => SupplierCell };
type Titles = Readonly<Record<string, string>>;

/** A score as every page shows it: in whole points from 0 to 100. */
export const shownOrNull = (score: number | null): number | null => (score === null ? null : shownScore(score));
/** Beside the kinds of its own alerts: what the list shows where a ban lies further up the chain. */
const banUpstream = 'import-ban-upstream';

const ownColumns: readonly Column[] = [
  { heading: 'id', order: 10, cell: ({ publicId }) => publicId },
  { heading: 'name', order: 20, cell: ({ name }) => name },
  { heading: 'sector_title', order: 50, cell: ({ sector }, titles) => (sector === null ? null : (titles[sector] ?? null)) },
  { heading: 'tier_computed', order: 60, cell: ({ tier }) => tier },
  { heading: 'status', order: 500, cell: ({ scoreStatus }) => scoreStatus ?? 'not-scored' },
  { heading: 'band', order: 510, cell: ({ band }) => band },
  { heading: 'score', order: 520, cell: ({ score }) => shownOrNull(score) },
  { heading: 'score_low', order: 530, cell: ({ scoreLow }) => shownOrNull(scoreLow) },
  { heading: 'score_high', order: 540, cell: ({ scoreHigh }) => shownOrNull(scoreHigh) },
  { heading: 'basis', order: 550, cell: ({ basis }) => basis },
  { heading: 'place_best', order: 560, cell: ({ placeBest }) => placeBest },
  { heading: 'place_worst', order: 570, cell: ({ placeWorst }) => placeWorst },
  { heading: 'in_riskiest_tenth', order: 580, cell: ({ inRiskiestTenth }) => inRiskiestTenth },
  { heading: 'child_score', order: 590, cell: ({ childScore }) => shownOrNull(childScore) },
  { heading: 'child_band', order: 600, cell: ({ childBand }) => childBand },
  {
    heading: 'state_imposed',
    order: 610,
    cell: ({ isStateImposed }) => (isStateImposed === null ? null : isStateImposed ? 'yes' : 'no'),
  },
  {
    heading: 'alerts',
    order: 620,
    cell: ({ alerts, hasBanUpstream = false }) => [...alerts, ...(hasBanUpstream ? [banUpstream] : [])].join(' '),
  },
  // What the method computes, neither rounded nor cut at the ends of the scale: it keeps the order of suppliers that are shown alike.
  { heading: 'score_unrounded', order: 630, cell: ({ score }) => score },
  { heading: 'score_low_unrounded', order: 640, cell: ({ scoreLow }) => scoreLow },
  { heading: 'score_high_unrounded', order: 650, cell: ({ scoreHigh }) => scoreHigh },
  { heading: 'child_score_unrounded', order: 660, cell: ({ childScore }) => childScore },
];
/** An amount is a number only beside its currency. */
function spendColumns(heading: string, order: number): Column[] {
  const of = ({ annualSpend }: ExportedSupplier) => (annualSpend === null ? null : readSpend(annualSpend));
  return [
    { heading, order, cell: (supplier) => of(supplier)?.amount ?? null },
    { heading: `${heading}_currency`, order, cell: (supplier) => of(supplier)?.currency ?? null },
    { heading: `${heading}_year`, order, cell: (supplier) => of(supplier)?.year ?? null },
  ];
}

const columns = [
  ...ownColumns,
  ...exportedFacts.flatMap(({ key, heading, order }): Column[] =>
    key === 'annualSpend' ? spendColumns(heading, order) : [{ heading, order, cell: (supplier) => supplier[key] }],
  ),
].sort((a, b) => a.order - b.order);

/** Names of the columns of a supplier in every file, the same in all languages; the address of its page is last, after what a file adds. */
export const supplierHead: readonly string[] = columns.map(({ heading }) => heading);
export const linkHead = 'link';

/** The cells of a supplier in the order of `supplierHead`. `titles`: names of sectors by code. */
export const supplierCells = (supplier: ExportedSupplier, titles: Titles): SupplierCell[] =>
  columns.map(({ cell }) => cell(supplier, titles));
