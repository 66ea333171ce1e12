import type { OverrideCode } from '../vocabulary.ts';
import type { Provenance } from './registry.ts';
import { tableRow, tableRows } from './rows.ts';

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
  return [...tableRows('compliance-points', asOf).values()];
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
  return [...tableRows('compliance-questions', asOf).values()];
}

/** One of them by its code ("BW.FL.1.b"), or by that of a part of it, as edition two asks it ("BW.FL.1.b.1"); null for any other. */
export function complianceQuestion(code: string, asOf?: string): KnownComplianceQuestion | null {
  return tableRow('compliance-questions', { code }, asOf) ?? tableRow('compliance-questions', { code: code.replace(/\.\d+$/, '') }, asOf);
}

/** What is known about a question in one country. `value` is a limit in the unit of its kind; null where there is none, or where it is not known. */
export type CountryRule = {
  country: string;
  question: string;
  kind: (typeof countryRuleKinds)[number];
  value: number | null;
  provenance: Provenance;
};

/** What differs in a country (alpha-2), as far as known: minimum ages, limits, public items. Empty for a country nothing is known of. */
export function complianceOfCountry(country: string, asOf?: string): CountryRule[] {
  return [...tableRows('compliance-countries', asOf).values()].filter((row) => row.country === country);
}
