import type { LenderRole, Product, ProjectRegion, ProjectSector, ProjectStage, Refinancing } from './states';

/** The record of a deal as in its form. Days are ISO; amounts integer minor units of `currency`; null where unknown. */
export type DealRecord = {
  projectName: string;
  sponsor: string;
  /** ISO 3166-1 alpha-2, in the order given; at least one. */
  hostCountries: string[];
  latitude: number | null;
  longitude: number | null;
  sector: ProjectSector;
  sectorCode: string;
  product: Product;
  stage: ProjectStage;
  lenderRole: LenderRole;
  currency: string;
  capitalCostMinor: bigint | null;
  loanTotalMinor: bigint | null;
  commitmentMinor: bigint | null;
  /** US dollars for one unit, a decimal with at most 8 places, with its day; both or neither. */
  usdRate: string | null;
  usdRateOn: string | null;
  tenorMonths: number | null;
  isMostlyForProject: boolean | null;
  isControlled: boolean | null;
  refinancedBy: Refinancing | null;
  wasFinancedUnderPrinciples: boolean | null;
  hasMaterialChange: boolean | null;
  isCompleteAtSigning: boolean | null;
  signedOn: string | null;
  closedOn: string | null;
  /** Only set where the host countries are in more than one region. */
  region: ProjectRegion | null;
  hasNameConsent: boolean;
};

const dayOf = (day: string | null) => (day === null ? null : new Date(day));

/** The record as columns of the table. */
export function columnsOf(record: DealRecord) {
  return { ...record, usdRateOn: dayOf(record.usdRateOn), signedOn: dayOf(record.signedOn), closedOn: dayOf(record.closedOn) };
}

/** What a history shows of the record: every field as text or number. */
export function loggedFields(record: DealRecord): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    Object.entries(record).map(([field, value]) => [
      field,
      typeof value === 'bigint' ? value.toString() : Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
