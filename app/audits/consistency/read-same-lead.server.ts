import type { TenantDb } from '~/access/tenant-db.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { countedQuestions } from './counted-questions.server';
import { printOf } from './fingerprint';

const dayMs = 86_400_000;
/** As many audits are compared at most, the latest first. */
const mostAudits = 6;

/**
 * The answers of other sites that a lead of this audit led within a year before it, each with its note as a fingerprint; without compliance points that contain
 * a zero-tolerance question. At most three queries.
 */
export async function sameLeadAnswers(db: TenantDb, audit: FoundAudit): Promise<Record<string, string>[]> {
  const leads = audit.members.flatMap(({ userId, part }) => (part === 'lead' ? [userId] : []));
  if (leads.length === 0) return [];
  const others = await db.audit.findMany({
    where: {
      ...{ id: { not: audit.id }, partyId: { not: audit.partyId }, status: { in: ['in-review', 'approved'] } },
      startsOn: { gte: new Date(audit.startsOn.getTime() - 365 * dayMs), lte: audit.startsOn },
      members: { some: { part: 'lead', userId: { in: leads } } },
    },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    distinct: ['partyId'],
    take: mostAudits,
    select: { responseId: true, checklist: { select: { instrumentKey: true } } },
  });
  if (others.length === 0) return [];
  await knowInstruments(
    db,
    others.map(({ checklist }) => checklist.instrumentKey),
  );
  const counted = new Map(others.map(({ responseId, checklist }) => [responseId, countedQuestions(instrument(checklist.instrumentKey))]));
  const answers = await db.answer.findMany({
    where: { responseId: { in: [...counted.keys()] } },
    orderBy: { question: 'asc' },
    select: { responseId: true, question: true, value: true, note: true },
  });
  return others.map(({ responseId }) =>
    Object.fromEntries(
      answers.flatMap((each) =>
        each.responseId === responseId && counted.get(responseId)?.has(each.question)
          ? [[each.question, printOf(each.value, each.note)]]
          : [],
      ),
    ),
  );
}
