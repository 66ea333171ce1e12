import {
  type LineId,
  type Network,
  type PartyChange,
  type PartyFacts,
  type PointOf,
  propagatePoint,
  type WhatIfRow,
  whatIf,
} from '#scoring';
import { query, readRows } from '~/access/sql/query.server';
import type { InOrganization } from '~/access/tenant-db.server';
import { scoringInputs } from '~/risk/scores/scoring-inputs.server';
import { readTerms } from '~/suppliers/classification/decide-term.server';
import { productsForScoring } from '~/suppliers/classification/products-for-scoring';
import type { DecidedTerms } from '~/suppliers/classification/term-key';
import { listedGoodsOf } from '~/suppliers/registry/recognise-entry.server';
import { type NetworkParty, readNetwork } from '~/suppliers/supply-links/read-network.server';
import { type Change, readFactValue } from './changes';
import { rowsOf, type SupposedRow } from './rows-of';

/** More suppliers than this are not looked at; the ones with the highest scores are. */
export const mostSuppliers = 20_000;
/** Places are drawn for a list of at most this length: about half a second before and after. */
const mostPlaced = 2_000;
const chunk = 10_000;

export type Supposed = {
  asOf: string;
  rows: SupposedRow[];
  suppliers: number;
  /** Suppliers beyond those that are looked at. */
  leftOut: number;
  /** What the organization inherits from its suppliers; null where nothing is linked to it or the links do not fit. */
  buyer: { before: number; after: number | null } | null;
  /** Why the links could not be followed, in English; null where they could. */
  networkProblem: string | null;
  /** Changes about a supplier or finding that is not there. */
  missing: Change[];
};

/** What the changes would do to every supplier and to what is inherited along the links, as known now. Reads only; a constant number of queries for each 10,000 suppliers. */
export async function suppose(inOrganization: InOrganization, options: { asOf: string; changes: readonly Change[] }): Promise<Supposed> {
  const { asOf, changes } = options;
  const { suppliers, total, graph, terms } = await inOrganization(async (db) => ({
    suppliers: await readRows(
      db,
      query
        .selectFrom('Supplier as s')
        .innerJoin('Party as p', (join) => join.onRef('p.organizationId', '=', 's.organizationId').onRef('p.id', '=', 's.partyId'))
        .select(['s.partyId', 'p.publicId', 'p.name'])
        .where('s.archivedAt', 'is', null)
        .orderBy('s.score', (order) => order.desc().nullsLast())
        .orderBy('s.partyId')
        .limit(mostSuppliers),
    ),
    total: await db.supplier.count({ where: { archivedAt: null } }),
    graph: await readNetwork(db, { asOf, withOverrides: false }),
    terms: await readTerms(db),
  }));
  const parties = [];
  for (let start = 0; start < suppliers.length; start += chunk) {
    const partyIds = suppliers.slice(start, start + chunk).map(({ partyId }) => partyId);
    const inputs = await inOrganization((db) => scoringInputs(db, { partyIds, asOf }), { timeoutMs: 60_000 });
    for (const { partyId, input } of inputs) parties.push({ id: partyId, input });
  }
  const { method, ofParty, missing } = resolve(changes, { suppliers, parties, terms });
  const base = { asOf, suppliers: suppliers.length, leftOut: total - suppliers.length, missing };
  const rows = whatIf({ asOf, parties, method, changes: ofParty, isPlaced: parties.length <= mostPlaced });
  const chain = throughTheChain(graph.network, rows);
  const names = new Map(suppliers.map((supplier) => [supplier.partyId, supplier]));
  return {
    ...base,
    rows: rowsOf(rows, { asOf, names, before: chain.before, after: chain.after }),
    buyer: buyerOf(graph.parties, chain),
    networkProblem: chain.problem && withNames(chain.problem, graph.parties),
  };
}

type Known = {
  suppliers: readonly { partyId: string; publicId: string }[];
  parties: readonly { id: string; input: { findings?: { id: string }[] } }[];
  /** Members' decisions on typed text. */
  terms: DecidedTerms;
};

