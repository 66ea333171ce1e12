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
  return tableRow('compliance-questions', { code }, asOf) ?? tableRow('compliance-questions', { code: topicOf(code) }, asOf);
}

/** The code of a question of edition one, of which edition two asks a numbered part. */
const topicOf = (code: string): string => code.replace(/\.\d+$/, '');

/** Limits of a topic that are about one of its parts. */
const limitedPart: Readonly<Record<string, string>> = { 'BW.CL.2.b': 'BW.CL.2.b.2', 'BW.OS.7.e': 'BW.OS.7.e.1' };

/** Whether what differs in a country is about a question: of edition one, or about the part that edition two asks. Pure. */
export function isRuleOn({ question }: Pick<CountryRule, 'question'>, code: string): boolean {
  const part = limitedPart[question];
  return code === question || (part === undefined ? topicOf(code) === question : code === part);
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
