import { randomUUID } from 'node:crypto';
import { type Change, changesBetween } from '~/platform/activity/record-activity.server';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import type { ListedContact } from './pipeline/record';
import { newPeriods } from './pipeline/new-periods';
import type { Plan } from './pipeline/plan';
import { buyerKey } from './pipeline/plan-links';
import type { OrderSums } from '~/suppliers/supply-links/order-sums';
import { newLines, sumLines } from './pipeline/plan-orders';
import { newValues, type PlannedValues } from './pipeline/plan-facts';
import { orderGroup } from './read-known-orders.server';
import type { KnownState, Values } from './read-known-state.server';

type NewParty = { id: string; kind: 'supplier' | 'site' | 'labour-recruiter'; publicId: string; name: string; nameKey: string };
/** Everything a commit inserts, with its ids made, as flat rows. */
export type Writes = {
  parties: NewParty[];
  suppliers: { partyId: string; nameKey: string; values: Values }[];
  sites: { partyId: string; supplierPartyId: string; values: Values }[];
  providers: { partyId: string }[];
  sources: { id: string; importRowId: string }[];
  links: {
    fromPartyId: string;
    toPartyId: string;
    kind: string;
    sourceId: string;
    product: string | null;
    share: number | null;
    validFrom: string | null;
    validTo: string | null;
  }[];
  orders: ({ fromPartyId: string; toPartyId: string; product: string | null; sourceId: string; lineKeys: string[] } & OrderSums)[];
  /** Order lines that were not counted before. */
  orderLines: number;
  /** How many edges the links are spans of. */
  edges: number;
  facts: { partyId: string; sourceId: string; values: PlannedValues; validFrom: string | null; order: number }[];
  activities: { recordKind: string; recordId: string; act: string; userId: string; changes: Change[] }[];
  /** People named at suppliers. */
  contacts: (ListedContact & { partyId: string })[];
  /** Parties that were known before and have new facts: their columns are brought up to date. */
  changedPartyIds: string[];
};

/**
 * A plan → the rows to insert: without what the organization already knows. Pure except for generated ids.
 * @param context `orderFrom`: the first order of facts about known parties, so that they follow those of an earlier piece;
 * `bringsBackOn`: the day on which an ended link starts again when a row states it without a time; otherwise it stays ended
 */
