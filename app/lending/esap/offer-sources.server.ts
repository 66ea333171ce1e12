import { z } from 'zod';
import { type Answers, questionsOf } from '#scoring';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { isZeroToleranceFinding } from '~/findings/findings/compliance-points.server';
import { showFindings } from '~/findings/findings/show-findings.server';
import { proposedWords } from '~/findings/site-sharing/site-labels';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { FoundDeal } from '~/lending/deal-record/find-deal.server';
import { readReviews } from '~/lending/deal-record/read-reviews.server';
import { getLocale } from '~/paraglide/runtime';
import { mostLines } from './plan-lists';

/** A source of an item, usable once. `words`: the text that the client may read, '' where only workers can have said it. */
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
 * Results of reviews and audits: unmet items of both reviews, and open findings of the project's companies. Sensitive cases have no finding; findings on
 * zero-tolerance questions, and withdrawn or verified ones, are left out, so that none reaches a plan that the client reads. `takenKeys`: items and findings
 * already used.
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
  const { rows } = await showFindings(db, { ids: [...readable.keys()], excludeWithdrawn: true, take: mostLines });
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
