import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { type PairSide, readSides } from '~/suppliers/duplicates/list-duplicates.server';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { foldText } from '~/suppliers/parties/name-key';
import { formatCountry } from '~/ui/format';
import { showContradictions, type ShownContradiction } from './answer-contradictions.server';
import { fieldName } from './field-labels';
import { type GridCell, gridCell } from './grid-cells';
import { mostGridRows } from './is-ordinary';
import { problemText } from './labels';
import { toPlanRow } from './pipeline/factory-place';
import type { Field } from './pipeline/fields';
import { type Plan, planImport } from './pipeline/plan';
import { type ImportRecord, importRecordSchema } from './pipeline/record';
import { editOf, indexRepairs, type Repairs } from './pipeline/repairs';
import { type PreviewRow, previewRowSchema } from './preview-rows.server';
import { incomingSchema, otherNameSchema, type ProposalSubject, proposalSubjects } from './proposal';
import { type KnownState, readKnownState } from './read-known-state.server';
import type { BatchCounts, BatchMapping, Detected } from './schema';

/** What a row may be the same as: a known supplier, or with `publicId` null another name or site. */
export type MatchOption = { proposalId: string; name: string; publicId: string | null; place: string | null };
/** What a person is asked about a row. */
export type GridQuestion =
  | { kind: 'match'; about: ProposalSubject; proposalId: string; options: MatchOption[] }
  | { kind: 'country'; suggestions: { value: string; label: string }[] }
  | { kind: 'sector'; text: string; candidates: { value: string; label: string }[] }
  | { kind: 'contradiction'; asked: ShownContradiction }
  /** `takeBack`: what decides that the row is imported after all; null where only its cells can. */
  | { kind: 'error'; problems: string[]; takeBack: 'in' | 'as-read' | null };
export type GridRow = {
  rowNumber: number;
  key: string | null;
  isKnown: boolean;
  isRepeated: boolean;
  cells: GridCell[];
  question: GridQuestion | null;
};
export type GridHead = { column: number; header: string; field: Field; isShown: boolean };
export type Grid = { heads: GridHead[]; columns: { key: string; name: string }[]; rows: GridRow[]; guesses: number };

type Batch = { id: string; mapping: BatchMapping; detected: Detected; counts: BatchCounts; repairs: Repairs };

/**
 * All rows of a batch as a grid, and the plan by which accepting writes them: what is known of the parties, for the scores that would come of it.
 * Reads at most `mostGridRows` rows; a constant number of queries.
 */
export async function readGrid(db: TenantDb, batch: Batch): Promise<{ grid: Grid; plan: Plan; state: KnownState }> {
  const { mapping, detected, repairs } = batch;
  const rows = previewRowSchema.array().parse(
    await db.importRow.findMany({
      where: { batchId: batch.id },
      orderBy: { rowNumber: 'asc' },
      take: mostGridRows,
      select: { rowNumber: true, status: true, raw: true, cleaned: true, problems: true },
    }),
  );
  const records = new Map(
    rows.flatMap(({ rowNumber, cleaned }) => (cleaned ? [[rowNumber, importRecordSchema.parse(cleaned)] as const] : [])),
  );
  const planned = rows.flatMap(({ rowNumber }) => {
    const record = records.get(rowNumber);
    return record ? [toPlanRow({ rowNumber, record })] : [];
  });
  const state = await readKnownState(db, planned, { shape: mapping.shape, batchId: batch.id });
  const plan = planImport(planned, state.parties, mapping);
  const questions = await readProposals(db, batch.id);
  const titles = sectorTitles([...records.values()].map(({ sector }) => sector));
  const heads = headsOf(detected, mapping);
  const shown = shownOf(heads, records);
  const { edits } = indexRepairs(repairs);
  const keys = new Map(plan.rows.map(({ rowNumber, supplierKey }) => [rowNumber, supplierKey]));
  const known = new Set(plan.suppliers.flatMap(({ key, partyId }) => (partyId === null ? [] : [key])));
  const contradictions = askContradictions(plan);
  const gridRows = rows.map((row): GridRow => {
    const record = records.get(row.rowNumber) ?? null;
    const key = keys.get(row.rowNumber) ?? null;
    return {
      ...{ rowNumber: row.rowNumber, key, isKnown: key !== null && known.has(key) },
      isRepeated: row.problems.some(({ code }) => code === 'duplicate-row'),
      cells: shown.map((head) => {
        const edited =
          head.column === null ? undefined : editOf(edits.get(head.column), { row: row.rowNumber, text: row.raw[head.column] ?? '' });
        return gridCell(row, head, { edited, record, titles });
      }),
      question: questions.get(row.rowNumber) ?? contradictions.get(row.rowNumber) ?? askOf(row, record, batch),
    };
  });
  return {
    plan,
    state,
    grid: {
      heads,
      columns: shown.map(({ field, column }) => ({ key: `${column ?? field}`, name: fieldName(field) })),
      rows: gridRows,
      guesses: gridRows.reduce((sum, { cells }) => sum + cells.filter(({ guess }) => guess !== null).length, 0),
    },
  };
}

