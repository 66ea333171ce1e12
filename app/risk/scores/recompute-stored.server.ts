import { inputHashOf, parameterAt } from '#scoring';
import { group } from 'd3-array';
import { z } from 'zod';
import { query, readRows } from '~/access/sql/query.server';
import { onDay } from '~/access/sql/expressions.server';
import type { InOrganization } from '~/access/tenant-db.server';
import { isOfThisMethod } from '~/questionnaires/responses/schema';
import { type ScoringInput, scoringInputs } from '~/risk/scores/scoring-inputs.server';
import { holdOwnTables } from '~/risk/reference-tables/own-tables.server';
import { type ComparedAgain, compareAgain, type DifferenceReason } from './compare-again';

export type RecomputedScore = { scoreId: string; supplier: string; asOf: string; compared: ComparedAgain };
export type RecomputeCounts = {
  /** Scores of today's method, each computed again. */
  scores: number;
  /** Scores of an earlier method: dated documents, not computed again and in no other count. */
  documents: number;
  equal: number;
  /** Of those that are equal, made by another version of the method. */
  equalOtherVersion: number;
  differing: number;
  impossible: number;
  reasons: Partial<Record<DifferenceReason, number>>;
  /** Suppliers whose newest score of that day or before is of today's method, and those of them whose facts, answers or findings are others today. */
  current: number;
  inputsChanged: number;
};

const page = 500;

/**
 * Scores every stored score of an organization again that was made as of `asOf` (ISO date) or a day before it, each from its own input and as of
 * its own day, and says what came out otherwise. Beside that it counts the suppliers whose newest score no longer rests on what is known today.
 * Reads by keyset, five hundred at a time in transactions of their own, and writes nothing.
 * @param onOther hears of each score that differs or cannot be made again
 */
export async function recomputeStored(
  inOrganization: InOrganization,
  options: { asOf: string; onOther?: (score: RecomputedScore) => void },
): Promise<RecomputeCounts> {
  const { asOf, onOther } = options;
  const counts: RecomputeCounts = {
    scores: 0,
    documents: 0,
    equal: 0,
    equalOtherVersion: 0,
    differing: 0,
    impossible: 0,
    reasons: {},
    current: 0,
    inputsChanged: 0,
  };
  for (let after: string | null = null; ; ) {
    const rows = await inOrganization((db) => readPage(db, asOf, after), { timeoutMs: 60_000 });
    for (const { party, ...row } of rows) {
      const compared = compareAgain({ ...row, asOf: isoDay(row.asOf) });
      count(counts, compared);
      if (compared.kind === 'differs' || compared.kind === 'impossible')
        onOther?.({ scoreId: row.id, supplier: party.publicId, asOf: isoDay(row.asOf), compared });
    }
    after = rows.at(-1)?.id ?? null;
    if (rows.length < page) break;
  }
  await countChangedInputs(inOrganization, asOf, counts);
  return counts;
}

type Db = Parameters<Parameters<InOrganization>[0]>[0];

async function readPage(db: Db, asOf: string, after: string | null) {
  const rows = await db.score.findMany({
    where: { asOf: { lte: new Date(asOf) }, ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: page,
    select: {
      id: true,
      engineVersion: true,
      asOf: true,
      inputHash: true,
      parameterHash: true,
      input: true,
      result: true,
      party: { select: { publicId: true } },
    },
  });
  await holdOwnTables(db, [...new Set(rows.flatMap(({ input }) => namedTables(input)))]);
  return rows;
}

const namedTables = (input: unknown): string[] => z.object({ ownTables: z.array(z.string()) }).safeParse(input).data?.ownTables ?? [];

function count(counts: RecomputeCounts, compared: ComparedAgain): void {
  if (compared.kind === 'document') {
    counts.documents += 1;
    return;
  }
  counts.scores += 1;
  switch (compared.kind) {
    case 'equal':
      counts.equal += 1;
      if (!compared.isSameVersion) counts.equalOtherVersion += 1;
      return;
    case 'impossible':
      counts.impossible += 1;
      return;
    case 'differs':
      counts.differing += 1;
      for (const reason of compared.reasons) counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1;
  }
}

type CurrentScore = { partyId: string; asOf: Date; inputHash: string; engineVersion: string };

type CurrentPage = { current: CurrentScore[]; inputs: ScoringInput[] };

function readCurrent(inOrganization: InOrganization, asOf: string, after: string | null): Promise<CurrentPage> {
  return inOrganization(
    async (db) => {
      const current = await readRows(
        db,
        query
          .selectFrom('Score')
          .distinctOn('partyId')
          .select(['partyId', 'asOf', 'inputHash', 'engineVersion'])
          .where('asOf', '<=', onDay(asOf))
          .$if(after !== null, (found) => found.where('partyId', '>', after))
          .orderBy('partyId')
          .orderBy('createdAt', 'desc')
          .orderBy('id', 'desc')
          .limit(page),
      );
      return { current, inputs: await inputsOfDays(db, current) };
    },
    { timeoutMs: 60_000 },
  );
}

/** What the database gives the method for the day of each score: which questionnaires count is read by the rule in force then, one reading for each. */
async function inputsOfDays(db: Db, current: readonly CurrentScore[]): Promise<ScoringInput[]> {
  const inputs: ScoringInput[] = [];
  const byRule = group(current, ({ asOf }) => parameterAt('R5.questionnaires', isoDay(asOf)).effectiveFrom);
  for (const same of byRule.values()) {
    const [first] = same;
    if (first) inputs.push(...(await scoringInputs(db, { partyIds: same.map(({ partyId }) => partyId), asOf: isoDay(first.asOf) })));
  }
  return inputs;
}

/** Compares the input of each supplier's newest score up to the day with what the database would give the method for that same day. */
async function countChangedInputs(inOrganization: InOrganization, asOf: string, counts: RecomputeCounts): Promise<void> {
  for (let after: string | null = null; ; ) {
    const read: CurrentPage = await readCurrent(inOrganization, asOf, after);
    const inputs = new Map(read.inputs.map(({ partyId, input }) => [partyId, input]));
    for (const { partyId, asOf: day, inputHash, engineVersion } of read.current) {
      if (!isOfThisMethod(engineVersion)) continue;
      const input = inputs.get(partyId);
      counts.current += 1;
      if (input && inputHashOf({ ...input, asOf: isoDay(day) }) !== inputHash) counts.inputsChanged += 1;
    }
    after = read.current.at(-1)?.partyId ?? null;
    if (read.current.length < page) return;
  }
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
