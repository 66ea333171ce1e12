import { group } from 'd3-array';
import type { TenantDb } from '~/access/tenant-db.server';
import { type Entries, licenceState, currentEntries } from '~/suppliers/facts/recruiter-record';
import { currentStatus } from '~/suppliers/labour-recruiters/recruiter-status';
import { readRecordRows } from '~/suppliers/labour-recruiters/read-entries.server';
import { recruitersOf } from '~/suppliers/labour-recruiters/recruiters-of.server';
import { type AlertBasis, recruiterTable } from './basis';

/** An alert on a labour recruiter of a supplier. `row`: the recruiter's public ID and the entry behind it. */
export type RecruiterAlert = {
  partyId: string;
  kind: 'recruiter-status' | 'recruiter-sanction' | 'recruiter-licence';
  rank: number;
  source: { table: typeof recruiterTable; vintage: string; row: string };
  basis: AlertBasis;
};

/** Behind what stops goods and before lists of goods: people are at risk at this supplier now. */
const ranks = { 'recruiter-status': 7, 'recruiter-sanction': 7, 'recruiter-licence': 8 } as const;

type Provider = { publicId: string; name: string; country: string | null };
type Said = {
  kind: RecruiterAlert['kind'];
  entryId: string;
  recordedAt: Date;
  since: string | null;
  given: string;
  matched: string;
  country: string | null;
};

/**
 * What is recorded of those who recruit for suppliers, themselves or as sub-agents, and worries on a day: suspended or stopped, or proposed to be; a ban, penalty or court case in force; a
 * licence that has expired. Four queries, however many suppliers.
 */
export async function recruiterAlerts(
  db: TenantDb,
  { partyIds, asOf }: { partyIds: readonly string[]; asOf: string },
): Promise<RecruiterAlert[]> {
  const links = await recruitersOf(db, { partyIds, asOf });
  const ids = [...new Set(links.map(({ recruiterId }) => recruiterId))];
  if (ids.length === 0) return [];
  const rows = group(await readRecordRows(db, ids), ({ partyId }) => partyId);
  const providers = new Map(
    (
      await db.labourRecruiter.findMany({
        where: { partyId: { in: ids } },
        select: { partyId: true, country: true, party: { select: { publicId: true, name: true } } },
      })
    ).map(({ partyId, country, party }) => [partyId, { ...party, country }]),
  );
  return links.flatMap(({ recruiterId, supplierId, via }) => {
    const provider = providers.get(recruiterId);
    const entries = currentEntries(rows.get(recruiterId) ?? []);
    const way = via.flatMap((id) => providers.get(id) ?? []).map(({ publicId, name }) => ({ publicId, name }));
    return provider ? saidOf(entries, asOf).map((said) => alertOf(supplierId, { ...provider, way }, said)) : [];
  });
}

function saidOf({ licence, sanction, status }: Entries, asOf: string): Said[] {
  const { decided, proposed } = currentStatus(status);
  const worse = [...(decided ? [decided] : []), ...proposed].filter((each) => each.status === 'suspended' || each.status === 'stopped');
  // A valid one for the same country replaces an expired one.
  const expired = licence.flatMap(({ entryId, recordedAt, expiresOn, licenceNumber, country }): Said[] =>
    expiresOn !== null &&
    licenceState(expiresOn, asOf) === 'expired' &&
    !licence.some((other) => other.country === country && ['holds', 'soon'].includes(licenceState(other.expiresOn, asOf)))
      ? [{ kind: 'recruiter-licence', entryId, recordedAt, since: expiresOn, given: licenceNumber, matched: expiresOn, country }]
      : [],
  );
  return [
    ...worse.map(({ entryId, recordedAt, decidedOn, notifiedOn, status: given }): Said => {
      const since = decidedOn ?? notifiedOn;
      return {
        kind: 'recruiter-status',
        entryId,
        recordedAt,
        since,
        given,
        matched: decidedOn === null ? 'proposed' : 'decided',
        country: null,
      };
    }),
    ...sanction
      .filter(({ beganOn, endedOn }) => (beganOn === null || beganOn <= asOf) && (endedOn === null || endedOn >= asOf))
      .map(({ entryId, recordedAt, beganOn, sanctionKind, authority, country }): Said => {
        return { kind: 'recruiter-sanction', entryId, recordedAt, since: beganOn, given: sanctionKind, matched: authority ?? '', country };
      }),
    ...expired,
  ];
}

function alertOf(
  partyId: string,
  provider: Provider & { way: { publicId: string; name: string }[] },
  { kind, entryId, recordedAt, since, given, matched, country }: Said,
): RecruiterAlert {
  return {
    ...{ partyId, kind, rank: ranks[kind] },
    source: { table: recruiterTable, vintage: recordedAt.toISOString().slice(0, 10), row: `${provider.publicId}:${entryId}` },
    basis: {
      ...{ subject: provider.name, country: country ?? provider.country ?? '', isSameCountry: null, since, state: 'in-force' },
      ...{ labour: ['forced'], madeWith: null, confidence: 'confirmed', countries: [], addresses: [] },
      comparisons: [{ of: 'recruiter', site: null, by: 'record', given, matched }],
      // Left out where it is empty, so that what an alert of a direct recruiter rests on stays what it was.
      ...(provider.way.length > 0 ? { via: provider.way } : {}),
    },
  };
}