/** Columns of people at a supplier, of identifiers and of nothing are there to be chosen, and not among the rows. */
const besides: ReadonlySet<Field> = new Set<Field>([
  ...(['ignore', 'contactName', 'contactRole', 'contactEmail', 'contactPhone', 'lei', 'duns', 'registration', 'taxNumber'] as const),
  ...(['asOf', 'currency', 'lat', 'lng'] as const),
]);
const mostShown = 8;

function headsOf({ columns }: Detected, mapping: BatchMapping): GridHead[] {
  let shown = 0;
  return columns.map(({ header }, column) => {
    const field = mapping.columns[column] ?? 'ignore';
    const isShown = !besides.has(field) && shown < mostShown;
    if (isShown) shown += 1;
    return { column, header, field, isShown };
  });
}

/** The shown columns; the country has one of its own where the file has none and rows say it otherwise. */
function shownOf(
  heads: readonly GridHead[],
  records: ReadonlyMap<number, ImportRecord>,
): { column: number | null; field: Field; header: string }[] {
  const shown = heads.filter(({ isShown }) => isShown);
  const isPlaced = heads.some(({ field }) => field === 'country') || [...records.values()].every(({ country }) => country === null);
  return isPlaced ? shown : [...shown, { column: null, field: 'country', header: fieldName('country') }];
}

/** A contradiction without an answer is asked at the last row that is known to state it. */
function askContradictions(plan: Plan): Map<number, GridQuestion> {
  const open = showContradictions(plan.contradictions.filter(({ isAnswered }) => !isAnswered));
  return new Map(
    open.map((asked) => [Math.max(...asked.options.flatMap(({ rows }) => rows)), { kind: 'contradiction', asked }] as const).reverse(),
  );
}

function askOf(row: PreviewRow, record: ImportRecord | null, { counts, mapping }: Batch): GridQuestion | null {
  if (record === null) {
    const isChosen = row.problems.some(({ code }) => code === 'row-left-out');
    const country = isChosen ? undefined : row.problems.find(({ code }) => code === 'unknown-country');
    const suggestion = country?.params.suggestion;
    if (country && row.problems.filter(({ severity }) => severity === 'error').length === 1)
      return { kind: 'country', suggestions: suggestion === undefined ? [] : [{ value: String(suggestion), label: String(suggestion) }] };
    const errors = row.problems.filter(({ severity }) => severity === 'error');
    const leftOut = errors.find(({ code }) => code === 'row-left-out');
    const takeBack = leftOut ? 'as-read' : errors.some(({ code }) => code === 'note-row') ? 'in' : null;
    return { kind: 'error', problems: (leftOut ? [leftOut] : errors).map(problemText), takeBack };
  }
  if (record.country === null && mapping.shape !== 'edges') return { kind: 'country', suggestions: contradicting(row) };
  if (record.sector !== null) return null;
  const group = counts.terms.find(
    ({ field, text, value, isDecided }) => field === 'sector' && value === null && !isDecided && saysOf(row, record, text),
  );
  if (!group) return null;
  const titles = sectorTitles(group.candidates);
  const candidates = group.candidates.slice(0, 3).map((value) => ({ value, label: titles[value] ? `${value} ${titles[value]}` : value }));
  return { kind: 'sector', text: group.text, candidates };
}

