import { group } from 'd3-array';
import type { TenantDb } from '~/access/tenant-db.server';
import { currentEntries, type Entries } from '~/suppliers/facts/recruiter-record';
import { projectFacts } from '~/suppliers/facts/project-facts';
import { readCorridors } from '~/suppliers/labour-recruiters/corridor-ledger.server';
import { readRecordRows } from '~/suppliers/labour-recruiters/read-entries.server';
import { currentStatus } from '~/suppliers/labour-recruiters/recruiter-status';
import { recruitersOf } from '~/suppliers/labour-recruiters/recruiters-of.server';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import type { KnownRecruiter } from './record';

/** Who recruits for a supplier on a day, itself, for a site or as a sub-agent, as far as the rules compare it. At most seven queries. */
export async function knownRecruiters(
  db: TenantDb,
  { partyId, sitePartyId, asOf }: { partyId: string; sitePartyId: string | null; asOf: string },
): Promise<KnownRecruiter[]> {
  const links = await recruitersOf(db, { partyIds: [partyId], asOf });
  const ids = [...new Set(links.map(({ recruiterId }) => recruiterId))];
  if (ids.length === 0) return [];
  const parties = await db.party.findMany({
    where: { id: { in: ids } },
    orderBy: { publicId: 'asc' },
    select: { id: true, publicId: true, name: true, labourRecruiter: { select: { originCountries: true } } },
  });
  const records = group(await readRecordRows(db, ids), (row) => row.partyId);
  const facts = group(await readFactRecords(db, ids), (fact) => fact.partyId);
  const elsewhere = await servesOthers(db, { ids, partyId });
  const country = await countryOf(db, { partyId, sitePartyId });
  return parties.map(({ id, publicId, name, labourRecruiter }) => {
    const entries = currentEntries(records.get(id) ?? []);
    return {
      ...{ id: publicId, name, feePolicy: projectFacts(facts.get(id) ?? []).feePolicy?.value ?? null },
      ...{ origins: labourRecruiter?.originCountries ?? [], isOnlyHere: !elsewhere.has(id) },
      ...fromEntries(entries, { asOf, country }),
    };
  });
}

function fromEntries(entries: Entries, { asOf, country }: { asOf: string; country: string | null }) {
  const inForce = entries.sanction.filter(
    ({ sanctionKind, beganOn, endedOn }) =>
      sanctionKind !== 'court-case' && (beganOn === null || beganOn <= asOf) && (endedOn === null || endedOn >= asOf),
  );
  return {
    licences: entries.licence.map((each) => ({ country: each.country, expiresOn: each.expiresOn })),
    sanctions: [...new Set(inForce.map(({ sanctionKind }) => sanctionKind))].sort(),
    status: currentStatus(entries.status).decided?.status ?? null,
    corridors: readCorridors(entries, asOf)
      .filter(({ destination }) => country === null || destination === country)
      .map(({ origin, destination, entry, fees, debt }) => ({
        ...{ origin, destination, placedPerYear: entry?.placedPerYear ?? null },
        paid: [...new Set(fees.flatMap(({ payer, amount, feeCode }) => (payer === 'worker' && amount > 0 ? [feeCode] : [])))],
        months: debt.basis === 'ledger' ? (debt.months?.low ?? null) : null,
      })),
  };
}

/** Which of these recruit for another supplier too. */
async function servesOthers(db: TenantDb, { ids, partyId }: { ids: string[]; partyId: string }): Promise<ReadonlySet<string>> {
  const others = await db.supplyLink.findMany({
    where: {
      ...{ withdrawnAt: null, kind: 'recruits', fromPartyId: { in: ids }, toPartyId: { not: partyId } },
      NOT: { to: { site: { supplierPartyId: partyId } } },
    },
    distinct: ['fromPartyId'],
    select: { fromPartyId: true },
  });
  return new Set(others.map(({ fromPartyId }) => fromPartyId));
}

async function countryOf(db: TenantDb, { partyId, sitePartyId }: { partyId: string; sitePartyId: string | null }): Promise<string | null> {
  if (sitePartyId !== null)
    return (await db.site.findFirst({ where: { partyId: sitePartyId }, select: { country: true } }))?.country ?? null;
  return (await db.supplier.findFirst({ where: { partyId }, select: { country: true } }))?.country ?? null;
}
