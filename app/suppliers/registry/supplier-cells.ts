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
};
export type SupplierCell = string | number | null;

type Column = { heading: string; order: number; cell: (supplier: ExportedSupplier, titles: Titles) => SupplierCell };
type Titles = Readonly<Record<string, string>>;

const ownColumns: readonly Column[] = [
  { heading: 'id', order: 10, cell: ({ publicId }) => publicId },
  { heading: 'name', order: 20, cell: ({ name }) => name },
  { heading: 'sector_title', order: 50, cell: ({ sector }, titles) => (sector === null ? null : (titles[sector] ?? null)) },
  { heading: 'tier_computed', order: 60, cell: ({ tier }) => tier },
  { heading: 'status', order: 500, cell: ({ scoreStatus }) => scoreStatus ?? 'not-scored' },
  { heading: 'band', order: 510, cell: ({ band }) => band },
  { heading: 'score', order: 520, cell: ({ score }) => score },
  { heading: 'score_low', order: 530, cell: ({ scoreLow }) => scoreLow },
  { heading: 'score_high', order: 540, cell: ({ scoreHigh }) => scoreHigh },
  { heading: 'basis', order: 550, cell: ({ basis }) => basis },
  { heading: 'place_best', order: 560, cell: ({ placeBest }) => placeBest },
  { heading: 'place_worst', order: 570, cell: ({ placeWorst }) => placeWorst },
  { heading: 'in_riskiest_tenth', order: 580, cell: ({ inRiskiestTenth }) => inRiskiestTenth },
  { heading: 'child_score', order: 590, cell: ({ childScore }) => childScore },
  { heading: 'child_band', order: 600, cell: ({ childBand }) => childBand },
  {
    heading: 'state_imposed',
    order: 610,
    cell: ({ isStateImposed }) => (isStateImposed === null ? null : isStateImposed ? 'yes' : 'no'),
  },
  { heading: 'alerts', order: 620, cell: ({ alerts }) => alerts.join(' ') },
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
