import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { countOf } from '~/lending/monitoring/report-content';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { audiences, channels, groups, knowns, operators, ways } from './engagement-lists';

const day = (date: Date) => date.toISOString().slice(0, 10);
const word = <Word extends string>(list: readonly [Word, ...Word[]], value: string): Word =>
  list.find((known) => known === value) ?? list[0];
const isNewest = <Row extends { number: number }>({ number }: Row, at: number, rows: readonly Row[]) => rows[at - 1]?.number !== number;

/** Everything that was recorded, each version, the newest of a number first. Two queries. */
async function readEntries(db: TenantDb, where: { dealId: string; number?: number }) {
  const rows = await db.stakeholderEngagement.findMany({ where, orderBy: [{ number: 'desc' }, { version: 'desc' }] });
  const people = await namePeople(db, [...new Set(rows.map(({ recordedById }) => recordedById))]);
  return rows.map(({ number, version, heldOn, way, languages, subjects, answered, disclosed, recordedAt, ...row }) => ({
    ...{ number, version, languages, subjects, answered, disclosed, recordedAt, heldOn: day(heldOn), way: word(ways, way) },
    ...{ groups: groups.filter((group) => row.groups.includes(group)), people: countOf(row.people) },
    recordedBy: people.get(row.recordedById) ?? null,
  }));
}

async function readMechanisms(db: TenantDb, where: { dealId: string; number?: number }) {
  const rows = await db.grievanceMechanism.findMany({ where, orderBy: [{ number: 'asc' }, { version: 'desc' }] });
  const people = await namePeople(db, [...new Set(rows.map(({ recordedById }) => recordedById))]);
  return rows.map(({ number, version, name, languages, note, recordedAt, ...row }) => ({
    ...{
      number,
      version,
      name,
      languages,
      note,
      recordedAt,
      audience: word(audiences, row.audience),
      operator: word(operators, row.operator),
    },
    ...{ channels: channels.filter((channel) => row.channels.includes(channel)), isAnonymous: word(knowns, row.isAnonymous) },
    ...{
      isFree: word(knowns, row.isFree),
      noRetaliation: word(knowns, row.noRetaliation),
      recordedBy: people.get(row.recordedById) ?? null,
    },
  }));
}

/** The latest version of each period, newest period first. One query. */
async function readPeriods(db: TenantDb, where: { dealId: string; mechanismNumber?: number }) {
  const rows = await db.grievancePeriod.findMany({
    where,
    orderBy: [{ periodTo: 'desc' }, { periodFrom: 'desc' }, { mechanismNumber: 'asc' }, { version: 'desc' }],
  });
  const keyOf = (row: (typeof rows)[number]) => `${row.mechanismNumber}/${day(row.periodFrom)}/${day(row.periodTo)}`;
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    if (seen.has(keyOf(row))) return [];
    seen.add(keyOf(row));
    const { mechanismNumber, version, periodFrom, periodTo, medianDays, note } = row;
    return [
      {
        ...{ mechanismNumber, version, periodFrom: day(periodFrom), periodTo: day(periodTo), medianDays, note },
        ...{ opened: countOf(row.opened), closed: countOf(row.closed), retaliation: countOf(row.retaliation) },
      },
    ];
  });
}

/** Engagements, latest first, and grievance mechanisms with their newest period. Five queries. */
export async function readEngagement(db: TenantDb, dealId: string) {
  const entries = (await readEntries(db, { dealId })).filter(isNewest);
  const mechanisms = (await readMechanisms(db, { dealId })).filter(isNewest);
  const periods = await readPeriods(db, { dealId });
  return {
    entries: entries.sort((a, b) => (a.heldOn < b.heldOn ? 1 : a.heldOn > b.heldOn ? -1 : b.number - a.number)),
    mechanisms: mechanisms.map((mechanism) => ({
      ...mechanism,
      newest: periods.find(({ mechanismNumber }) => mechanismNumber === mechanism.number) ?? null,
    })),
  };
}
export type EngagementRead = Awaited<ReturnType<typeof readEngagement>>;

/** The same for a page: null for no such deal, and whether its record may still change. */
export async function readEngagementPage(db: TenantDb, dealId: string) {
  const found = await findDeal(db, dealId);
  return found && { ...(await readEngagement(db, found.id)), dealId: found.id, isClosed: isClosed(found.status) };
}

/** The same with every period of the ways to complain, for a file; null for no such deal. */
export async function readEngagementFile(db: TenantDb, dealId: string) {
  const found = await findDeal(db, dealId);
  if (!found) return null;
  const { entries, mechanisms } = await readEngagement(db, found.id);
  return { ...{ number: found.number, entries, mechanisms }, periods: await readPeriods(db, { dealId: found.id }) };
}
export type EngagementFile = NonNullable<Awaited<ReturnType<typeof readEngagementFile>>>;

/** One entry with every version, the newest first; null where there is none. */
export async function readEntry(db: TenantDb, of: { dealId: string; number: number }) {
  const found = await findDeal(db, of.dealId);
  const versions = found ? await readEntries(db, { dealId: found.id, number: of.number }) : [];
  const [entry] = versions;
  return found && entry ? { entry, versions, isClosed: isClosed(found.status) } : null;
}
export type EntryRead = NonNullable<Awaited<ReturnType<typeof readEntry>>>;

/** One way to complain with its periods and every version, the newest first; null where there is none. */
export async function readMechanism(db: TenantDb, of: { dealId: string; number: number }) {
  const found = await findDeal(db, of.dealId);
  const versions = found ? await readMechanisms(db, { dealId: found.id, number: of.number }) : [];
  const [mechanism] = versions;
  if (!found || !mechanism) return null;
  const periods = await readPeriods(db, { dealId: found.id, mechanismNumber: of.number });
  return { mechanism, versions, periods, isClosed: isClosed(found.status) };
}
export type MechanismRead = NonNullable<Awaited<ReturnType<typeof readMechanism>>>;

const isClosed = (status: string) => status === 'declined' || status === 'exited';
