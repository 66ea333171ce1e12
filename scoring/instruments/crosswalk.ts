import { includesInstrument, instrument, instrumentKeys } from './at.ts';
import { questionsOf } from './answers.ts';
import editions from './crosswalk-editions.json';
import file from './crosswalk.json';
import { type Crosswalk, type CrosswalkPair, crosswalkSchema, editionsSchema, type Relation } from './crosswalk-schema.ts';

let parsed: Crosswalk | undefined;

/** The whole table with the pairs between editions, as the files say it; pairs of an edition that is not released yet are left out. */
export function crosswalk(): Crosswalk {
  if (parsed) return parsed;
  const [table, between] = [crosswalkSchema.parse(file), editionsSchema.parse(editions)];
  const released = instrumentKeys();
  const pairs = between.pairs.filter(([left, , , right]) => released.includes(left) && released.includes(right));
  parsed = { ...table, doubts: [...table.doubts, ...between.doubts], pairs: [...table.pairs, ...pairs] };
  return parsed;
}

const backwards: Record<Relation, Relation> = { equal: 'equal', broader: 'narrower', narrower: 'broader', related: 'related' };

/**
 * How the questions of one released instrument relate to those of another; each row of the table is read in both directions. Between an instrument and
 * itself every question is its own equal: so are last year's answers carried. So is every question that two depths of one bank share, and a row that names one
 * depth speaks of the others that ask the question. Throws RangeError for an unknown instrument.
 */
export function crosswalkPairs(from: string, to: string): CrosswalkPair[] {
  if (from === to || isOneBank(from, to)) {
    const asked = keysOf(to);
    return [...keysOf(from)].flatMap((key) => (asked.has(key) ? [{ question: key, target: key, relation: 'equal' as const }] : []));
  }
  return crosswalk().pairs.flatMap(([left, question, relation, right, target, , values]): CrosswalkPair[] => {
    if (asks(from, left, question) && asks(to, right, target)) return [{ question, target, relation, ...(values ? { values } : {}) }];
    if (asks(to, left, question) && asks(from, right, target))
      return [{ question: target, target: question, relation: backwards[relation], ...(values ? { values: invert(values) } : {}) }];
    return [];
  });
}

const isOneBank = (one: string, other: string) => includesInstrument(one, other) || includesInstrument(other, one);
const keysOf = (key: string) => new Set(questionsOf(instrument(key)).map((question) => question.key));

/** Whether an instrument asks the question that a row names in it, or in another depth of the same bank. */
function asks(key: string, named: string, question: string): boolean {
  return key === named || (isOneBank(key, named) && keysOf(key).has(question));
}

/** The answers read the other way; one that several answers become has no equal. */
function invert(values: Readonly<Record<string, string>>): Record<string, string> {
  const rows = Object.entries(values);
  return Object.fromEntries(
    rows.filter(([, value]) => rows.filter(([, other]) => other === value).length === 1).map(([from, to]) => [to, from]),
  );
}
