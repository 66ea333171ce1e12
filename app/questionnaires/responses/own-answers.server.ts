import {
  type AnswerGiven,
  carryAnswers,
  findingsFromAnswers,
  instrument as releasedInstrument,
  questionsOf,
  type RaisedFinding,
  readerText,
} from '#scoring';
import { equalToReleased, instrument } from '~/questionnaires/templates/instrument-at.server';
import { isOwnKey } from '~/questionnaires/templates/own-version';
import { type ResponseRead, answersForScoring, givenAnswers } from './read-response.server';

type Answered = Pick<ResponseRead, 'id' | 'instrumentKey' | 'answers' | 'scope' | 'opened' | 'openedAt'>;

/** The released questionnaires to whose questions the crosswalk of an own questionnaire calls one of its own equal; that with the most first. */
export function releasedBehind(instrumentKey: string): string[] {
  const counts = new Map<string, number>();
  for (const pair of equalToReleased(instrumentKey)) counts.set(pair.instrument, (counts.get(pair.instrument) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([key]) => key);
}

/**
 * Answers to an own questionnaire as answers to a released one: those only which its crosswalk calls equal, and which can be said on the other's scale.
 * `own` is the question they were given to.
 */
export function asReleased(response: Answered, releasedKey: string): (AnswerGiven & { own: string })[] {
  const pairs = equalToReleased(response.instrumentKey)
    .filter((pair) => pair.instrument === releasedKey)
    .map(({ question, relation, target }) => ({ question, relation, target }));
  const carried = carryAnswers(
    { instrument: instrument(response.instrumentKey), answers: givenAnswers(response) },
    { instrument: releasedInstrument(releasedKey), answers: {} },
    pairs,
  );
  const given = new Map(answersForScoring(response).map((answer) => [answer.question, answer]));
  return carried.flatMap(({ question, value, coverage, sources: [source] }) => {
    const from = given.get(source?.question ?? '');
    return from && coverage === 'full' ? [{ ...from, question, value, own: from.question }] : [];
  });
}

/** The findings that answers raise; of an own questionnaire those that the equal question of a released one raises. */
export function findingsOfAnswers(response: Answered): RaisedFinding[] {
  const { instrumentKey } = response;
  if (!isOwnKey(instrumentKey)) return findingsFromAnswers(instrumentKey, answersForScoring(response));
  const texts = new Map(questionsOf(instrument(instrumentKey)).map((question) => [question.key, readerText(question.text.en, 'en')]));
  const raised = releasedBehind(instrumentKey).flatMap((released) => {
    const answers = asReleased(response, released);
    const ownOf = new Map(answers.map(({ question, own }) => [question, own]));
    return findingsFromAnswers(released, answers).map((finding) => {
      const own = ownOf.get(finding.question) ?? finding.question;
      return { ...finding, question: own, text: texts.get(own) ?? finding.text };
    });
  });
  return [...new Map(raised.reverse().map((finding) => [finding.question, finding])).values()].reverse();
}

/** Whether the shares of the workforce that a response asked for are those that a released questionnaire asks for. */
export function learnsShares({ instrumentKey }: Answered, question: string): boolean {
  return !isOwnKey(instrumentKey) || equalToReleased(instrumentKey).some((pair) => pair.question === question);
}
