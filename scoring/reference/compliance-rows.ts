import { z } from 'zod';
import { overrideCodes, type OverrideCode } from '../vocabulary.ts';
import { listCell, type Provenance, rowReader, tableFor } from './tables.ts';

export const complianceClusters = [
  'child-labour',
  'discrimination',
  'forced-labour',
  'freedom-of-association',
  'compensation',
  'contracts-and-human-resources',
  'occupational-safety-and-health',
  'working-time',
] as const;
/** The eight assessed clusters of Better Work: four of core standards, four of national law. */
export type ComplianceCluster = (typeof complianceClusters)[number];

const pointRows = rowReader(
  z.object({
    code: z.string(),
    cluster: z.enum(complianceClusters),
    title: z.string(),
    publicItems: z.union([z.literal(0), z.literal(1)]).transform((cell) => cell === 1),
  }),
);
export const countryRuleKinds = [
  'minimum-age',
  'hours-a-day',
  'hours-a-week',
  'litres-a-day',
  'public',
  'law-itself',
  'variant',
  'protocol',
] as const;
const countryRows = rowReader(
  z.object({ country: z.string(), question: z.string(), kind: z.enum(countryRuleKinds), value: z.number().nullable() }),
);
const questionRows = rowReader(
  z.object({
    code: z.string(),
    point: z.string(),
    topic: z.string(),
    nonCompliantWhen: z.enum(['yes', 'no']),
    overrides: listCell.pipe(z.array(z.enum(overrideCodes))),
  }),
);

export type CompliancePoint = {
  code: string;
  cluster: ComplianceCluster;
  title: string;
  /** Whether Better Work discloses a question of the point. */
  publicItems: boolean;
  provenance: Provenance;
};

/** The 38 compliance points, by cluster. Without `asOf` the newest vintage. */
export function compliancePoints(asOf?: string): CompliancePoint[] {
  return [...pointRows(tableFor('compliance-points', asOf)).values()];
}

export type KnownComplianceQuestion = {
  code: string;
  point: string;
  topic: string;
  nonCompliantWhen: 'yes' | 'no';
  /** Critical overrides (R7) that a non-compliant answer triggers: O1 where the zero-tolerance protocol names it. */
  overrides: OverrideCode[];
  provenance: Provenance;
};

/** The questions on forced and child labour whose topic is known, and since 2026-11-26 the two others of the zero-tolerance protocol. */
export function complianceQuestions(asOf?: string): KnownComplianceQuestion[] {
  return [...questionRows(tableFor('compliance-questions', asOf)).values()];
}

/** One of them by its code ("BW.FL.1.b"), or null. */
export function complianceQuestion(code: string, asOf?: string): KnownComplianceQuestion | null {
  return questionRows(tableFor('compliance-questions', asOf)).get(code) ?? null;
}

/** What is known to hold for a question in one country. `value` is a limit in the unit of its kind; null where there is none, or where it is not known. */
export type CountryRule = {
  country: string;
  question: string;
  kind: (typeof countryRuleKinds)[number];
  value: number | null;
  provenance: Provenance;
};

/** What differs in a country (alpha-2), as far as known: minimum ages, limits, public items. Empty for a country nothing is known of. */
export function complianceOfCountry(country: string, asOf?: string): CountryRule[] {
  return [...countryRows(tableFor('compliance-countries', asOf)).values()].filter((row) => row.country === country);
}