/** The changes in the terms of the method. Of two changes to one thing the later counts. */
export function resolve(changes: readonly Change[], { suppliers, parties, terms }: Known) {
  const byPublicId = new Map(suppliers.map(({ publicId, partyId }) => [publicId, partyId]));
  const byFinding = new Map(parties.flatMap(({ id, input }) => (input.findings ?? []).map((finding) => [finding.id, id] as const)));
  const countryPoints: Record<string, number> = {};
  const factors: Partial<Record<LineId, number>> = {};
  const ofParty: Record<string, PartyChange> = {};
  const missing: Change[] = [];
  for (const change of changes) {
    if (change.kind === 'country') countryPoints[change.iso2] = change.points;
    else if (change.kind === 'factor') factors[change.line] = change.factor;
    else {
      const partyId = change.kind === 'close' ? byFinding.get(change.finding) : byPublicId.get(change.supplier);
      if (partyId === undefined) missing.push(change);
      else ofParty[partyId] = withChange(ofParty[partyId] ?? {}, change, terms);
    }
  }
  return { method: { countryPoints, factors }, ofParty, missing };
}

function withChange(party: PartyChange, change: Exclude<Change, { kind: 'country' | 'factor' }>, terms: DecidedTerms): PartyChange {
  if (change.kind === 'drop') return { ...party, isDropped: true };
  if (change.kind === 'close') return { ...party, closedFindings: [...(party.closedFindings ?? []), change.finding] };
  const value = readFactValue(change.field, change.value);
  // Goods as the importer would guess them, so that what is supposed counts as it will once it is a fact.
  const read =
    change.field === 'products' && Array.isArray(value) ? productsForScoring(value, listedGoodsOf(value, { country: null, terms })) : value;
  const facts: PartyFacts = { ...party.facts, [change.field]: { value: read } };
  return { ...party, facts };
}

/** The names of parties in place of their ids. */
export function withNames(text: string, parties: ReadonlyMap<string, NetworkParty>): string {
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => parties.get(id)?.name ?? id);
}

type Chain = Record<'before' | 'after', ReadonlyMap<string, PointOf>> & { problem: string | null };

const nothing: ReadonlyMap<string, PointOf> = new Map();

/** R10 before and after. A dropped supplier goes with its links; what was bought from it is then not linked, and so not counted. */
function throughTheChain(network: Network, rows: readonly WhatIfRow[]): Chain {
  if (network.links.length === 0) return { before: nothing, after: nothing, problem: null };
  const rowsById = new Map(rows.map((row) => [row.id, row]));
  const isGone = (id: string) => rowsById.get(id)?.isDropped ?? false;
  const withScores = (end: 'before' | 'after') =>
    network.nodes.map((node) => {
      const row = rowsById.get(node.id);
      return node.kind === 'unknown-origin' || !row ? node : { ...node, own: row[end] };
    });
  const before = propagatePoint({ ...network, nodes: withScores('before') });
  const after = propagatePoint({
    ...network,
    nodes: withScores('after').filter(({ id }) => !isGone(id)),
    links: network.links.filter(({ supplier, buyer }) => !isGone(supplier) && !isGone(buyer)),
  });
  if (before.points === null || after.points === null) return { before: nothing, after: nothing, problem: before.problem ?? after.problem };
  return { before: before.points, after: after.points, problem: null };
}

/** The organization's own node, where it is linked; after a drop nothing may be left to inherit from. */
function buyerOf(parties: ReadonlyMap<string, NetworkParty>, { before, after }: Chain): Supposed['buyer'] {
  const ids = [...parties].flatMap(([id, { kind }]) => (kind === 'buyer' ? [id] : [])).sort();
  for (const id of ids) {
    const inherited = before.get(id)?.inherited ?? null;
    if (inherited !== null) return { before: inherited, after: after.get(id)?.inherited ?? null };
  }
  return null;
}
