import { asksTheSame, laterKeys } from '../follow-editions';
import type { ConsistencyRecord, EarlierFinding } from '../record';
import type { Check, Found } from '../rule';
import { areJudged, days, figure, given, headcount, recordedValues } from './inputs';
import { findingInput, isAbout } from './findings';

const isCompleted = ({ completedOn }: { completedOn: string | null }) => completedOn !== null;
const feeQuestions = ['BW.HR.2.e', 'H11.1', 'P5.Q3', 'S2.Q2', 'BW.FL.2.d'];

/** One hit for each finding of the previous audit to which this applies. */
const ofPrevious =
  (isFound: (finding: EarlierFinding) => boolean, inputsOf: (finding: EarlierFinding) => [string, string | number][]) =>
  (findings: readonly EarlierFinding[]): Found[] =>
    findings.flatMap((finding) =>
      finding.isPrevious && isFound(finding)
        ? [
            {
              subject: finding.id,
              inputs: [
                figure(`earlier:${finding.id}`, finding.question ?? finding.grade),
                ...inputsOf(finding).map(([key, value]) => figure(key, value)),
              ],
            },
          ]
        : [],
    );

/** C11 */
export const feesWithoutRepayment: Check = (record, limit) =>
  ofPrevious(
    ({ question, openedOn, actions }) =>
      isAbout(question, feeQuestions) &&
      days(openedOn, record.plan.startsOn) >= limit('repay-within-days') &&
      !actions.some(({ kind }) => kind === 'remediation'),
    ({ openedOn }) => [['earlier.openedOn', openedOn]],
  )(record.earlierFindings);

/** C12 */
export const repaymentTooNarrow: Check = (record) =>
  ofPrevious(
    ({ people, actions }) => actions.some((action) => people !== null && action.people !== null && action.people < people),
    ({ people, actions }) => [
      ['earlier.people', people ?? 'unknown'],
      ...actions.flatMap((action): [string, number][] => (action.people === null ? [] : [['action.people', action.people]])),
    ],
  )(record.earlierFindings);

/** C13 */
export const doneBeforeFound: Check = (record) =>
  ofPrevious(
    ({ openedOn, actions }) =>
      actions.some(({ agreedOn, completedOn, verifiedOn }) => {
        const order = [openedOn, agreedOn, completedOn, verifiedOn].flatMap((day) => day ?? []);
        return order.some((day, index) => index > 0 && day < (order[index - 1] ?? day));
      }),
    ({ openedOn, actions }) => [
      ['earlier.openedOn', openedOn],
      ...actions.flatMap(({ completedOn }): [string, string][] => (completedOn === null ? [] : [['action.completedOn', completedOn]])),
    ],
  )(record.earlierFindings);

/** C14 */
export const workersMatterVerifiedAtDesk: Check = (record) => {
  const verify = new Map(record.compliance.map((each) => [each.key, each.verify]));
  return ofPrevious(
    ({ question, actions }) => {
      const listed = question === null ? [] : [question, ...laterKeys(question)].flatMap((key) => verify.get(key) ?? []);
      const isForWorkers = listed.includes('workers') && !listed.includes('documents');
      return isForWorkers && actions.some((action) => action.verification === 'desktop' && isCompleted(action));
    },
    () => [['action.verification', 'desktop']],
  )(record.earlierFindings);
};

/** C20 */
export const dueTooLate: Check = (record, limit) =>
  ofPrevious(
    ({ grade, actions }) =>
      actions.some(({ timescale }) => {
        const allowed = grade === 'critical' ? limit('critical-days') : grade === 'major' ? limit('major-days') : null;
        return allowed !== null && Number(timescale) > allowed;
      }),
    ({ grade, actions }) => [
      ['earlier.grade', grade],
      ...actions.map(({ timescale }): [string, string] => ['action.timescale', timescale]),
    ],
  )(record.earlierFindings);

/** F18 */
export const closedByWeakerSource: Check = (record) =>
  record.earlierFindings.flatMap(({ id, methods, question }) => {
    const revisit = record.revisits.get(id);
    const isWeaker = revisit?.standing === 'closed' && methods.some(isWorkers) && !revisit.methods.includes('workers');
    return isWeaker ? [{ subject: id, inputs: [figure(`earlier:${id}`, question ?? ''), figure(`revisit:${id}`, 'closed')] }] : [];
  });
