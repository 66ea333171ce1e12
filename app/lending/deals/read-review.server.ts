import { type Answers, questionsOf, readReview } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { getLocale } from '~/paraglide/runtime';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { readReviews } from '~/lending/deal-record/read-reviews.server';

/** Results of a deal's two reviews so far, item by item in the reader's language, each unmet question by name; null for an unknown id. */
export async function readReviewsShown(db: TenantDb, dealId: string) {
  const found = await findDeal(db, dealId);
  if (!found) return null;
  const reviews = await readReviews(db, found);
  return reviews
    .map(({ id, status, instrumentKey, given }) => ({
      id,
      status,
      which: id === found.equatorId ? ('equator' as const) : ('ps2' as const),
      items: itemsOf(instrumentKey, given),
      rest: readReview(instrument(instrumentKey), given).reduce((sum, { open }) => sum + open.filter((key) => !(key in given)).length, 0),
    }))
    .sort((a, b) => (a.which < b.which ? -1 : 1));
}
export type ReviewShown = NonNullable<Awaited<ReturnType<typeof readReviewsShown>>>[number];

function itemsOf(instrumentKey: string, given: Answers) {
  const shown = localizedInstrument(instrumentKey, getLocale());
  const titles = new Map(shown.sections.flatMap((section) => [section, ...section.points].map(({ key, title }) => [key, title.text])));
  const texts = new Map(questionsOf(shown).map(({ key, text }) => [key, text.text]));
  const named = (keys: readonly string[], section: string) => keys.map((key) => ({ key, text: texts.get(key) ?? key, section }));
  return readReview(instrument(instrumentKey), given).map(({ key, section, met, partly, notMet, open, notApplicable }) => ({
    ...{ key, section, met, notApplicable, open: open.length, title: titles.get(key) ?? key },
    unmet: named([...notMet, ...partly], section),
  }));
}
