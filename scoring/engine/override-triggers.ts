import { questionsOf } from '../instruments/answers.ts';
import { instrument } from '../instruments/at.ts';
import { complianceQuestion } from '../reference/at.ts';
import type { OverrideGiven } from '../override-types.ts';
import type { AssessInput, FindingGiven } from '../types.ts';
import { type EvidenceGrade, evidenceGrades, type OverrideCode } from '../vocabulary.ts';
import type { Method } from './method.ts';
import { dayAfter, daysBetween } from './months.ts';

/** A trigger of an override; `since` is null where a finding that it follows from has no date. */
export type Trigger = Omit<OverrideGiven, 'since'> & { since: string | null; findings?: string[] };

/**
 * Overrides that follow from findings without any judgement (R7). O1 and O3: a finding against a Better Work question that the table marks so. O6: one
 * finding shows papers held, one shows debt. O7: a confirmed finding of fees is still open, without a plan, when the days for one have passed.
 * Only O7 looks at the status: a repair ends it, while the others end by a lifting alone. A finding without any evidence triggers nothing.
 */
export function triggersFromFindings({ findings = [], instrument: key }: AssessInput, method: Method): Trigger[] {
  const { credible } = method.of['R7.evidence'];
  const seen = findings.filter((finding) => method.of['R5.evidence'][finding.evidence] >= credible);
  return [
    ...seen.flatMap((finding) => fromQuestion(finding, method)),
    ...papersAndDebt(seen),
    ...seen.flatMap((finding) => (isOfFees(finding, key) ? unpaidFees(finding, method) : [])),
  ];
}

function fromQuestion(finding: FindingGiven, { asOf }: Method): Trigger[] {
  const codes = finding.question === undefined ? [] : (complianceQuestion(finding.question, asOf)?.overrides ?? []);
  return codes.map((code) => trigger(code, [finding], finding.foundOn ?? null));
}

/** Every pair, so that a further finding is a further trigger and no lifting covers what came after it. */
function papersAndDebt(findings: readonly FindingGiven[]): Trigger[] {
  const papers = findings.filter((finding) => finding.indicator === 'retention-of-identity-documents');
  const debts = findings.filter((finding) => finding.indicator === 'debt-bondage');
  return papers.flatMap((paper) =>
    debts.map((debt) => {
      const dates = paper.foundOn === undefined || debt.foundOn === undefined ? null : [paper.foundOn, debt.foundOn];
      return trigger('O6', [paper, debt], dates === null ? null : (dates.sort()[1] ?? null));
    }),
  );
}

/** A finding of fees is one that a red flag on fees of the party's own questionnaire raised; other debts are not fees. */
function isOfFees({ question, indicator }: FindingGiven, key: string | undefined): boolean {
  if (question === undefined || key === undefined || indicator !== 'debt-bondage') return false;
  return questionsOf(instrument(key)).some(
    (asked) => asked.key === question && asked.domain === 'recruitment-fees' && asked.raises?.indicator === 'debt-bondage',
  );
}

function unpaidFees(finding: FindingGiven, { asOf, of }: Method): Trigger[] {
  const { foundOn, status, evidence } = finding;
  const days = of['R7.repayment-days'];
  if (foundOn === undefined || status !== 'open' || of['R5.evidence'][evidence] < of['R7.evidence'].confirmed) return [];
  return daysBetween(foundOn, asOf) > days ? [trigger('O7', [finding], dayAfter(foundOn, days + 1))] : [];
}

function trigger(code: OverrideCode, findings: FindingGiven[], since: string | null): Trigger {
  const ids = findings.map(({ id }) => id);
  return {
    id: `${code}:${ids.join('+')}`,
    code,
    evidence: weakest(findings.map(({ evidence }) => evidence)),
    since,
    reason: `Follows from ${ids.length === 1 ? 'finding' : 'findings'} ${ids.join(' and ')}.`,
    findings: ids,
  };
}

function weakest(grades: readonly EvidenceGrade[]): EvidenceGrade {
  return evidenceGrades.find((grade) => grades.includes(grade)) ?? 'none';
}