export function prepareWrites(
  plan: Plan,
  known: KnownState,
  context: { rowIds: ReadonlyMap<number, string>; buyerId: string; userId: string; orderFrom: number; bringsBackOn?: string | null },
): Writes {
  const writes: Writes = {
    parties: [],
    suppliers: [],
    sites: [],
    providers: [],
    sources: [],
    links: [],
    orders: [],
    orderLines: 0,
    edges: 0,
    facts: [],
    activities: [],
    contacts: [],
    changedPartyIds: [],
  };
  const ids = new Map<string, string>([[buyerKey, context.buyerId]]);
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`The plan names no party ${key}`);
    return id;
  };
  const names = new Map<string, string>();
  const fresh = new Map<string, NewParty>();
  const add = (kind: NewParty['kind'], party: { key: string; partyId: string | null; name: string }) => {
    const id = party.partyId ?? randomUUID();
    ids.set(party.key, id);
    names.set(id, party.name);
    if (party.partyId !== null) return;
    const made = { id, kind, publicId: makePublicId(), name: party.name, nameKey: foldName(party.name) };
    fresh.set(id, made);
    writes.parties.push(made);
  };
  for (const supplier of plan.suppliers) add('supplier', supplier);
  for (const site of plan.sites) add('site', site);
  for (const provider of plan.providers) add('labour-recruiter', provider);

  for (const { supplierKey, contact } of plan.contacts) writes.contacts.push({ partyId: idOf(supplierKey), ...contact });

  const before = known.values;
  const current = new Map(before);
  const sourceIds = new Map<number, string>();
  const sourceOf = (rowNumber: number): string => {
    const known = sourceIds.get(rowNumber);
    if (known) return known;
    const importRowId = context.rowIds.get(rowNumber);
    if (!importRowId) throw new Error(`Row ${rowNumber} is not of this batch`);
    const id = randomUUID();
    sourceIds.set(rowNumber, id);
    writes.sources.push({ id, importRowId });
    return id;
  };

  for (const fact of plan.facts) {
    const partyId = idOf(fact.subjectKey);
    const isFresh = fresh.has(partyId);
    const held = current.get(partyId);
    // A known party keeps its name: another spelling of the same name is no news. What a plan says first of a new one is all news.
    const values = isFresh && held === undefined ? fact.values : newValues(held ?? {}, isFresh ? fact.values : withoutName(fact.values));
    if (Object.keys(values).length === 0) continue;
    current.set(partyId, held === undefined ? values : { ...held, ...values });
    const order = isFresh ? fact.order : context.orderFrom + fact.order;
    writes.facts.push({ partyId, sourceId: sourceOf(fact.rowNumber), values, validFrom: fact.validFrom, order });
  }
  // A party that is only mentioned (a subcontractor, an agency) is recorded by name, from that row.
  for (const { key, name, rowNumber } of [...plan.suppliers, ...plan.providers]) {
    const partyId = idOf(key);
    if (!fresh.has(partyId) || current.has(partyId)) continue;
    current.set(partyId, { name });
    writes.facts.push({ partyId, sourceId: sourceOf(rowNumber), values: { name }, validFrom: null, order: 0 });
  }
  const partners = new Map<string, Change[]>();
  let last = '';
  for (const link of plan.links) {
    const [fromPartyId, toPartyId] = [idOf(link.fromKey), idOf(link.toKey)];
    const { kind, product, share } = link;
    const edge = `${fromPartyId} ${toPartyId} ${kind}`;
    for (const period of newPeriods(link, known.links.get(edge) ?? [], context.bringsBackOn ?? null)) {
      writes.links.push({ fromPartyId, toPartyId, kind, sourceId: sourceOf(link.rowNumber), product, share, ...period });
      if (edge === last) continue;
      last = edge;
      writes.edges += 1;
      const told = partners.get(fromPartyId) ?? [];
      if (told.length === 0) partners.set(fromPartyId, told);
      told.push({ field: kind, before: null, after: names.get(toPartyId) ?? '' });
    }
  }

  for (const planned of plan.orders) {
    const [fromPartyId, toPartyId, { product }] = [idOf(planned.fromKey), idOf(planned.toKey), planned];
    const lines = newLines(planned, known.orders.get(orderGroup(fromPartyId, toPartyId, product)));
    const [first] = lines;
    if (first === undefined) continue;
    const lineKeys = lines.map(({ key }) => key);
    writes.orders.push({ fromPartyId, toPartyId, product, sourceId: sourceOf(first.rowNumber), lineKeys, ...sumLines(lines) });
    if (planned.isWhole) writes.orderLines += lines.length;
  }

  for (const supplier of plan.suppliers) {
    const party = fresh.get(idOf(supplier.key));
    if (party) writes.suppliers.push({ partyId: party.id, nameKey: party.nameKey, values: current.get(party.id) ?? {} });
  }
  for (const site of plan.sites) {
    const party = fresh.get(idOf(site.key));
    if (party) writes.sites.push({ partyId: party.id, supplierPartyId: idOf(site.supplierKey), values: current.get(party.id) ?? {} });
  }
  for (const provider of plan.providers) {
    const party = fresh.get(idOf(provider.key));
    if (party) writes.providers.push({ partyId: party.id });
  }
  for (const [recordKind, parties] of [
    ['supplier', plan.suppliers],
    ['site', plan.sites],
    ['labour-recruiter', plan.providers],
  ] as const) {
    for (const { key, name } of parties) {
      const id = idOf(key);
      const isFresh = fresh.has(id);
      const changes = [
        ...changesBetween(before.get(id), isFresh ? { name, ...current.get(id) } : current.get(id)),
        ...(partners.get(id) ?? []),
      ];
      if (!isFresh && changes.length === 0) continue;
      writes.activities.push({ recordKind, recordId: id, act: isFresh ? 'create' : 'import', userId: context.userId, changes });
      if (!isFresh && current.get(id) !== before.get(id)) writes.changedPartyIds.push(id);
    }
  }
  return writes;
}

function withoutName({ name: _, ...values }: PlannedValues): PlannedValues {
  return values;
}
