import { z } from 'zod';
import { type Answers, questionsOf, readReview } from '#scoring';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { storedResultSchema } from '~/questionnaires/responses/schema';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { listParties } from '~/lending/deals/list-parties.server';
import { readDeal } from '~/lending/deals/read-deal.server';
import { readReviews } from '~/lending/deal-record/read-reviews.server';
import { holdOwnTables } from '~/risk/reference-tables/own-tables.server';
import { getLocale } from '~/paraglide/runtime';
import { arrangeTables } from '~/risk/supplier-report/assessment-report/arrange-tables';
import { readChainBlocks } from './chain-blocks.server';
import { readReportingBlocks } from './covenant-blocks.server';
import { readIndependenceBlocks } from './independence-blocks.server';
import { readActionPlanPart, readCovenantsPart, readHumanRightsPart } from './diligence-parts.server';

/** One item of a review as the report tells it; questions by name in the reader's language. */
export type ReviewItem = {
  key: string;
  section: string;
  title: string;
  met: number;
  partly: string[];
  notMet: string[];
  /** Asked and not assessed. */
  open: number;
  notApplicable: number;
};
export type ReviewRead = {
  which: 'equator' | 'ps2';
  isHandedIn: boolean;
  items: ReviewItem[];
  said: { key: string; text: string; answer: string }[];
};
export type Diligence = NonNullable<Awaited<ReturnType<typeof readDiligence>>>;

const mostFiles = 500;

/**
 * All input of the due diligence report of a deal; null for an unknown id. A constant number of queries. Sensitive cases and the people engaged with are never
 * read.
 */
export async function readDiligence(db: TenantDb, options: { dealId: string; today: string }) {
  const found = await findDeal(db, options.dealId);
  const deal = await readDeal(db, options);
  if (!found || !deal) return null;
  const parties = await listParties(db, found.id);
  const reviews = await readReviews(db, found);
  const supplier = await db.supplier.findFirst({ where: { partyId: found.clientPartyId }, select: { scoreId: true } });
  const score = supplier?.scoreId ? await db.score.findFirst({ where: { id: supplier.scoreId }, select: { result: true } }) : null;
  // A score of an earlier method is on another scale: it is not shown until the client is scored again.
  const result = storedResultSchema.safeParse(score?.result).data ?? null;
  const evidence = await db.evidence.findMany({
    where: { responseId: { in: reviews.map(({ id }) => id) }, removedAt: null },
    orderBy: [{ question: 'asc' }, { id: 'asc' }],
    take: mostFiles,
    select: { question: true, grade: true, file: { select: { fileName: true, sha256: true } } },
  });
  const links = await queryRows(
    db,
    z.object({ kind: z.string(), count: z.number() }),
    sql`
    SELECT k."kind", count(DISTINCT k."fromPartyId")::int AS count FROM links_held(${options.today}::date, ${options.today}::date) k
    LEFT JOIN "Site" t ON t."organizationId" = k."organizationId" AND t."partyId" = k."toPartyId"
    WHERE COALESCE(t."supplierPartyId", k."toPartyId") = ${found.clientPartyId}::uuid AND k."kind" IN ('supplies', 'subcontracts', 'recruits') GROUP BY 1`,
  );
  const of = { dealId: found.id, today: options.today, partyIds: [found.clientPartyId, ...parties.map(({ partyId }) => partyId)] };
  await holdOwnTables(
    db,
    Object.keys(result?.vintages ?? {}).flatMap((key) => (key.startsWith('own:') ? [key.slice('own:'.length)] : [])),
  );
  return {
    deal,
    parties,
    reviews: reviews
      .map(
        (review): ReviewRead => ({
          which: review.id === found.equatorId ? 'equator' : 'ps2',
          isHandedIn: review.status !== 'open',
          items: itemsOf(review.instrumentKey, review.given),
          said: saidIn(review.instrumentKey, review.given),
        }),
      )
      .sort((a, b) => (a.which < b.which ? -1 : 1)),
    result,
    tables: result ? arrangeTables(result.vintages) : [],
    evidence: evidence.map(({ question, grade, file }) => ({ question, grade, ...file })),
    chain: await readChainBlocks(db, { ...of, clientPartyId: found.clientPartyId }),
    links: Object.fromEntries(links.map(({ kind, count }) => [kind, count])),
    actionPlan: await readActionPlanPart(db, of),
    covenants: await readCovenantsPart(db, of),
    reporting: await readReportingBlocks(db, of),
    humanRights: await readHumanRightsPart(db, of),
    independence: await readIndependenceBlocks(db, of),
  };
}

function itemsOf(instrumentKey: string, given: Answers): ReviewItem[] {
  const shown = localizedInstrument(instrumentKey, getLocale());
  const titles = new Map(shown.sections.flatMap((section) => [section, ...section.points].map(({ key, title }) => [key, title.text])));
  const texts = new Map(questionsOf(shown).map(({ key, text }) => [key, `${key}  ${text.text}`]));
  const named = (keys: readonly string[]) => keys.map((key) => texts.get(key) ?? key);
  return readReview(instrument(instrumentKey), given).map(({ key, section, met, partly, notMet, open, notApplicable }) => ({
    ...{ key, section, title: titles.get(key) ?? key, met, partly: named(partly), notMet: named(notMet), open: open.length, notApplicable },
  }));
}

/** Texts and numbers collected by a review, with the questions in the reader's language; unanswered ones are left out. */
function saidIn(instrumentKey: string, given: Answers): ReviewRead['said'] {
  const shown = localizedInstrument(instrumentKey, getLocale());
  return questionsOf(shown).flatMap((question) => {
    const value = given[question.key];
    if (question.type === 'REVIEW' || value === undefined || value === '') return [];
    const option = question.options.find((each) => each.value === value);
    return [{ key: question.key, text: question.text.text, answer: option ? option.text.text : String(value) }];
  });
}
