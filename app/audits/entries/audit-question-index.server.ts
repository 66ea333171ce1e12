import { questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';

type AuditParts = Pick<FoundAudit, 'responseId' | 'screeningId' | 'signsId' | 'checklists'>;

/** The responses of an audit in order: its checklist, further checklists, the indicators. */
export function responsesOf({ responseId, checklists, screeningId, signsId }: AuditParts): string[] {
  return [responseId, ...checklists.map((each) => each.responseId), screeningId, signsId].flatMap((id) => id ?? []);
}

/** Every question of an audit, in order, with its response, and the keys of its sections. The versions are those the audit was opened with. */
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
  const sections = new Set(found.flatMap(({ instrumentKey }) => instrument(instrumentKey).sections.map(({ key }) => key)));
  return { questions, sections, instruments: found };
}
