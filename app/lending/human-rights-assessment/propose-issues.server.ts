import type { TenantDb } from '~/access/tenant-db.server';
import { findSources, type Source } from '~/lending/esap/offer-sources.server';
import type { FoundDeal } from '~/lending/deal-record/find-deal.server';
import { m } from '~/paraglide/messages';
import { mostIssues, topicOfItem } from './rights-lists';
import { type By, type IssueRefusal, lockRights, recordIssueActivity } from './write-issue.server';

export type IssuesProposed =
  | { kind: 'proposed'; issues: number }
  | { kind: 'unknown' }
  | { kind: 'refused'; code: IssueRefusal | 'nothing-left' };

/** What issues can still be made from: unmet items of PS2 and open findings of the project's companies, as for the action plan, with the same left out. */
async function sourcesOf(db: TenantDb, found: FoundDeal): Promise<Source[]> {
  const issues = await db.salientIssue.findMany({
    where: { dealId: found.id, version: 1 },
    select: { itemKey: true, findingId: true },
  });
  const sources = await findSources(
    db,
    found,
    new Set(issues.flatMap(({ itemKey, findingId }) => [itemKey, findingId].flatMap((key) => key ?? []))),
  );
  return sources.filter((source) => !source.taken && (source.kind === 'finding' || source.key.startsWith('PS2')));
}

/** How many issues one click would make. */
export async function countProposals(db: TenantDb, found: FoundDeal): Promise<number> {
  return (await sourcesOf(db, found)).length;
}

/**
 * Drafts an issue from each unused source: its text, a suggested topic, and the ESAP item that addresses it. Nothing is scored: a person does that, and until
 * then the issue ranks as the worst case.
 */
export async function proposeIssues(db: TenantDb, by: By): Promise<IssuesProposed> {
  const locked = await lockRights(db, by.dealId);
  if (locked.kind !== 'found') return locked;
  const { found, next } = locked;
  const sources = await sourcesOf(db, found);
  if (sources.length === 0) return { kind: 'refused', code: 'nothing-left' };
  if (next - 1 + sources.length > mostIssues) return { kind: 'refused', code: 'too-many-issues' };
  const lines = await db.esapItem.findMany({
    where: { dealId: found.id, status: { not: 'dropped' } },
    select: { id: true, itemKey: true, findingId: true, action: true },
  });
  await db.salientIssue.createMany({
    data: sources.map((source, at) => {
      const line = lines.find(({ itemKey, findingId }) => (source.kind === 'item' ? itemKey : findingId) === source.key);
      return {
        ...{ dealId: found.id, number: next + at, version: 1, assessedById: by.userId, assessedAt: by.now },
        ...{ affected: [], vulnerable: [], itemId: line?.id ?? null, response: line?.action ?? '', ...beginOf(source) },
        ...(source.kind === 'item' ? { itemKey: source.key } : { findingId: source.key }),
      };
    }),
  });
  await recordIssueActivity(db, 'propose-rights-issues', { salientIssues: sources.length }, by);
  return { kind: 'proposed', issues: sources.length };
}

function beginOf(source: Source) {
  if (source.kind === 'item') {
    const gap = source.isPartly ? m.human_rights_assessment_title_partly : m.human_rights_assessment_title_item;
    return {
      topic: topicOfItem(source.key),
      title: gap({ text: source.words }).slice(0, 400),
      source: m.human_rights_assessment_source_item({ item: source.key }),
    };
  }
  return {
    topic: 'other',
    title: (source.words || m.human_rights_assessment_title_hidden({ party: source.party })).slice(0, 400),
    source: m.human_rights_assessment_source_finding({ party: source.party, date: source.openedOn }),
  };
}
