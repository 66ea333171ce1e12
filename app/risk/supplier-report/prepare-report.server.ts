import { z } from 'zod';
import {
  assess,
  bandSchema,
  engineVersion,
  evidenceGradeSchema,
  findingGradeSchema,
  findingStatusSchema,
  lowerScore,
  questionsOf,
} from '#scoring';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { freezeDocument } from '~/documents/frozen-documents/freeze-document.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { askedIn, readResponse } from '~/questionnaires/responses/read-response.server';
import { storedInputSchema } from '~/questionnaires/responses/schema';
import { skipText } from '~/questionnaires/question-scope/scope-labels';
import { holdOwnTables } from '~/risk/reference-tables/own-tables.server';
import { isOwnKey } from '~/questionnaires/templates/own-version';
import { buildAssessmentReport, type ReportFindingInput } from '~/risk/supplier-report/assessment-report/model.server';
import type { AssessmentReport } from '~/risk/supplier-report/assessment-report/schema';
import { isSameMethod } from '~/risk/supplier-report/assessment-report/score-labels';
import { readOtherFacts } from './other-facts.server';
import { scoreReport } from './score-report-document';
import { reportSources } from './report-sources.server';

/** What a score of any method says of itself; a party without a score says nothing. */
const previousSchema = z.object({ score: z.number(), asOf: z.iso.date(), engineVersion: z.string(), band: bandSchema });

export type Prepared =
  | { kind: 'prepared'; reportId: string }
  | { kind: 'refused'; code: 'unknown-assessment' | 'not-submitted' | 'not-scored-yet' };

/**
 * Freezes what is known of a response now into a report: the score made from it, its facts with their rows, its answers, its findings.
 * A report that exists is never touched.
 */
export async function prepareReport(
  db: TenantDb,
  options: {
    responseId: string;
    organizationName: string;
    locale: AssessmentReport['locale'];
    publicUrl: string;
    userId: string;
    now: Date;
  },
): Promise<Prepared> {
  const response = await readResponse(db, options.responseId, { how: 'report' });
  if (!response) return { kind: 'refused', code: 'unknown-assessment' };
  if (response.status === 'open') return { kind: 'refused', code: 'not-submitted' };
  const [score, before] = await db.score.findMany({
    // Answers to a questionnaire of one's own count beside others: the score is the supplier's newest.
    where: { partyId: response.partyId, ...(isOwnKey(response.instrumentKey) ? {} : { responseId: response.id }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 2,
    select: { engineVersion: true, input: true, result: true },
  });
  // A score of an earlier method is a document of its day and never computed again.
  if (!score || !isSameMethod(score.engineVersion, engineVersion)) return { kind: 'refused', code: 'not-scored-yet' };
  const input = storedInputSchema.parse(score.input);
  await holdOwnTables(db, input.ownTables ?? []);
  const assessed = assess(input);
  const previous = previousSchema.safeParse(before?.result).data;
  const sites = await db.site.findMany({
    where: { supplierPartyId: response.partyId },
    select: { country: true, address: true, party: { select: { name: true } } },
    orderBy: { partyId: 'asc' },
  });
  const otherFacts = await readOtherFacts(db, response.partyId);
  const shown = localizedInstrument(response.instrumentKey, options.locale);
  const report = buildAssessmentReport({
    locale: options.locale,
    preparedAt: options.now.toISOString(),
    organization: { name: options.organizationName },
    supplier: {
      name: response.party.name,
      publicId: response.party.publicId,
      country: response.party.supplier?.country ?? null,
      sites: sites.map((site) => ({ name: site.party.name, country: site.country, ...(site.address ? { address: site.address } : {}) })),
    },
    facts: input.facts,
    otherFacts,
    sources: await reportSources(db, { ...input.facts, ...otherFacts }),
    questionnaire: {
      instrument: shown,
      answers: [...response.answers].flatMap(([question, answer]) => {
        const value = answer.value ?? answer.gathered;
        if (value === null) return [];
        const { evidenceGrade: evidence, answeredAt, note } = answer;
        const behind = [...(response.evidenceOf.get(question) ?? []), ...response.sealed.filter((file) => file.question === question)];
        const files = [...new Set(behind.map(({ sha256 }) => sha256))].sort();
        return [{ question, value, evidence, answeredOn: answeredAt.toISOString().slice(0, 10), note, files }];
      }),
      leftOut: new Map([...askedIn(response).skipped].map(([key, skip]) => [key, skipText(skip, { locale: options.locale })])),
      submittedOn: response.submittedAt?.toISOString().slice(0, 10) ?? null,
    },
    assessed,
    ...(previous ? { previous } : {}),
    lowering: lowerScore(input, { evidence: 'document-checked' }),
    findings: await findingsShown(db, {
      partyId: response.partyId,
      titles: new Map(questionsOf(shown).map((question) => [question.key, question.text.text])),
    }),
    publicUrl: options.publicUrl,
  });
  const { documentId: reportId } = await freezeDocument(db, scoreReport, {
    ...{ subjectId: response.id, locale: report.locale, content: report, issuedById: options.userId, issuedAt: options.now },
  });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: response.id,
    act: 'prepare-report',
    userId: options.userId,
    after: { hash: report.hash },
  });
  return { kind: 'prepared', reportId };
}

async function findingsShown(
  db: TenantDb,
  options: { partyId: string; titles: ReadonlyMap<string, string> },
): Promise<ReportFindingInput[]> {
  const findings = await db.finding.findMany({
    where: { partyId: options.partyId, withdrawnAt: null },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  });
  return findings.map((finding) => ({
    id: finding.id,
    title: (finding.question && finding.origin === 'answer' ? options.titles.get(finding.question) : undefined) ?? finding.text,
    grade: findingGradeSchema.parse(finding.grade),
    status: findingStatusSchema.parse(finding.status),
    evidence: evidenceGradeSchema.parse(finding.evidenceGrade),
    foundOn: finding.openedAt.toISOString().slice(0, 10),
    ...(finding.question ? { question: finding.question } : {}),
    ...(finding.peopleAffected === null ? {} : { peopleAffected: finding.peopleAffected }),
  }));
}
