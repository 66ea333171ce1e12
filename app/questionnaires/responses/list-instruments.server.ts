import {
  type Instrument,
  instrumentFrom,
  instrumentKinds,
  isGathered,
  type LocalizedInstrument,
  localize,
  newestInstrumentKeys,
  questionsOf,
} from '#scoring';
import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { wholeMinutes } from '~/questionnaires/templates/answering-minutes';
import { isEstimated } from '~/questionnaires/templates/pace-in-use';
import { shownSummary } from '~/questionnaires/templates/shown-summary';
import { ownPairSchema, overlayFrom, translationsSchema } from '~/questionnaires/templates/own-version';
import { type Depth, depthOf, depths } from '~/questionnaires/templates/depths';
import { getLocale } from '~/paraglide/runtime';

/**
 * The questionnaires that can be opened, each with who answers it and whether its answers can lower a score; in the reader's language. Those of the
 * organization's own come first, the newest offered version of each; the released ones by kind and depth, the newest version of each. One query.
 */
export async function listInstruments(db: TenantDb) {
  const rows = await db.questionnaireTemplate.findMany({
    where: { status: 'offered', lentBy: null },
    orderBy: [{ code: 'asc' }, { version: 'desc' }],
    distinct: ['code'],
    select: { key: true, content: true, translations: true, crosswalk: true },
  });
  const own = rows.map(({ key, content, translations, crosswalk }) => {
    const made = instrumentFrom(content);
    const equal = z
      .array(ownPairSchema)
      .parse(crosswalk)
      .filter(({ relation }) => relation === 'equal');
    const overlay = overlayFrom(key, { locale: getLocale(), translations: translationsSchema.parse(translations) });
    return {
      ...offered(localize(key, { instrument: made, overlay, locale: getLocale() }), made),
      /** How many of its questions equal a released one; null for a released questionnaire. */
      equal: new Set(equal.map(({ question }) => question)).size as number | null,
    };
  });
  const released = newestInstrumentKeys().map((key) => ({
    ...offered(localizedInstrument(key, getLocale()), instrument(key)),
    equal: null,
  }));
  const byTitle = own.sort((a, b) => a.title.localeCompare(b.title, getLocale()));
  return [...byTitle, ...released.sort((a, b) => placeOf(a) - placeOf(b))];
}
/** The kind decides, then the depth: the core of the self-assessment first, and what has no depth last. */
function placeOf({ kind, depth }: { kind: Instrument['kind']; depth: Depth | null }): number {
  return instrumentKinds.indexOf(kind) * 10 + (depth === null ? depths.length : depths.indexOf(depth));
}

export type OfferedInstrument = Awaited<ReturnType<typeof listInstruments>>[number];

function offered({ key, title, summary, kind, scores, audience }: LocalizedInstrument, asked: Instrument) {
  const all = questionsOf(asked);
  return {
    key,
    title: title.text,
    summary: shownSummary(key, summary?.text ?? null),
    kind,
    scores,
    audience,
    questions: all.filter((question) => !isGathered(question)).length,
    /** How long it takes to answer; null where it is no form that is answered in one go. */
    minutes: kind === 'self-assessment' ? wholeMinutes(all) : null,
    isEstimate: isEstimated(all),
    depth: depthOf(key),
  };
}
