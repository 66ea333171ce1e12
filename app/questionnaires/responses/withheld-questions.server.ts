import { type InstrumentKind, questionsOf, restrictedBy, restrictedQuestions } from '#scoring';
import { instrument, relatedToReleased } from '~/questionnaires/templates/instrument-at.server';
import { isOwnKey } from '~/questionnaires/templates/own-version';

/** Kinds answered by people who interview workers. A lender's review rests on documents, and a supplier's answers are its own claim. */
const onSite: readonly InstrumentKind[] = ['audit', 'screening', 'recruiter-review'];

type Given = { question: string; value: unknown };

/**
 * The questions that a member answers only in a sensitive case: of questionnaires answered at a site, those that reveal an answer to a zero-tolerance
 * question; of an organization's own, those marked as such, and those whose answer implies one by the crosswalk. Their answers are rejected; one from before
 * this rule is shown to no reader and counts nowhere. `given`: answers so far, one of which may make the whole questionnaire zero-tolerance.
 */
export function withheldQuestions(instrumentKey: string, given: readonly Given[] = []): ReadonlySet<string> {
  const restricted = restrictedQuestions();
  const asked = instrument(instrumentKey);
  const own = relatedToReleased(instrumentKey).filter(({ relation, target }) => relation !== 'related' && restricted.has(target));
  const isOnSite = onSite.includes(asked.kind);
  const marked = questionsOf(asked).filter(({ key, zeroTolerance }) =>
    isOwnKey(instrumentKey) ? zeroTolerance : isOnSite && restricted.has(key),
  );
  const whole = isOnSite ? restrictedBy(given.map(({ question, value }) => [question, value])) : [];
  return new Set([...own.map(({ question }) => question), ...marked.map(({ key }) => key), ...whole]);
}
