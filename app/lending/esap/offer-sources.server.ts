import { z } from 'zod';
import { type Answers, questionsOf } from '#scoring';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { isZeroToleranceFinding } from '~/findings/findings/compliance-points.server';
import { showFindings } from '~/findings/findings/show-findings.server';
import { proposedWords } from '~/findings/site-sharing/site-words';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { FoundDeal } from '~/lending/deals/find-deal.server';
import { readReviews } from '~/lending/deals/step-facts.server';
import { getLocale } from '~/paraglide/runtime';
import { mostLines } from './plan-lists';

/** Something that a line can be made from, once. `words`: what the client may read of it, '' where only workers can have said it. */
export type Source =
  | { kind: 'item'; key: string; isPartly: boolean; words: string; taken: boolean }
  | {
      kind: 'finding';
      key: string;
      grade: string;
      party: string;
      openedOn: string;
      reference: string;
      words: string;
      taken: boolean;
    };

/** Whose findings belong to a project: its client, the companies of its chain, and their sites. One query. */
async function partiesOf(db: TenantDb, found: Pick<FoundDeal, 'id' | 'clientPartyId'>): Promise<string[]> {
  const rows = await queryRows(
    db,
    z.object({ id: z.string() }),
    sql`
    WITH own AS (
      SELECT ${found.clientPartyId}::uuid AS "id"
      UNION SELECT p."partyId" FROM "DealParty" p WHERE p."dealId" = ${found.id}::uuid
    )
    SELECT "id" FROM own UNION SELECT s."partyId" FROM "Site" s JOIN own ON own."id" = s."supplierPartyId"`,
  );
  return rows.map(({ id }) => id);
}

/** What lines can be made from, and which have one. */
export async function offerSources(db: TenantDb, found: FoundDeal): Promise<Source[]> {
  const lines = await db.esapItem.findMany({ where: { dealId: found.id }, select: { itemKey: true, findingId: true } });
  return findSources(db, found, new Set(lines.flatMap(({ itemKey, findingId }) => [itemKey, findingId].flatMap((key) => key ?? []))));
}

/**
 * What a review and the audits found: unmet items of both reviews, and open findings of the project's companies. Restricted matters have no finding; what
 * answers a question of the zero-tolerance protocol, and what was withdrawn or is verified, is left out too, so that nothing of it reaches a plan that the
 * client reads. `takenKeys`: items and findings that are taken up already.
 */
export async function findSources(db: TenantDb, found: FoundDeal, takenKeys: ReadonlySet<string>): Promise<Source[]> {
  const reviews = await readReviews(db, found);
  const items = reviews.flatMap(({ instrumentKey, given, unmet }) => {
    const texts = new Map(questionsOf(localizedInstrument(instrumentKey, getLocale())).map(({ key, text }) => [key, text.text]));
    return unmet.map((key): Source => {
      const isPartly = (given as Answers)[key] === 'partial';
      return { kind: 'item', key, isPartly, words: texts.get(key) ?? key, taken: takenKeys.has(key) };
    });
  });
  return [...items, ...(await offerFindings(db, found, takenKeys))];
}

async function offerFindings(db: TenantDb, found: FoundDeal, takenKeys: ReadonlySet<string>): Promise<Source[]> {
  const open = await db.finding.findMany({
    where: { partyId: { in: await partiesOf(db, found) }, withdrawnAt: null, status: { not: 'verified' } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    take: mostLines,
    select: {
      ...{ id: true, question: true, compliancePoint: true, indicator: true },
      ...{ methods: true, text: true, lawReference: true, codeReference: true },
    },
  });
  const readable = new Map(open.filter((row) => !isZeroToleranceFinding(row)).map((row) => [row.id, row]));
  if (readable.size === 0) return [];
  const { rows } = await showFindings(db, { ids: [...readable.keys()], isStanding: true, take: mostLines });
  const place = new Map([...readable.keys()].map((id, at) => [id, at]));
  return rows
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    .flatMap((row): Source[] => {
      const finding = readable.get(row.id);
      if (!finding) return [];
      const { codeReference, lawReference, compliancePoint, question } = finding;
      return [
        {
          kind: 'finding',
          key: row.id,
          grade: row.grade,
          party: row.party.name,
          openedOn: row.openedAt.toISOString().slice(0, 10),
          reference: codeReference || lawReference || compliancePoint || question || '',
          words: proposedWords(row.origin === 'auditor' ? finding : { ...finding, text: row.title }),
          taken: takenKeys.has(row.id),
        },
      ];
    });
}
