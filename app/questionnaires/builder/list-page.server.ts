import { instrument, instrumentKeys, instrumentLocales, localizedInstrument, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { overlayFrom } from '~/questionnaires/templates/own-version';
import { getLocale } from '~/paraglide/runtime';
import { countQuestions } from './compare-versions';
import type { OwnState } from './states';
import { draftSchema } from './read-draft.server';

/** All questionnaires of an organization: its own, each version, the newest first; and the released ones. Two queries. */
export async function readInstrumentList(db: TenantDb) {
  const uses = await db.questionnaireResponse.groupBy({ by: ['instrumentKey'], _count: true });
  const usedBy = new Map(uses.map(({ instrumentKey, _count }) => [instrumentKey, _count]));
  const rows = await db.questionnaireTemplate.findMany({
    where: { lentBy: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 500,
    select: { key: true, version: true, content: true, translations: true, crosswalk: true, status: true, frozenAt: true },
  });
  const own = rows.map(({ key, version, status, frozenAt, ...row }) => {
    const draft = draftSchema.parse(row);
    const title = overlayFrom(key, { locale: getLocale(), translations: draft.translations })?.strings.title?.text;
    const state: OwnState = frozenAt ? 'used' : status === 'offered' ? 'offered' : 'draft';
    return {
      key,
      title: title ?? draft.content.title.en,
      version: `${version}.0.0`,
      kind: draft.content.kind ?? ('self-assessment' as const),
      locales: ['en', ...Object.keys(draft.translations)],
      questions: countQuestions(draft),
      used: usedBy.get(key) ?? 0,
      state,
    };
  });
  const released = instrumentKeys().map((key) => ({
    key,
    title: localizedInstrument(key, getLocale()).title.text,
    version: instrument(key).version,
    kind: instrument(key).kind,
    locales: instrumentLocales(key),
    questions: questionsOf(instrument(key)).length,
    used: usedBy.get(key) ?? 0,
    state: 'released' as const,
  }));
  return { own, released };
}
export type InstrumentRow = Awaited<ReturnType<typeof readInstrumentList>>['own' | 'released'][number];
