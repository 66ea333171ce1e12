import { type Answers, answerValueSchema, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import type { AuditReportInput } from '~/audits/report/audit-report/model.server';

/** So many suppliers are compared with at most: the latest audited. */
const mostPeers = 100;
const day = (date: Date) => date.toISOString().slice(0, 10);

/** The approved audit of the same supplier before this one, and the latest approved one of each other supplier. Four queries. */
export async function readComparisons(db: TenantDb, { auditId }: { auditId: string }): Promise<Pick<AuditReportInput, 'before' | 'peers'>> {
  const { partyId, startsOn, previousAuditId } = await db.audit.findFirstOrThrow({
    where: { id: auditId },
    select: { partyId: true, startsOn: true, previousAuditId: true },
  });
  const select = { partyId: true, number: true, endsOn: true, responseId: true, checklist: { select: { instrumentKey: true } } };
  const before = await db.audit.findFirst({
    where: {
      partyId,
      status: 'approved',
      ...(previousAuditId ? { id: previousAuditId } : { id: { not: auditId }, endsOn: { lte: startsOn } }),
    },
    orderBy: [{ endsOn: 'desc' }, { id: 'desc' }],
    select,
  });
  const others = await db.audit.findMany({
    where: { status: 'approved', partyId: { not: partyId } },
    orderBy: [{ partyId: 'asc' }, { endsOn: 'desc' }, { id: 'desc' }],
    distinct: ['partyId'],
    take: mostPeers,
    select,
  });
  const all = [...(before ? [before] : []), ...others];
  await knowInstruments(
    db,
    all.map(({ checklist }) => checklist.instrumentKey),
  );
  const rows = await db.answer.findMany({
    where: { responseId: { in: all.map(({ responseId }) => responseId) } },
    select: { responseId: true, question: true, value: true },
  });
  const audit = (each: (typeof all)[number]) => {
    const asked = instrument(each.checklist.instrumentKey);
    const questions = new Map(questionsOf(asked).map((question) => [question.key, question]));
    const answers: Answers = Object.fromEntries(
      rows.flatMap(({ responseId, question, value }) => {
        const place = responseId === each.responseId ? questions.get(question) : undefined;
        // What was gathered never counts in a rate.
        const read = place?.type === 'NC' ? answerValueSchema(place).safeParse(value) : undefined;
        return read?.success ? [[question, read.data]] : [];
      }),
    );
    return { supplier: each.partyId, on: day(each.endsOn), instrument: asked, answers };
  };
  return { before: before && { ...audit(before), number: before.number }, peers: others.map(audit) };
}
