import { questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';

type AuditParts = Pick<FoundAudit, 'responseId' | 'screeningId' | 'signsId' | 'checklists'>;

/** The assessments that an audit is made of, in the order in which it asks: its checklist, what it asks beside it, the signs. */
export function responsesOf({ responseId, checklists, screeningId, signsId }: AuditParts): string[] {
  return [responseId, ...checklists.map((each) => each.responseId), screeningId, signsId].flatMap((id) => id ?? []);
}

/**
 * Every question that an audit can answer, in the order in which it asks, with the assessment it belongs to. The versions are those it was opened with,
 * whatever came since.
 */
export async function auditQuestionIndex(db: TenantDb, audit: AuditParts) {
  const ids = responsesOf(audit);
  const found = (await db.questionnaireResponse.findMany({ where: { id: { in: ids } }, select: { id: true, instrumentKey: true } })).sort(
    (a, b) => ids.indexOf(a.id) - ids.indexOf(b.id),
  );
  await knowInstruments(
    db,
    found.map(({ instrumentKey }) => instrumentKey),
  );
  const questions = new Map(
    found.flatMap(({ id, instrumentKey }) =>
      questionsOf(instrument(instrumentKey)).map((question) => [question.key, { responseId: id, instrumentKey, question }] as const),
    ),
  );
  return { questions, instruments: found };
}
