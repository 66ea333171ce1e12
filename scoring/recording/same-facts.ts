import file from './same-facts.json';
import { type SameFacts, sameFactsSchema } from './schema.ts';

let parsed: SameFacts | undefined;

/** Which questions of different questionnaires ask for one fact, as the file gives them. */
export function sameFacts(): SameFacts {
  parsed ??= sameFactsSchema.parse(file);
  return parsed;
}

/** The table for an audit that asks these questions: rows of others are left out, and sums that miss a part. Pure. */
export function sameFactsAmong(questions: ReadonlySet<string>): SameFacts {
  const { rows, sums, conversions, ...rest } = sameFacts();
  return {
    ...rest,
    rows: rows.filter(([left, , right]) => questions.has(left) && questions.has(right)),
    sums: sums.filter(({ whole, parts }) => [whole, ...parts].every((each) => questions.has(each))),
    conversions: conversions.filter(({ from, to }) => questions.has(from) && questions.has(to)),
  };
}
