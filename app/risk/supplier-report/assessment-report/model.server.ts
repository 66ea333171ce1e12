import { type Assessed, type Band, hideFacts, type LowerScore, type PartyFacts, questionsOf, type SourceRef } from '#scoring';
import { arrangeFacts, hiddenFields, type OtherFacts } from './arrange-facts';
import { parametersUsed, withSourceNumbers } from './arrange-trace';
import { arrangeQuestionnaire, type QuestionnaireInput } from './arrange-questionnaire';
import { arrangeTables } from './arrange-tables';
import { chooseNextActs } from './choose-next-acts';
import { showPeople } from '~/suppliers/fields/reported/people-count';
import { reportHash } from '~/documents/verification/report-hash.server';
import type { ReportSource } from './parts-schema';
import { type AssessmentReport, assessmentReportSchema, type Lowering, reportResultSchema } from './schema';

/** What is known of a finding when the report is made. `peopleAffected` is a count; leave it out when it is not known. */
export type ReportFindingInput = Omit<AssessmentReport['findings'][number], 'people' | 'points'> & { peopleAffected?: number };

export type AssessmentReportInput = {
  locale: AssessmentReport['locale'];
  /** The time of preparation, ISO 8601 in UTC; used instead of the clock, also for the file's dates. */
  preparedAt: string;
  organization: { name: string };
  supplier: AssessmentReport['supplier'];
  /** The facts that were given to `assess`, with their source references. */
  facts: PartyFacts;
  /** Reported fields that the score is not made from. */
  otherFacts?: OtherFacts;
  /** The sources of the references. A reference that is missing here prints as "no source recorded". */
  sources: Readonly<Record<SourceRef, ReportSource>>;
  /** The questionnaire in the report's language with the answers; null when nothing was asked. */
  questionnaire: QuestionnaireInput | null;
  /** The stored result of the engine with its trace. */
  assessed: Assessed;
  /** Which answers would lower the score most, from the same input; left out where nothing was asked. */
  lowering?: LowerScore | null;
  previous?: { score: number; asOf: string; engineVersion: string; band: Band };
  findings: ReportFindingInput[];
  /** Public address of the site, without a closing slash. */
  publicUrl?: string;
};

/**
 * Arranges a response into the report that is printed, stored and shared. Pure: no clock, no database, no computing beyond order, and counts
 * of people under five are taken out. Throws ZodError when the input cannot be a report.
 */
export function buildAssessmentReport(input: AssessmentReportInput): AssessmentReport {
  const { assessed } = input;
  const { facts, sources, numberOf } = arrangeFacts(input.facts, input.sources, { locale: input.locale, others: input.otherFacts ?? {} });
  const findingPoints =
    assessed.status === 'scored' ? new Map(assessed.findings.map((each) => [each.id, each.points])) : new Map<string, number>();
  const findings = input.findings.map(({ peopleAffected, ...finding }) => ({
    ...finding,
    people: peopleAffected === undefined ? null : showPeople(peopleAffected),
    points: findingPoints.get(finding.id) ?? null,
  }));
  const questionnaire = input.questionnaire === null ? null : arrangeQuestionnaire(input.questionnaire);
  const isAnswered = questionnaire?.sections.some((section) => section.questions.some((question) => question.answer !== null)) ?? false;
  const result = reportResultSchema.parse(inLanguage(assessed, input.questionnaire));
  const content = contentSchema.parse({
    format: 'assessment-report/2',
    locale: input.locale,
    preparedAt: input.preparedAt,
    organization: { name: input.organization.name },
    supplier: input.supplier,
    facts,
    sources,
    questionnaire,
    result,
    previous: input.previous ?? null,
    lowering: arrangeLowering(input.lowering ?? null, input.questionnaire),
    nextActs: chooseNextActs(result, { findings, isAnswered }),
    findings,
    tables: arrangeTables(assessed.vintages),
    parameters: parametersUsed(assessed.trace),
    trace: withSourceNumbers(hideFacts(assessed.trace, hiddenFields(facts, input.facts)), numberOf),
    verifyAt: input.publicUrl === undefined ? null : `${input.publicUrl}/verify`,
  } satisfies Omit<AssessmentReport, 'hash'>);
  return { ...content, hash: reportHash(content) };
}

const contentSchema = assessmentReportSchema.omit({ hash: true });

/** Contradictions in the text of the localized questionnaire; the engine gives them in English. */
function inLanguage(assessed: Assessed, questionnaire: QuestionnaireInput | null): Assessed {
  if (assessed.status === 'not-scored' || questionnaire === null) return assessed;
  const texts = new Map(questionnaire.instrument.consistency.map((rule): [string, string] => [rule.code, rule.text.text]));
  const contradictions = assessed.contradictions.map((each) => ({ ...each, text: texts.get(each.code) ?? each.text }));
  return { ...assessed, contradictions };
}

/** Questions in the text of the localized questionnaire. */
function arrangeLowering(lowering: LowerScore | null, questionnaire: QuestionnaireInput | null): Lowering | null {
  if (lowering?.together == null) return null;
  const texts = new Map(questionnaire === null ? [] : questionsOf(questionnaire.instrument).map(({ key, text }) => [key, text.text]));
  const answers = lowering.answers.map(({ question, domain, lowers }) => ({ question, text: texts.get(question) ?? '', domain, lowers }));
  return { answers, score: lowering.together.score, lowers: lowering.together.lowers };
}
