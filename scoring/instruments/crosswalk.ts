import { instrument } from './at.ts';
import { questionsOf } from './answers.ts';
import file from './crosswalk.json';
import { type Crosswalk, type CrosswalkPair, crosswalkSchema, type Relation } from './crosswalk-schema.ts';

let parsed: Crosswalk | undefined;

/** The whole table, as its file says it. */
export function crosswalk(): Crosswalk {
  parsed ??= crosswalkSchema.parse(file);
  return parsed;
}

const backwards: Record<Relation, Relation> = { equal: 'equal', broader: 'narrower', narrower: 'broader', related: 'related' };

/**
 * How the questions of one released instrument relate to those of another; each row of the table is read in both directions. Between an instrument and
 * itself every question is its own equal: so are last year's answers carried. Throws RangeError for an unknown instrument.
 */
export function crosswalkPairs(from: string, to: string): CrosswalkPair[] {
  if (from === to) return questionsOf(instrument(from)).map(({ key }) => ({ question: key, target: key, relation: 'equal' }));
  return crosswalk().pairs.flatMap(([left, question, relation, right, target]): CrosswalkPair[] => {
    if (left === from && right === to) return [{ question, target, relation }];
    if (left === to && right === from) return [{ question: target, target: question, relation: backwards[relation] }];
    return [];
  });
}
