import { type ComplianceCluster, complianceClusters, compliancePoints } from '../reference/at.ts';
import { type AskedQuestion, type ComplianceAnswer, type ComplianceFinding, findingOf, mergeFindings } from './finding-of.ts';
import { type Rate, rateOf } from './rate.ts';

export type PointReading = {
  code: string;
  cluster: ComplianceCluster;
  title: string;
  /** Null when none of its questions was assessed, and for a point that is not stated. */
  nonCompliant: boolean | null;
  /** It contains a question of the zero-tolerance protocol: stating it, or counting it in a rate, would reveal the answer or deny it. */
  isNotStated: boolean;
  /** Questions that were assessed, and those that are not compliant. */
  assessed: string[];
  because: string[];
};

export type FactoryReading = {
  /** By code; null where it was asked and not assessed. Fact-gathering questions are not here. */
  questions: { code: string; finding: ComplianceFinding }[];
  /** The points that were asked, in the order of the table. */
  points: PointReading[];
  /** Non-compliant points of those stated and assessed, in each of the eight clusters and in all. */
  clusters: ({ cluster: ComplianceCluster } & Rate)[];
  overall: Rate;
  /** Questions of the zero-tolerance protocol that are not compliant. They are outside of every rate, and trigger an override (R7). */
  zeroTolerance: string[];
};

/**
 * Reads one assessment of a factory (R12, as Better Work computes it): fact-gathering questions are dropped, one bad question makes its point non-compliant,
 * and a question that does not apply or was not assessed counts nowhere. A point with a question of the zero-tolerance protocol is not stated, whatever was
 * answered to any of its questions, and is in no rate. Throws RangeError for an answer to a question that was not asked, a point that
 * does not exist, or a word that the question does not take.
 */
export function readFactory(options: {
  asOf: string;
  questions: readonly AskedQuestion[];
  answers: readonly ComplianceAnswer[];
}): FactoryReading {
  const { asOf, answers } = options;
  const stray = answers.find(({ question }) => !options.questions.some(({ code }) => code === question));
  if (stray) throw new RangeError(`${stray.question} was not asked`);
  const asked = options.questions.filter((each) => each.kind === 'non-compliance');
  const table = compliancePoints(asOf);
  const lost = asked.find(({ point }) => !table.some(({ code }) => code === point));
  if (lost) throw new RangeError(`${lost.code} belongs to ${lost.point}, which is no compliance point`);
  const found = new Map(
    [...new Set(asked.map(({ code }) => code))].sort().map((code) => {
      const same = asked.filter((each) => each.code === code);
      const given = answers.filter(({ question }) => question === code);
      return [code, mergeFindings(same.flatMap((question) => given.map(({ answer }) => findingOf(question, answer))))] as const;
    }),
  );
  const zero = new Set(asked.filter(({ isZeroTolerance }) => isZeroTolerance).map(({ code }) => code));
  const points = table.flatMap(({ code, cluster, title }): PointReading[] => {
    const own = [...found].filter(([question]) => asked.some((each) => each.code === question && each.point === code));
    if (own.length === 0) return [];
    const isNotStated = own.some(([question]) => zero.has(question));
    const stated = isNotStated ? [] : own;
    const finding = mergeFindings(stated.map(([, each]) => each));
    return [
      {
        code,
        cluster,
        title,
        nonCompliant: finding === null ? null : finding === 1,
        isNotStated,
        assessed: stated.filter(([, each]) => each !== null).map(([question]) => question),
        because: stated.filter(([, each]) => each === 1).map(([question]) => question),
      },
    ];
  });
  return {
    questions: [...found].map(([code, finding]) => ({ code, finding })),
    points,
    clusters: complianceClusters.map((cluster) => ({
      cluster,
      ...rateOf(points.filter((point) => point.cluster === cluster).map(({ nonCompliant }) => nonCompliant)),
    })),
    overall: rateOf(points.map(({ nonCompliant }) => nonCompliant)),
    zeroTolerance: [...found].filter(([code, finding]) => finding === 1 && zero.has(code)).map(([code]) => code),
  };
}
