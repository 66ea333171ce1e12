import { type InstrumentKind, questionsOf, restrictedBy, restrictedQuestions } from '#scoring';
import { instrument, relatedToReleased } from '~/questionnaires/templates/instrument-at.server';
import { isOwnKey } from '~/questionnaires/templates/own-version';

/** What is answered by somebody who talks to workers. A lender's review rests on documents, and a supplier's own word is its own. */
const onSite: readonly InstrumentKind[] = ['audit', 'screening', 'recruiter-review'];

type Given = { question: string; value: unknown };

/**
 * The questions of a questionnaire that a member answers in a sensitive case or nowhere: of what is answered at a site, those that tell an answer to a
 * zero-tolerance question; of an organization's own questionnaire, those that it marks as such, and those from whose answer one follows by its crosswalk. An answer to one of them is not taken; one
 * that was given before this was so is shown to nobody and counts nowhere. `given`: answers so far, one of which may make all of it one about such a fact.
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
