import type { InstrumentQuestion } from '../../instruments/complete.ts';
import type { AnswerSetAside, AnswerValue, FindingGiven } from '../../types.ts';
import { evidenceGrades } from '../../vocabulary.ts';
import { compareText } from '../compare-text.ts';
import { shareOn, type Statement } from './statements.ts';

type Question = Pick<InstrumentQuestion, 'key' | 'type' | 'options' | 'base'>;
type Asked = { question: Question; findings: readonly FindingGiven[] };

const kinds = ['exact', 'coarser', 'near'] as const satisfies readonly Statement['kind'][];

/** Newest first; of two of one moment the exact one, then the worse, then the better shown, then that of the later submission. A whole order: no two are equal. */
export function inOrderOf(question: Question): (a: Statement, b: Statement) => number {
  return (a, b) =>
    compareText(b.at, a.at) ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    badness(b.given.value, question) - badness(a.given.value, question) ||
    evidenceGrades.indexOf(b.given.evidence) - evidenceGrades.indexOf(a.given.evidence) ||
    compareText(b.submittedAt, a.submittedAt) ||
    compareText(a.from.questionnaire, b.from.questionnaire) ||
    compareText(a.from.question, b.from.question);
}

/** How bad an answer is, 0 to 1; below 0 where it says that the question does not apply. */
function badness(value: AnswerValue, question: Question): number {
  const share = shareOn(question, value);
  if (share !== null) return 1 - share;
  if (value === 'not-applicable') return -1;
  const good = question.type === 'RF' ? 'no' : 'yes';
  if (value === good) return 0;
  return value === 'partial' ? 0.5 : 1;
}

/** The one of several statements to a question that counts; `ordered` newest first. */
export function countingOf(ordered: readonly Statement[], { question, findings }: Asked): Statement | undefined {
  const speaking = ordered.filter((each) => each.kind !== 'near');
  if (speaking.length === 0) return ordered[0];
  const applying = speaking.filter(({ given }) => given.value !== 'not-applicable');
  const [newest] = speaking;
  if (applying.length === 0 || newest?.given.scopedBy === 'facts') return newest;
  const counting = applying.find((each, index) => each.kind === 'exact' || !isCovered(each, applying.slice(index + 1), question));
  if (question.type !== 'RF' || counting?.given.value === 'yes') return counting;
  // A later no does not withdraw a red flag: the verification of the finding that it raised does.
  return isRepaired(question.key, findings) ? counting : (applying.find(({ given }) => given.value === 'yes') ?? counting);
}

/**
 * Whether an exact older answer counts before a coarser one: where the two agree, the exact one says more; where the exact one is less, nothing coarser raises
 * it. Once something newer took the exact one's place, a coarser answer counts again as long as it is worth no more.
 */
function isCovered(coarser: Statement, older: readonly Statement[], question: Question): boolean {
  if (coarser.given.value === 'dont-know') return false;
  const at = older.findIndex((each) => each.kind === 'exact' && shareOn(question, each.given.value) !== null);
  const exact = older[at] && shareOn(question, older[at].given.value);
  if (exact === null || exact === undefined || exact > coarser.agrees.most) return false;
  const isReplaced = older.slice(0, at).some((each) => each.given.value === 'dont-know' || exact > each.agrees.most);
  return !isReplaced || (shareOn(question, coarser.given.value) ?? 0) > exact;
}

function isRepaired(flag: string, findings: readonly FindingGiven[]): boolean {
  const raised = findings.filter(({ question }) => question === flag);
  return raised.length > 0 && raised.every(({ status }) => status === 'verified');
}

/** Why a statement does not count, and whether it says something else than the one that does. */
export function asSetAside(
  aside: Statement,
  { chosen, question, ordered }: { chosen: Statement; question: Question; ordered: readonly Statement[] },
): AnswerSetAside {
  return { ...aside.from, answeredOn: aside.given.answeredOn, because: reasonOf(), contradicts: contradicts(aside, chosen, question) };

  function reasonOf(): AnswerSetAside['because'] {
    if (aside.kind === 'near') return 'near';
    if (ordered.indexOf(aside) > ordered.indexOf(chosen)) return 'newer';
    if (aside.given.value === 'not-applicable') return 'not-applicable';
    return question.type === 'RF' ? 'red-flag' : 'coarser';
  }
}

const saysNothing = ({ given }: Statement) => given.value === 'dont-know' || given.value === 'not-applicable';

function contradicts(one: Statement, other: Statement, question: Question): boolean {
  if (saysNothing(one) || saysNothing(other) || one.kind === 'near' || other.kind === 'near') return false;
  const [coarser, exact] = one.kind === 'coarser' ? [one, other] : [other, one];
  const share = shareOn(question, exact.given.value);
  if (coarser.kind !== 'coarser' || exact.kind === 'coarser' || share === null) return one.given.value !== other.given.value;
  return share < coarser.agrees.least || share > coarser.agrees.most;
}
