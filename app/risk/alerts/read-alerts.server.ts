import { isReferenceTable, tableTitle } from '#scoring';
import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { readApprovals } from '~/platform/approvals/read-approvals.server';
import { getLocale } from '~/paraglide/runtime';
import { tableHref } from '~/risk/reference-tables/table-href';
import { type AlertParty, alertPartySchema, type AlertRow, alertRowSchema, recruiterTable, showsStateImposed } from './basis';
import { raisesOverride } from './schema';

const columns = {
  ...{ id: true, partyId: true, kind: true, sourceTable: true, sourceVintage: true, sourceRow: true, rank: true, isToBeConfirmed: true },
  ...{ basis: true, firstSeenAt: true, lastSeenOn: true, endedAt: true, status: true, decidedById: true, decidedAt: true, reason: true },
} as const;

/** An alert as a page shows it. `sites`: the names and public IDs of the sites it names, by key. */
export type ShownAlert = Omit<AlertRow, 'partyId' | 'decidedById'> & {
  decidedBy: string | null;
  href: string;
  sites: Record<string, { publicId: string; name: string }>;
  /** The table of the source in the reader's language. */
  sourceName: string;
  /** Whether confirming raises a critical override. */
  raisesOverride: boolean;
  /** Whether it shows state-imposed forced labour, of which a person may see a link to this supplier (O5). */
  showsStateImposed: boolean;
  /** None was raised, one is in force, or it was lifted since. */
  override: 'none' | 'in-force' | 'lifted';
};

/** Every alert of a supplier, current and past: those that wait first, then by seriousness. Five queries, however many. */
export async function readSupplierAlerts(db: TenantDb, partyId: string): Promise<ShownAlert[]> {
  const rows = await db.alert.findMany({
    where: { partyId },
    select: columns,
    orderBy: [{ rank: 'asc' }, { firstSeenAt: 'asc' }, { id: 'asc' }],
  });
  const shown = await show(db, alertRowSchema.array().parse(rows));
  const order = ({ endedAt, status }: ShownAlert) => (endedAt !== null ? 2 : status === 'dismissed' ? 1 : 0);
  return shown.sort((a, b) => order(a) - order(b));
}

/** One alert with its supplier; null where the organization has none of this id. */
export async function readAlert(
  db: TenantDb,
  alertId: string | undefined,
): Promise<{ alert: ShownAlert; partyId: string; party: AlertParty } | null> {
  const id = z.uuid().safeParse(alertId);
  if (!id.success) return null;
  const row = await db.alert.findFirst({
    where: { id: id.data },
    select: {
      ...columns,
      party: { select: { publicId: true, name: true, supplier: { select: { country: true, tier: true, band: true, score: true } } } },
    },
  });
  if (!row) return null;
  const { party, ...rest } = row;
  const { country = null, tier = null, band = null, score } = party.supplier ?? {};
  const [alert] = await show(db, [alertRowSchema.parse(rest)]);
  if (!alert) return null;
  const shown = alertPartySchema.parse({
    publicId: party.publicId,
    name: party.name,
    country,
    tier,
    band,
    score: score?.toNumber() ?? null,
  });
  return { alert, partyId: row.partyId, party: shown };
}

async function show(db: TenantDb, rows: readonly AlertRow[]): Promise<ShownAlert[]> {
  if (rows.length === 0) return [];
  const people = await namePeople(
    db,
    rows.flatMap(({ decidedById }) => decidedById ?? []),
  );
  const siteIds = [...new Set(rows.flatMap(({ basis }) => basis.comparisons.flatMap(({ site }) => site ?? [])))];
  const sites =
    siteIds.length === 0
      ? []
      : await db.party.findMany({ where: { id: { in: siteIds } }, select: { id: true, publicId: true, name: true } });
  const overrides = await overridesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ partyId: _, decidedById, ...row }) => ({
    ...row,
    decidedBy: decidedById === null ? null : (people.get(decidedById) ?? null),
    href: sourceHref(row),
    sourceName: isReferenceTable(row.sourceTable) ? tableTitle(row.sourceTable, getLocale()) : row.sourceTable,
    sites: Object.fromEntries(
      sites
        .filter(({ id }) => row.basis.comparisons.some(({ site }) => site === id))
        .map(({ id, publicId, name }) => [id, { publicId, name }]),
    ),
    raisesOverride: raisesOverride(row.kind),
    showsStateImposed: showsStateImposed(row.kind),
    override: overrides.get(row.id) ?? 'none',
  }));
}

/** Where the source is shown: a row of a public table, or, under the organization's address, the labour recruiter. */
function sourceHref({ sourceTable, sourceVintage, sourceRow, basis }: Omit<AlertRow, 'partyId' | 'decidedById'>): string {
  if (sourceTable === recruiterTable) return `labour-recruiters/${sourceRow.split(':')[0]}`;
  const own = basis.own === undefined ? {} : { own: basis.own };
  const provenance = { confidence: basis.confidence, producer: '', licence: '', ...own };
  return tableHref({ table: sourceTable, vintage: sourceVintage, row: sourceRow, ...provenance });
}

/** Of alerts that raised an override: whether one of them is in force still. Two queries. */
async function overridesOf(db: TenantDb, alertIds: readonly string[]): Promise<Map<string, 'in-force' | 'lifted'>> {
  const raised = await db.givenOverride.findMany({ where: { alertId: { in: [...alertIds] } }, select: { id: true, alertId: true } });
  const found = new Map<string, 'in-force' | 'lifted'>();
  if (raised.length === 0) return found;
  const keys = raised.map(({ id }) => `given:${id}`);
  const waived = await readApprovals(db, 'override-waiver', { items: keys, state: 'approved' });
  const gone = new Set(waived.map(({ item }) => item));
  for (const { id, alertId } of raised) {
    if (alertId === null) continue;
    if (!gone.has(`given:${id}`)) found.set(alertId, 'in-force');
    else if (!found.has(alertId)) found.set(alertId, 'lifted');
  }
  return found;
}
