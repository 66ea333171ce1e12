import { type Answers, type DelphiTotal, type OverrideGiven, overridesFromScreening, questionsOf, readOperational } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { currentByKey } from '~/audits/entries/read-record.server';

/** With fewer interviewed workers a score could reveal who spoke. */
const fewestInterviewees = 5;

/** The effect of an audit's indicators on the score, and their reading. */
export type SignsInScore = { override: OverrideGiven; lower: DelphiTotal };

/**
 * The override that the indicators of a concluded audit call for (R13, lower reading: exploitation and coercion at destination): O2, or null. With fewer than
 * five interviewees, an indicator that rests on workers alone, or has no recorded method, counts as unknown. Never made for children: the presence of a child
 * can identify the child, so it goes through a sensitive case. Restricted notes and zero-tolerance questions are never read.
 */
export async function signsInScore(db: TenantDb, audit: FoundAudit, on: string): Promise<SignsInScore | null> {
  const { screeningId } = audit;
  if (screeningId === null) return null;
  const { record, answers } = await checkRecord(db, audit);
  const { instrumentKey } = await db.questionnaireResponse.findFirstOrThrow({
    where: { id: screeningId },
    select: { instrumentKey: true },
  });
  const { announcement } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { announcement: true } });
  const checks = currentByKey(record, 'check');
  const interviewees = [...currentByKey(record, 'tally').values()].reduce((sum, { value }) => sum + value.women + value.men, 0);
  const isTellable = (key: string) =>
    interviewees >= fewestInterviewees || (checks.get(key)?.value.methods ?? []).some((method) => method !== 'workers');
  const list = instrument(instrumentKey);
  const signs = new Set(questionsOf(list).flatMap(({ key, type }) => (type === 'SIGN' ? [key] : [])));
  const screeningAnswers = [...(answers.get(screeningId) ?? [])].map(([key, { value }]) => [
    key,
    signs.has(key) && !isTellable(key) ? 'unknown' : value,
  ]);
  const screening = readOperational(list, { asOf: on, answers: Object.fromEntries(screeningAnswers) as Answers });
  if (screening.list !== 'adults') return null;
  const [override] = overridesFromScreening(screening, {
    ...{ id: audit.id, since: on, source: `audit:${audit.id}` },
    evidence: announcement === 'unannounced' ? 'audit-unannounced' : 'audit-announced',
  }).filter(({ code }) => code === 'O2');
  return override ? { override, lower: screening.lower } : null;
}
