import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { evidenceGradeSchema, findingGradeSchema, findingStatusSchema, indicators } from '#scoring';
import { isInstrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { getLocale } from '~/paraglide/runtime';
import { extents, origins } from './finding-lists';
import { type AskedQuestion, titleOfAnswer } from './finding-title';
import { listFindings } from './list-findings.server';

/**
 * A page of findings as `listFindings`. One that an answer raised is titled by what is wrong, in the reader's language, and names its question; without a held
 * question the title is the finding's own text, which is English unless a person wrote it. One query, however many rows.
 */
export async function showFindings(db: TenantDb, options: Parameters<typeof listFindings>[1]) {
  const { rows, next } = await listFindings(db, options);
  await knowInstruments(
    db,
    rows.flatMap(({ response }) => response?.instrumentKey ?? []),
  );
  const texts = new Map<string, ReturnType<typeof textsOf>>();
  const textOf = (instrumentKey: string | undefined, question: string | null) => {
    if (!instrumentKey || !question || !isInstrument(instrumentKey)) return undefined;
    const known = texts.get(instrumentKey) ?? textsOf(instrumentKey);
    texts.set(instrumentKey, known);
    return known.get(question);
  };
  return {
    next,
    rows: rows.map(({ response, grade, status, evidenceGrade, indicator, text, repeatOf, _count, ...row }) => {
      // Free text is shown as written, in any language.
      const isWritten = row.origin === 'auditor';
      const asked = textOf(response?.instrumentKey, row.question);
      const sign = indicators.find((known) => known === indicator) ?? null;
      const answered = asked && response && !isWritten ? titleOfAnswer(response.instrumentKey, asked, sign) : null;
      return {
        ...row,
        /** An earlier finding keeps its earlier values. */
        isRepeated: repeatOf !== null && repeatOf.withdrawnAt === null,
        /** Has actions, which it follows. */
        actionCount: _count.actions,
        grade: findingGradeSchema.parse(grade),
        status: findingStatusSchema.parse(status),
        extent: extents.find((known) => known === row.extent) ?? null,
        origin: origins.find((known) => known === row.origin) ?? 'answer',
        evidenceGrade: evidenceGradeSchema.parse(evidenceGrade),
        indicator: sign,
        title: answered?.title ?? text,
        lang: isWritten ? undefined : answered ? answered.lang : 'en',
        /** The question whose answer raised it; null where a person recorded it. */
        asked: isWritten || !asked ? null : { text: asked.text, lang: asked.lang },
        section: asked?.section ?? null,
      };
    }),
  };
}
export type FindingRow = Awaited<ReturnType<typeof showFindings>>['rows'][number];

function textsOf(instrumentKey: string): Map<string, AskedQuestion & { section: string }> {
  return new Map(
    localizedInstrument(instrumentKey, getLocale()).sections.flatMap((section) =>
      section.questions.map(({ key, text, type, point }) => {
        const pointTitle = section.points.find((each) => each.key === point)?.title.text ?? null;
        return [key, { key, text: text.text, lang: text.lang, type, pointTitle, section: section.key }] as const;
      }),
    ),
  );
}
