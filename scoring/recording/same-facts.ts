import one from './same-facts.json';
import two from './same-facts-2.json';
import { type SameFacts, sameFactsSchema } from './schema.ts';

/** Edition one and edition two of the questionnaires that an audit records. Their tables differ: keys that both have may be worded otherwise. */
export type RecordedEdition = 1 | 2;

const parsed = new Map<RecordedEdition, SameFacts>();

/** Which questions of different questionnaires of an edition ask for one fact, as the file gives them. */
export function sameFacts(edition: RecordedEdition): SameFacts {
  const known = parsed.get(edition);
  if (known) return known;
  const made = sameFactsSchema.parse(edition === 1 ? one : two);
  parsed.set(edition, made);
  return made;
}

/** The edition of an audit's questionnaires: the second where one of them is of it. Pure. */
export function recordedEdition(instruments: Iterable<string>): RecordedEdition {
  return [...instruments].some((key) => key.endsWith('@2.0.0')) ? 2 : 1;
}

/** The table for an audit that asks these questions of an edition: rows of others are left out, and sums that miss a part. Pure. */
export function sameFactsAmong(questions: ReadonlySet<string>, edition: RecordedEdition): SameFacts {
  const { rows, sums, conversions, ...rest } = sameFacts(edition);
  return {
    ...rest,
    rows: rows.filter(([left, , right]) => questions.has(left) && questions.has(right)),
    sums: sums.filter(({ whole, parts }) => [whole, ...parts].every((each) => questions.has(each))),
    conversions: conversions.filter(({ from, to }) => questions.has(from) && questions.has(to)),
  };
}