/** The countries that two facts of a row name, where they contradict each other. */
function contradicting(row: PreviewRow): { value: string; label: string }[] {
  const params = row.problems.find(({ code }) => code === 'country-contradictory')?.params;
  const codes = [params?.firstCountry, params?.secondCountry].flatMap((code) => (typeof code === 'string' && code !== '' ? [code] : []));
  return [...new Set(codes)].map((code) => ({ value: code, label: formatCountry(code) }));
}

const saysOf = (row: PreviewRow, record: ImportRecord, text: string) => record.products[0] === text || row.raw.includes(text);

const proposalSchema = z.object({
  id: z.string(),
  rowNumber: z.number(),
  nameKey: z.string(),
  about: z.enum(proposalSubjects),
  incoming: incomingSchema,
  partyId: z.string().nullable(),
  other: otherNameSchema.nullable(),
});
/** So many companies of one name are offered for a row. */
const mostOptions = 5;

/**
 * What each row is asked about, of pairs that nothing decides: the likeliest known supplier, or else the likeliest other name or site of a list. Known
 * suppliers of one name are all offered.
 */
async function readProposals(db: TenantDb, batchId: string): Promise<Map<number, GridQuestion>> {
  const found = proposalSchema.array().parse(
    await db.matchProposal.findMany({
      where: { batchId, answer: null, score: { lt: matchParameter('match.automatic') } },
      orderBy: [{ score: 'desc' }, { id: 'asc' }],
      select: { id: true, rowNumber: true, nameKey: true, about: true, incoming: true, other: true, partyId: true },
    }),
  );
  const sides = await readSides(
    db,
    found.flatMap(({ partyId }) => partyId ?? []),
  );
  const byRow = new Map<number, typeof found>();
  for (const each of found) byRow.set(each.rowNumber, [...(byRow.get(each.rowNumber) ?? []), each]);
  return new Map(
    [...byRow].flatMap(([rowNumber, asked]) => {
      const known = asked.filter(({ partyId }) => partyId !== null);
      const [first] = known.length > 0 ? known : asked;
      if (!first) return [];
      const nameOf = ({ partyId }: (typeof found)[number]) => foldText((partyId === null ? undefined : sides.get(partyId))?.name ?? '');
      const isSameName = (each: (typeof found)[number]) =>
        each === first || (first.partyId !== null && each.nameKey === first.nameKey && nameOf(each) === nameOf(first));
      const options = (known.length > 0 ? known : [first])
        .filter(isSameName)
        .slice(0, mostOptions)
        .flatMap((each): MatchOption[] => optionOf(each.id, each.partyId === null ? undefined : sides.get(each.partyId), each.other));
      return options.length === 0 ? [] : [[rowNumber, { kind: 'match', about: first.about, proposalId: first.id, options }] as const];
    }),
  );
}

function optionOf(proposalId: string, known: PairSide | undefined, other: z.infer<typeof otherNameSchema> | null): MatchOption[] {
  const side = known ?? other;
  if (!side) return [];
  const addresses = known ? (known.places ?? []) : [other?.address];
  const place = [...addresses, side.country ? formatCountry(side.country) : null].filter(Boolean).join(', ') || null;
  return [{ proposalId, name: side.name, publicId: known?.publicId ?? null, place }];
}
