import { z } from 'zod';
import type { Answers } from '../instruments/answers.ts';
import { restrictedQuestions } from '../zero-tolerance/implied.ts';
import { type SignState, signStates } from '../vocabulary.ts';
import file from './circumstances.json';
import { type DefinitionReading, readStatisticalDefinition } from './statistical-definition.ts';

const tableSchema = z.strictObject({
  source: z.string(),
  circumstances: z.record(
    z.string(),
    z.strictObject({
      /** Indicators of which each by itself shows the circumstance. */
      shownBy: z.array(z.string()),
      /** Indicators that rule it out when all of them are absent; none where no indicator asks for all of it. */
      ruledOutBy: z.array(z.string()),
    }),
  ),
});
export type CircumstanceTable = z.infer<typeof tableSchema>;

let parsed: CircumstanceTable | undefined;

/** Which indicators show a circumstance of the statistical definition, and which rule it out. */
export function circumstanceTable(): CircumstanceTable {
  parsed ??= tableSchema.parse(file);
  return parsed;
}

/**
 * The statistical definition (R14) read from answers to the ILO's indicators, eleven and operational together. An indicator that would tell the answer to a
 * zero-tolerance question is read as unknown, so what is withheld elsewhere follows from no reading. Of adults: the caller gives no answers of children.
 */
export function readStatisticalIndicators({
  asOf,
  worked,
  answers,
}: {
  asOf: string;
  worked: SignState;
  answers: Answers;
}): DefinitionReading {
  const stateOf = (question: string): SignState =>
    restrictedQuestions().has(question) ? 'unknown' : (signStates.find((state) => state === answers[question]) ?? 'unknown');
  const circumstances = Object.entries(circumstanceTable().circumstances).map(([code, { shownBy, ruledOutBy }]) => {
    const isShown = shownBy.some((question) => stateOf(question) === 'present');
    const isRuledOut = ruledOutBy.length > 0 && ruledOutBy.every((question) => stateOf(question) === 'absent');
    return { code, state: isShown ? ('present' as const) : isRuledOut ? ('absent' as const) : ('unknown' as const) };
  });
  return readStatisticalDefinition({ asOf, worked, circumstances });
}