const isWorkers = (method: string) => method === 'workers' || method === 'worker';

/** Whether a question is counted, also where the audit before asked it in edition one. */
function countedIn({ compliance }: ConsistencyRecord): (key: string) => boolean {
  const counted = new Set(compliance.map(({ key }) => key));
  return (key) => {
    const later = laterKeys(key);
    return counted.has(key) || (later.length > 0 && later.every((each) => counted.has(each)));
  };
}

/** G2 */
export const improvedWithoutAction: Check = (record, limit) => {
  const isCounted = countedIn(record);
  const before = record.earlierAnswers.flatMap(({ key, value }) => (value === 'not-compliant' && isCounted(key) ? [key] : []));
  const improved = areJudged(record, before, 'ok', limit);
  if (improved.length < limit('improved-at-once') || record.completedActions > 0) return [];
  return [{ inputs: [...given(record, ...improved), figure('earlier.completedActions', 0)] }];
};

/** G3 */
export const repeatNotMarked: Check = (record, limit) =>
  record.findings.flatMap((finding) => {
    const before = record.earlierFindings.find(
      ({ question, openedOn }) =>
        question !== null &&
        finding.value.question !== null &&
        asksTheSame(question, finding.value.question) &&
        days(openedOn, record.plan.startsOn) <= limit('repeat-days'),
    );
    if (!before || finding.value.repeats !== null) return [];
    return [{ subject: finding.key, inputs: [findingInput(finding), figure(`earlier:${before.id}`, before.openedOn)] }];
  });

/** G5 */
export const rateDoubles: Check = (record, limit) => {
  if (record.plan.previousAnnouncement !== 'announced' || record.plan.announcement !== 'unannounced') return [];
  const isCounted = countedIn(record);
  const rateOf = (answers: readonly (readonly [string, unknown])[]) => {
    const said = answers.filter(([key, value]) => isCounted(key) && (value === 'compliant' || value === 'not-compliant'));
    return said.length === 0 ? null : said.filter(([, value]) => value === 'not-compliant').length / said.length;
  };
  const before = rateOf(record.earlierAnswers.map(({ key, value }) => [key, value]));
  const now = rateOf(recordedValues(record).map(([key, { value }]) => [key, value]));
  if (before === null || now === null || before === 0 || now < before * limit('rate-doubles')) return [];
  return [{ inputs: [figure('plan.announcement', record.plan.announcement), figure('earlier.announcement', 'announced')] }];
};

/** G4 */
export const cleanInARow: Check = (record, limit) => {
  const before = record.plan.cleanAudits ?? 0;
  const workers = headcount(record);
  const isClean = record.compliance.every(({ key }) => record.values.get(key)?.value !== 'not-compliant');
  const isLarge = workers !== null && workers > limit('clean-headcount');
  if (!isClean || !isLarge || before + 1 < limit('clean-audits')) return [];
  return [{ inputs: [figure('plan.cleanAudits', before), figure('plan.workers', workers)] }];
};

/** G11 */
export const planSlips: Check = (record, limit) =>
  ofPrevious(
    ({ actions }) => actions.some(({ extensions = 0 }) => extensions >= limit('extensions-slip')),
    ({ actions }) =>
      actions.flatMap(({ extensions = 0 }): [string, number][] => (extensions > 0 ? [['action.extensions', extensions]] : [])),
  )(record.earlierFindings);

/** G12 */
export const oldFigures: Check = (record, limit) => {
  const old = [...record.values].flatMap(([key, { on }]) =>
    key.startsWith('site.') && on !== null && days(on, record.plan.startsOn) > limit('fact-age-days') ? [key] : [],
  );
  return old.length === 0 ? [] : [{ inputs: given(record, ...old) }];
};

/** C19 */
export const replyNotAnswered: Check = (record) =>
  ofPrevious(
    ({ reply }) => reply?.kind === 'dispute' && reply.verdict === null,
    ({ reply }) => (reply?.repliedOn ? [['earlier.repliedOn', reply.repliedOn]] : []),
  )(record.earlierFindings);
