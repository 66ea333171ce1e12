import {
  type Answers,
  compareWithPeers,
  type FactoryReading,
  type Instrument,
  type LocalizedInstrument,
  readCompliance,
  restrictedQuestions,
} from '#scoring';
import type { EntryValue } from '~/audits/entries/entries';
import { restsOn } from './arrange-sources';
import type { AuditReportFinding } from './findings-schema';
import type { ReportInterviews } from './people-schema';
import type { AuditReport, ReportCluster } from './schema';

/** A checklist with what was answered to it: the version as it counts, and in the report's language. */
export type Answered = { instrument: Pick<Instrument, 'sections'>; shown: LocalizedInstrument; answers: Answers };
/** The latest approved audit of another supplier, or of this one before. `on`: its last day. */
export type OtherAudit = { supplier: string; on: string; instrument: Pick<Instrument, 'sections'>; answers: Answers };

type Results = Pick<AuditReport, 'overall' | 'overallBefore' | 'clusters'>;

/**
 * Rates by R12: one bad question makes its point non-compliant; what does not apply or was not assessed counts nowhere. Beside each point what it was at the
 * audit before, and how many other suppliers fail it where enough of them were assessed on it. A point with a zero-tolerance question, and that question, are
 * not stated, whatever was answered, then or now.
 */
export function arrangeResults(
  checklist: Answered,
  options: {
    asOf: string;
    checks: ReadonlyMap<string, EntryValue<'check'>>;
    findings: readonly AuditReportFinding[];
    before: OtherAudit | null;
    peers: readonly OtherAudit[];
    interviews: ReportInterviews;
    requirementsOf: (question: string) => string[];
    reasonOf: (question: string) => string | undefined;
  },
): Results {
  const { asOf, checks, findings, before, peers, interviews, requirementsOf, reasonOf } = options;
  const reading = readCompliance(checklist.instrument, { asOf, answers: checklist.answers });
  const earlier = before && readCompliance(before.instrument, { asOf: before.on, answers: before.answers });
  const others = peersByPoint(reading, { asOf, peers });
  const scale = new Map(checklist.shown.scales.NC.map(({ value, text }): [string, string] => [String(value), text.text]));
  return {
    overall: reading.overall,
    overallBefore: earlier?.overall ?? null,
    clusters: checklist.shown.sections.flatMap((section): ReportCluster[] => {
      const { cluster } = section;
      const rate = reading.clusters.find((each) => each.cluster === cluster);
      if (!rate) return [];
      const points = reading.points.filter((point) => point.cluster === cluster);
      const was = earlier?.clusters.find((each) => each.cluster === cluster);
      return [
        {
          ...{ key: section.key, title: section.title.text },
          rate: rateOnly(rate),
          before: was ? rateOnly(was) : null,
          notAssessed: points.filter(({ isNotStated }) => !isNotStated).length - rate.assessed,
          points: points.map(({ code, nonCompliant, isNotStated, assessed, because }) => ({
            ...(isNotStated ? { isNotStated } : {}),
            code,
            title: section.points.find(({ key }) => key === code)?.title.text ?? code,
            nonCompliant,
            assessed: assessed.length,
            asked: section.questions.filter(({ point }) => point === code).length,
            because,
            before: isNotStated ? null : (earlier?.points.find((each) => each.code === code)?.nonCompliant ?? null),
            peers: isNotStated ? null : (others.get(code) ?? null),
          })),
          questions: section.questions.map((question) => {
            const isNotStated = restrictedQuestions().has(question.key);
            const answer = isNotStated ? undefined : checklist.answers[question.key];
            const check = isNotStated ? undefined : checks.get(question.key);
            const word = typeof answer === 'string' ? answer : null;
            const reason = isNotStated ? undefined : reasonOf(question.key);
            return {
              ...(isNotStated ? { isNotStated } : {}),
              ...{ code: question.key, point: question.point, text: question.text.text, answer: word },
              answerText: answer === undefined ? null : (scale.get(String(answer)) ?? String(answer)),
              note: check?.note ?? '',
              isLegalContext: check?.isLegalContext ?? false,
              isPublic: question.publicItem !== undefined,
              findings: findings.filter((finding) => finding.question === question.key).map(({ no }) => no),
              ...(reason === undefined ? {} : { doesNotApply: reason }),
              ...(isNotStated ? {} : { ...restsOn(check, interviews), requirements: requirementsOf(question.key) }),
            };
          }),
        },
      ];
    }),
  };
}

function rateOnly({ nonCompliant, assessed, rate }: { nonCompliant: number; assessed: number; rate: number | null }) {
  return { nonCompliant, assessed, rate };
}

function peersByPoint(own: FactoryReading, { asOf, peers }: { asOf: string; peers: readonly OtherAudit[] }) {
  const audits = peers.map(({ supplier, on, instrument, answers }) => ({
    ...{ id: supplier, factory: supplier, on },
    reading: readCompliance(instrument, { asOf: on, answers }),
  }));
  const ownAudit = { id: '', factory: '', on: asOf, reading: own };
  const compared = compareWithPeers([ownAudit, ...audits], { factory: '', from: '0001-01-01', to: '9999-12-31', asOf });
  return new Map(compared.flatMap(({ code, peers: rate }) => (rate.nonCompliant === null ? [] : [[code, rateOnly(rate)] as const])));
}
