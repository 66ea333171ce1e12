/** What files say of a supplier; null is not known. */
export type ExportedSupplier = {
  publicId: string;
  name: string;
  country: string | null;
  sector: string | null;
  tier: number | null;
  declaredTier: number | null;
  workers: number | null;
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

/** Names of the columns of a supplier in every file, the same in all languages; the address of its page stands last, behind what a file adds. */
export const supplierHead = [
  'id',
  'name',
  'country',
  'sector',
  'sector_title',
  'tier_computed',
  'tier_declared',
  'workers',
  'status',
  'band',
  'score',
  'score_low',
  'score_high',
  'basis',
  'place_best',
  'place_worst',
  'in_riskiest_tenth',
  'child_score',
  'child_band',
  'state_imposed',
  'alerts',
] as const;
export const linkHead = 'link';

/** The cells of a supplier in the order of `supplierHead`. `titles`: names of sectors by code. */
export function supplierCells(supplier: ExportedSupplier, titles: Readonly<Record<string, string>>): SupplierCell[] {
  return [
    supplier.publicId,
    supplier.name,
    supplier.country,
    supplier.sector,
    supplier.sector === null ? null : (titles[supplier.sector] ?? null),
    supplier.tier,
    supplier.declaredTier,
    supplier.workers,
    supplier.scoreStatus ?? 'not-scored',
    supplier.band,
    supplier.score,
    supplier.scoreLow,
    supplier.scoreHigh,
    supplier.basis,
    supplier.placeBest,
    supplier.placeWorst,
    supplier.inRiskiestTenth,
    supplier.childScore,
    supplier.childBand,
    supplier.isStateImposed === null ? null : supplier.isStateImposed ? 'yes' : 'no',
    supplier.alerts.join(' '),
  ];
}
