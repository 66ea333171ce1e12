import { acceptBatch } from '~/suppliers/import/accept-batch.server';
import { commitBatch } from '~/suppliers/import/commit-batch.server';
import { importAgain, receiveFile } from '~/suppliers/import/receive-file.server';
import { stageBatch } from '~/suppliers/import/stage-batch.server';
import type { MadeMember } from './member';

/** Uploads a list and reads it, or reads one that was uploaded before again. */
export async function stageList(member: MadeMember, text: string, fileName = 'list.csv') {
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, { ...who, fileName, bytes: new TextEncoder().encode(text) });
  if (received.kind === 'refused') throw new Error(received.problem.code);
  const batchId =
    received.kind === 'known'
      ? await member.inOrganization((db) => importAgain(db, { batchId: received.batchId, userId: who.userId }))
      : received.batchId;
  const ids = { ...who, batchId: batchId ?? '' };
  const staged = await stageBatch(member.inOrganization, ids);
  if (staged.kind !== 'staged') throw new Error(staged.kind);
  return { ...ids, counts: staged.counts };
}

/** Accepts a batch that was read and writes it, as the queue does. */
export async function writeList(member: MadeMember, ids: { batchId: string; organizationId: string; userId: string }) {
  const accepted = await member.inOrganization((db) => acceptBatch(db, ids));
  if (accepted.kind === 'refused') throw new Error(accepted.code);
  return commitBatch(member.inOrganization, ids);
}

/** The edges about which a batch wrote a link: a further product or period of a known edge is a link of its own. */
export async function countEdges(member: MadeMember, batchId: string): Promise<number> {
  const edges = await member.inOrganization((db) =>
    db.supplyLink.groupBy({ by: ['fromPartyId', 'toPartyId', 'kind'], where: { source: { importRow: { batchId } } } }),
  );
  return edges.length;
}

/** How many rows there are of what an import writes. */
export async function countWritten(member: MadeMember) {
  return member.inOrganization(async (db) => ({
    suppliers: await db.supplier.count(),
    sites: await db.site.count(),
    providers: await db.labourRecruiter.count(),
    links: await db.supplyLink.count(),
    facts: await db.fact.count(),
  }));
}

/** Every row of what an organization knows of its supply chain, as text. */
export async function knownRows(member: MadeMember): Promise<string> {
  return member.inOrganization(async (db) => {
    const read = (from: string) => db.$queryRawUnsafe(`SELECT to_jsonb(t) AS row FROM ${from} t ORDER BY to_jsonb(t)::text`);
    const rows = [];
    for (const from of ['"Party"', '"Supplier"', '"Site"', '"LabourRecruiter"', 'known_links()', 'known_facts()', '"MatchDecision"'])
      rows.push(await read(from));
    return JSON.stringify(rows);
  });
}
