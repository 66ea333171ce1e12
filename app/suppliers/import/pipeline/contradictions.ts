import { foldText } from '~/suppliers/parties/name-key';
import type { PlannedValues } from './plan-facts';

/** One value that rows of a list state, with the first of these rows and how many they are. `key`: equal for values that say the same. */
type Statement = { key: string; values: PlannedValues; rows: number[]; count: number };
/**
 * Rows of one day that state several values of one field of one supplier or site. `subject`: what the list calls it (`nameIdentity` or `siteIdentity`),
 * `chosen`: the key of the value that counts, `isAnswered`: by an answer; else the last row counts.
 */
export type Contradiction = {
  subject: string;
  party: 'supplier' | 'site';
  name: string;
  field: string;
  day: string | null;
  options: Statement[];
  chosen: string;
  isAnswered: boolean;
};
/** What a member answered about a contradiction: the keys of all values that were stated, and the one that counts. */
export type ContradictionAnswer = Pick<Contradiction, 'subject' | 'field' | 'day' | 'chosen'> & { stated: readonly string[] };

/** Fields of which rows add up, name the party, or say how another field was read: two rows cannot contradict each other. */
const unquestioned: ReadonlySet<string> = new Set([
  ...['name', 'externalIds', 'products', 'listedGoods', 'deliveryCountries', 'annualSpend', 'subcontracting', 'sectorGuess'],
]);
const mostRowsKept = 5;

/** Latitude and longitude are one statement: a point of two rows would be a place that no row names. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = { point: ['latitude', 'longitude'], sector: ['sector', 'sectorGuess'] };
const groupOf = (field: string) => (field === 'latitude' || field === 'longitude' ? 'point' : field);

/** What a value says: spellings of one text and points within about a hundred metres are equal. */
function keyOf(values: PlannedValues): string {
  const key = Object.entries(values)
    .filter(([field]) => field !== 'sectorGuess')
    .map(([field, value]) => {
      if (typeof value === 'string') return foldText(value);
      return typeof value === 'number' && (field === 'latitude' || field === 'longitude') ? value.toFixed(3) : JSON.stringify(value);
    });
  return key.join(' ');
}

const answerKey = (subject: string, field: string, day: string | null, stated: readonly string[]) =>
  JSON.stringify([subject, field, day, [...stated].sort()]);

type Subject = { key: string; party: 'supplier' | 'site'; name: string };

/** Collects what rows state of suppliers and sites, and finds what contradicts. The order of the rows decides only what counts without an answer. */
export function contradictionFinder(answers: readonly ContradictionAnswer[] = []) {
  const chosen = new Map(answers.map(({ subject, field, day, stated, chosen }) => [answerKey(subject, field, day, stated), chosen]));
  const said = new Map<string, { day: string | null; field: string; statements: Statement[] }>();
  const subjects = new Map<string, Subject & { identity: string; said: string[] }>();
  return {
    /** @param identity what the row calls the party; the least of all rows is the party's key, so that their order is of no effect */
    add({ key, party, name }: Subject, identity: string, row: { rowNumber: number; day: string | null; values: PlannedValues }): void {
      const subject = subjects.get(key) ?? { key, party, name, identity, said: [] };
      if (identity < subject.identity) subject.identity = identity;
      subjects.set(key, subject);
      for (const field of new Set(Object.keys(row.values).map(groupOf))) {
        // A guess is what the software read from words: a row that states something else does not contradict it.
        if (unquestioned.has(field) || (field === 'sector' && row.values.sectorGuess !== undefined)) continue;
        const values = Object.fromEntries(
          (fieldsOf[field] ?? [field]).flatMap((each) => (row.values[each] === undefined ? [] : [[each, row.values[each]]])),
        );
        const place = JSON.stringify([key, field, row.day]);
        const held = said.get(place);
        if (held === undefined) {
          said.set(place, { day: row.day, field, statements: [{ key: keyOf(values), values, rows: [row.rowNumber], count: 1 }] });
          subject.said.push(place);
          continue;
        }
        const stated = keyOf(values);
        const at = held.statements.findIndex((statement) => statement.key === stated);
        const before = held.statements[at];
        if (at >= 0) held.statements.splice(at, 1);
        const rows = [...(before?.rows ?? []), row.rowNumber].slice(0, mostRowsKept);
        // The last statement is the one of the last row.
        held.statements.push({ key: stated, values, rows, count: (before?.count ?? 0) + 1 });
      }
    },
    /** By party (its key in the plan), what its rows contradict each other about. */
    found(): Map<string, Contradiction[]> {
      const found = new Map<string, Contradiction[]>();
      for (const { key, party, name, identity, said: places } of subjects.values())
        for (const place of places) {
          const held = said.get(place);
          if (!held || held.statements.length < 2) continue;
          const { day, field, statements } = held;
          const answer = chosen.get(
            answerKey(
              identity,
              field,
              day,
              statements.map((statement) => statement.key),
            ),
          );
          const options = [...statements].sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
          const isAnswered = answer !== undefined;
          const last = statements.at(-1)?.key ?? '';
          found.set(key, [
            ...(found.get(key) ?? []),
            { subject: identity, party, name, field, day, options, chosen: answer ?? last, isAnswered },
          ]);
        }
      return found;
    },
  };
}

/** The suppliers and sites of which several rows speak: one row does not contradict itself. In most lists these are few. */
export function namedTwice(rows: Iterable<{ supplierKey: string; siteKey: string }>): ReadonlySet<string> {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const { supplierKey, siteKey } of rows)
    for (const key of [supplierKey, siteKey]) {
      if (key === '') continue;
      if (once.has(key)) twice.add(key);
      once.add(key);
    }
  return twice;
}

/** The value that counts of a contradiction, with the first rows that state it. */
export function chosenOf({ options, chosen }: Contradiction): Statement | null {
  return options.find(({ key }) => key === chosen) ?? null;
}
