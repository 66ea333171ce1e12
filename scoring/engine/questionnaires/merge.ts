import { questionsOf } from '../../instruments/answers.ts';
import { instrument, leavesOutDomains, wholeOf } from '../../instruments/at.ts';
import type { AnswerGiven, FindingGiven, QuestionnaireGiven } from '../../types.ts';
import { compareText } from '../compare-text.ts';
import { type Method, methodAt } from '../method.ts';
import { asSetAside, countingOf, inOrderOf } from './counting.ts';
import { questionIn, scoredInstrument, statementsTo } from './statements.ts';

/** The answers that count of one party, as answers to one instrument, and its findings with the questions of that instrument. */
export type MergedQuestionnaires = {
  instrument: string;
  answers: AnswerGiven[];
  findings: FindingGiven[];
  /** The questionnaires of which at least one answer counts, newest submission first. */
  counted: string[];
};

/**
 * Which answers count where several questionnaires were submitted (R5, `R5.questionnaires`), question by question of the instrument that is scored; null
 * where none of them scores. The newest answer counts, with its own day and evidence, "I don't know" included. Beside that:
 * - one on a coarser scale never counts instead of an exact older one that it does not contradict, and so never raises it; one that contradicts it counts;
 * - "does not apply" does not replace an answer, unless the buyer's facts exclude the question (`scopedBy`);
 * - what is only near a question counts where nothing else speaks to it;
 * - a red flag answered yes stands until its finding is verified.
 * Before the rule was in force the newest questionnaire counts alone, with parts that a customer's own one asked. Whatever order lists come in gives the same. Pure.
 * Throws RangeError for an instrument that is not known, and for a day without numbers.
 */
export function mergeQuestionnaires(
  given: readonly QuestionnaireGiven[],
  { asOf, findings = [] }: { asOf: string; findings?: readonly FindingGiven[] },
): MergedQuestionnaires | null {
  const method = methodAt(asOf);
  const scoring = given.filter((each) => instrument(each.instrument).scores).sort(newestFirst);
  const isByQuestion = method.of['R5.questionnaires'].counts === 'by-question';
  const newest = scoring.find(({ isPart }) => !isPart);
  const counting = isByQuestion ? scoring : scoring.filter((each) => each === newest || each.isPart);
  const scored = scoredInstrument(isByQuestion || !newest ? counting : [newest]);
  if (scored === null) return null;
  const named = isByQuestion ? findings.map((each) => asFindingTo(scored, each)) : [...findings];
  const answers = merged(scored, counting, { method, findings: named });
  const ids = [...new Set(counting.map(({ id }) => id))];
  const used = new Set(answers.map((answer) => answer.from?.questionnaire));
  return { instrument: scored, answers, findings: named, counted: ids.length === 1 ? ids : ids.filter((id) => used.has(id)) };
}

const newestFirst = (a: QuestionnaireGiven, b: QuestionnaireGiven) => compareText(b.submittedAt, a.submittedAt) || compareText(b.id, a.id);

/** A finding against a question of a short form, or of an earlier edition, is one against the question that it represents. */
function asFindingTo(scored: string, finding: FindingGiven): FindingGiven {
  if (finding.question === undefined || (wholeOf(scored) !== null && !leavesOutDomains(scored))) return finding;
  return { ...finding, question: questionIn(scored, finding.question) };
}

type Weighed = { method: Method; findings: readonly FindingGiven[] };

function merged(scored: string, questionnaires: readonly QuestionnaireGiven[], { method, findings }: Weighed): AnswerGiven[] {
  const statements = statementsTo(scored, questionnaires, method);
  const isOnly = new Set(questionnaires.map(({ id }) => id)).size === 1;
  return questionsOf(instrument(scored)).flatMap((question) => {
    const ordered = [...(statements.get(question.key) ?? [])].sort(inOrderOf(question));
    const chosen = countingOf(ordered, { question, findings });
    if (!chosen) return [];
    if (isOnly) return [chosen.given];
    const setAside = ordered.filter((each) => each !== chosen).map((each) => asSetAside(each, { chosen, question, ordered }));
    return [{ ...chosen.given, from: chosen.from, ...(setAside.length === 0 ? {} : { setAside }) }];
  });
}
