import { restrictedQuestions } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { askedIn, type ResponseRead, readResponse } from '~/questionnaires/responses/read-response.server';
import { projectFacts } from '~/suppliers/facts/project-facts';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import type { LeftOut, PatternBefore } from './pattern';
import { patternOf } from './pattern-of.server';

/** The questionnaire of the same edition that the supplier submitted before. A constant number of queries. */
export async function readBefore(db: TenantDb, response: ResponseRead): Promise<PatternBefore | null> {
  if (!response.submittedAt) return null;
  const last = await db.questionnaireResponse.findFirst({
    where: {
      ...{ partyId: response.partyId, instrumentKey: response.instrumentKey, id: { not: response.id } },
      ...{ status: { in: ['submitted', 'approved'] }, submittedAt: { lt: response.submittedAt } },
    },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, submittedAt: true },
  });
  const read = last?.submittedAt ? await readResponse(db, last.id) : null;
  if (!read || !last?.submittedAt) return null;
  const findings = await db.finding.findMany({
    where: { partyId: response.partyId, withdrawnAt: null, actions: { some: { completedAt: { gte: last.submittedAt } } } },
    take: 300,
    select: { question: true },
  });
  const actedOn = findings.flatMap(({ question }) => (question !== null && !restrictedQuestions().has(question) ? [question] : []));
  return { ...patternOf(read), actedOn };
}

/** Groups whose absence leaves questions out, by the fact that says so. */
const groups = { foreignWorkers: 'migrantShare', internalMigrants: 'internalMigrantShare', labourProviders: 'agencyShare' } as const;

/** Questions that are left out by what the supplier alone says, of a group that an earlier record shows at work. One query. */
export async function readLeftOut(db: TenantDb, response: ResponseRead): Promise<LeftOut[]> {
  const { skipped, held } = askedIn(response);
  const byFact = Object.keys(groups).flatMap((fact) => {
    const questions = [...skipped].flatMap(([key, skip]) => (!held.has(key) && skip.facts.some((each) => each.fact === fact) ? [key] : []));
    return questions.length === 0 ? [] : [{ fact: fact as keyof typeof groups, questions }];
  });
  if (byFact.length === 0) return [];
  const records = await readFactRecords(db, [response.partyId]);
  const wasThere = (fact: keyof typeof groups) =>
    records.some((record) => (projectFacts([record])[groups[fact]]?.value ?? 0) > 0 && record.recordedAt < response.openedAt);
  return byFact.filter(({ fact }) => wasThere(fact));
}
