import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { readTerms } from '~/suppliers/classification/decide-term.server';
import { placeWords } from '~/suppliers/classification/place-words.server';
import { type DecidedTerms, type RememberedField, termId } from '~/suppliers/classification/term-key';
import { foldText } from '~/suppliers/parties/name-key';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import type { Field } from '../pipeline/fields';
import { findCountry, likelyCountry } from '../pipeline/clean/country.server';
import { cleanTier } from '../pipeline/clean/identifiers';
import { findSector } from '../pipeline/clean/sector.server';
import type { ClosedValue, ClosedValuesPage, ShownValue, ValueState } from './closed-fields';
import { valueStates } from './closed-fields';

const pageSize = 25;
/** Distinct values looked at: a closed list has few, and of products the commonest are enough to decide about. */
const mostValues = 5_000;
const mostCandidates = 4;

const foundSchema = z.object({
  value: z.string(),
  count: z.number(),
  row: z.number(),
  read: z.string().nullable(),
  isOpen: z.boolean(),
  isGuess: z.boolean(),
});

/** `mapped`: the field of the column; `field`: what its values are remembered as. */
export type ClosedColumn = { batchId: string; column: number; header: string; mapped: Field; field: RememberedField };

/** The problem of a cell that nothing was read from. */
const openCodes = { country: 'unknown-country', sector: 'unknown-sector', tier: 'bad-tier' } as const;

function found({ batchId, column, header, mapped, field }: ClosedColumn): Sql {
  if (field === 'product')
    return sql`
      SELECT p.value, count(*)::int AS count, min(r."rowNumber") AS row, mode() WITHIN GROUP (ORDER BY r."cleaned"->'listedGoods'->>p.value) AS read,
        false AS "isOpen", bool_or(r."cleaned"->'listedGoods'->>p.value IS NOT NULL) AS "isGuess"
      FROM "ImportRow" r CROSS JOIN LATERAL jsonb_array_elements_text(r."cleaned"->'products') p(value)
      WHERE r."batchId" = ${batchId}::uuid AND r."cleaned" IS NOT NULL GROUP BY 1`;
  const read = mapped === 'destination' ? sql`"cleaned"->'destination'->>0` : sql`"cleaned"->>${field}`;
  const problem = (code: string) => JSON.stringify([{ code, column: header }]);
  return sql`
    SELECT "raw"->>${column}::int AS value, count(*)::int AS count, min("rowNumber") AS row, mode() WITHIN GROUP (ORDER BY ${read}) AS read,
      bool_or("problems" @> ${problem(openCodes[field])}::jsonb) AS "isOpen", bool_or("problems" @> ${problem('sector-guessed')}::jsonb) AS "isGuess"
    FROM "ImportRow" WHERE "batchId" = ${batchId}::uuid AND "raw"->>${column}::int <> '' GROUP BY 1`;
}

/** Every distinct value of a column of a closed list, with how often it occurs and what is read from it: open ones first, then guesses, the commonest first. Two queries. */
export async function readAllValues(db: TenantDb, column: ClosedColumn): Promise<ClosedValue[]> {
  const rows = await queryRows(
    db,
    foundSchema,
    sql`SELECT * FROM (${found(column)}) f ORDER BY count DESC, value LIMIT ${mostValues}::int`,
  );
  const terms = await readTerms(db);
  return rows
    .map((row) => closedValue(row, column.field, terms))
    .sort((a, b) => valueStates.indexOf(a.state) - valueStates.indexOf(b.state) || b.count - a.count || (a.value < b.value ? -1 : 1));
}

function closedValue(
  { value, count, row, read, isOpen, isGuess }: z.infer<typeof foundSchema>,
  field: RememberedField,
  terms: DecidedTerms,
): ClosedValue {
  const decided = terms.get(termId(field, value));
  const state: ValueState = decided !== undefined ? 'decided' : isOpen ? 'open' : isGuess ? 'guess' : 'read';
  const meant = state === 'decided' ? (decided ?? null) : state === 'open' ? null : (read ?? readAlone(value, field));
  const likely = state === 'open' && field === 'country' ? likelyCountry(value) : null;
  return { value, count, row, state, read: meant, proposal: state === 'guess' ? meant : likely };
}

/** What is read from a value whose rows are all left out for another reason. */
function readAlone(value: string, field: RememberedField): string | null {
  switch (field) {
    case 'country':
      return findCountry(value);
    case 'sector':
      return findSector(value);
    case 'tier': {
      const tier = cleanTier(value).value;
      return tier === null ? null : String(tier);
    }
    default:
      return null;
  }
}

/** One page of them, by state and search. */
export async function readClosedValues(
  db: TenantDb,
  options: ClosedColumn & { search: string; state: ValueState | null; from: number },
): Promise<ClosedValuesPage> {
  const { field, search, state, from } = options;
  const all = await readAllValues(db, options);
  const wanted = foldText(search);
  const matching = all.filter(
    (each) => (state === null || each.state === state) && (wanted === '' || foldText(each.value).includes(wanted)),
  );
  const values = matching.slice(from, from + pageSize).map((each): ShownValue => ({ ...each, ...recognised(each, field) }));
  const codes = field === 'sector' ? values.flatMap(({ read, candidates }) => [...(read === null ? [] : [read]), ...candidates]) : [];
  return {
    values,
    states: { open: 0, guess: 0, decided: 0, read: 0, ...countStates(all) },
    proposals: all.filter(({ proposal }) => proposal !== null).length,
    labels: Object.fromEntries(Object.entries(sectorTitles(codes)).map(([code, title]) => [code, `${code} · ${title}`])),
    total: matching.length,
    after: matching.length > from + pageSize ? String(from + pageSize) : null,
    before: from > 0 ? '0' : null,
  };
}

function countStates(values: readonly ClosedValue[]): Partial<Record<ValueState, number>> {
  const counts: Partial<Record<ValueState, number>> = {};
  for (const { state } of values) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function recognised({ value, state, proposal }: ClosedValue, field: RememberedField): Pick<ShownValue, 'by' | 'candidates'> {
  if (field === 'country') return { by: null, candidates: proposal === null ? [] : [proposal] };
  if (field === 'tier' || state === 'read') return { by: null, candidates: [] };
  const placed = placeWords(value);
  const guess = field === 'sector' ? placed.sector : placed.good;
  const candidates = field === 'sector' ? placed.sectors.map(({ sector }) => sector) : placed.goods.map(({ good }) => good);
  return { by: state === 'guess' ? (guess?.by ?? null) : null, candidates: candidates.slice(0, mostCandidates) };
}
