import type { TenantDb } from '~/access/tenant-db.server';
import { readApprovals } from '~/platform/approvals/read-approvals.server';
import { readHistory } from '~/suppliers/facts/read-history.server';
import { valuesOfProjection } from '~/suppliers/facts/project-facts';
import { readSources } from '~/suppliers/facts/read-sources.server';
import { readFacts } from '~/suppliers/facts/read-facts.server';
import { readCorridors } from './corridor-ledger.server';
import { licenceState } from '~/suppliers/facts/recruiter-record';
import { mayDecide, currentStatus } from './recruiter-status';
import { readEntries } from './read-entries.server';
import { findRecruiter, readRelations } from './read-recruiter.server';

/** All that the page of a provider shows, as known at the end of a day or today; null for a provider that is unknown here. Nine queries, however much is known. */
export async function readRecruiterPage(
  db: TenantDb,
  options: { publicId: string | undefined; userId: string; today: string; knownOn: string | null },
) {
  const head = await findRecruiter(db, options.publicId);
  if (!head) return null;
  const { partyId } = head;
  const { today, knownOn } = options;
  const until = knownOn === null ? undefined : new Date(`${knownOn}T23:59:59.999Z`);
  const { projection } = await readFacts(db, { partyId, knownOn: until });
  const entries = await readEntries(db, { partyId, knownOn: until });
  const relations = await readRelations(db, { partyId, on: until ?? new Date(`${today}T23:59:59.999Z`) });
  const lines = Object.values(entries).flat();
  const sources = await readSources(db, [
    ...Object.values(projection).map(({ sourceId }) => sourceId),
    ...lines.map(({ sourceId }) => sourceId),
    ...relations.recruitsFor.map(({ sourceId }) => sourceId),
  ]);
  const { decided, proposed } = currentStatus(entries.status);
  const open = await readApprovals(db, 'recruiter-status', { subjectIds: [partyId], state: 'open' });
  const isOwn = (entryId: string) =>
    open.some(({ payload, proposedById }) => payload.entryId === entryId && proposedById === options.userId);
  const day = knownOn ?? today;
  return {
    head,
    facts: Object.entries(projection)
      .filter(([field]) => field !== 'name')
      .map(([field, fact]) => ({ field, value: fact.value, source: sources.get(fact.sourceId) })),
    saved: { ...valuesOfProjection(projection), name: head.name },
    sources: Object.fromEntries(sources),
    licences: entries.licence.map((licence) => ({ ...licence, state: licenceState(licence.expiresOn, day) })),
    certifications: entries.certification.map((certificate) => ({ ...certificate, state: licenceState(certificate.expiresOn, day) })),
    assessments: [...entries.assessment].sort((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1)),
    sanctions: entries.sanction.map((sanction) => ({ ...sanction, isOver: sanction.endedOn !== null && sanction.endedOn < day })),
    complaints: [...entries.complaints].sort((a, b) => (a.periodFrom < b.periodFrom ? 1 : -1)),
    corridors: readCorridors(entries, day),
    decided,
    proposed: proposed.map((entry) => ({ ...entry, mayDecide: mayDecide(entry, today), isOwn: isOwn(entry.entryId) })),
    relations,
    history: await readHistory(db, partyId),
  };
}
