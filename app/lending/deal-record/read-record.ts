import type { Prisma } from '~/access/generated/client';
import type { DealRecord } from './record';
import {
  type LenderRole,
  lenderRoles,
  type Product,
  type ProjectRegion,
  type ProjectSector,
  type ProjectStage,
  products,
  projectRegions,
  projectSectors,
  projectStages,
  type Refinancing,
  refinancings,
} from './states';

/** The columns that make up the record. */
export const recordColumns = {
  projectName: true,
  sponsor: true,
  hostCountries: true,
  latitude: true,
  longitude: true,
  sector: true,
  sectorCode: true,
  product: true,
  stage: true,
  lenderRole: true,
  currency: true,
  capitalCostMinor: true,
  loanTotalMinor: true,
  commitmentMinor: true,
  usdRate: true,
  usdRateOn: true,
  tenorMonths: true,
  isMostlyForProject: true,
  isControlled: true,
  refinancedBy: true,
  wasFinancedUnderPrinciples: true,
  hasMaterialChange: true,
  isCompleteAtSigning: true,
  signedOn: true,
  closedOn: true,
  region: true,
  hasNameConsent: true,
} as const satisfies Prisma.DealSelect;

type Row = Prisma.DealGetPayload<{ select: typeof recordColumns }>;

const isoDay = (day: Date | null) => day?.toISOString().slice(0, 10) ?? null;

/** A code list value; a CHECK of the database excludes others. */
function wordOf<Word extends string>(list: readonly Word[], value: string): Word {
  const found = list.find((word) => word === value);
  if (found === undefined) throw new Error(`${value} is none of ${list.join(', ')}`);
  return found;
}

/** The record as the rules and forms take it. */
export function readRecord(row: Row): DealRecord {
  return {
    projectName: row.projectName,
    sponsor: row.sponsor,
    hostCountries: row.hostCountries,
    latitude: row.latitude?.toNumber() ?? null,
    longitude: row.longitude?.toNumber() ?? null,
    sector: wordOf<ProjectSector>(projectSectors, row.sector),
    sectorCode: row.sectorCode,
    product: wordOf<Product>(products, row.product),
    stage: wordOf<ProjectStage>(projectStages, row.stage),
    lenderRole: wordOf<LenderRole>(lenderRoles, row.lenderRole),
    currency: row.currency,
    capitalCostMinor: row.capitalCostMinor,
    loanTotalMinor: row.loanTotalMinor,
    commitmentMinor: row.commitmentMinor,
    usdRate: row.usdRate?.toFixed() ?? null,
    usdRateOn: isoDay(row.usdRateOn),
    tenorMonths: row.tenorMonths,
    isMostlyForProject: row.isMostlyForProject,
    isControlled: row.isControlled,
    refinancedBy: row.refinancedBy === null ? null : wordOf<Refinancing>(refinancings, row.refinancedBy),
    wasFinancedUnderPrinciples: row.wasFinancedUnderPrinciples,
    hasMaterialChange: row.hasMaterialChange,
    isCompleteAtSigning: row.isCompleteAtSigning,
    signedOn: isoDay(row.signedOn),
    closedOn: isoDay(row.closedOn),
    region: row.region === null ? null : wordOf<ProjectRegion>(projectRegions, row.region),
    hasNameConsent: row.hasNameConsent,
  };
}
