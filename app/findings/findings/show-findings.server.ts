import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { evidenceGradeSchema, findingGradeSchema, findingStatusSchema, indicators } from '#scoring';
import { isInstrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { getLocale } from '~/paraglide/runtime';
import { extents, origins } from './finding-lists';
import { listFindings } from './list-findings.server';

/**
 * A page of findings as `listFindings`, each with its question's wording in the reader's language; without a held question the finding's own
 * text, which is English unless a person wrote it. One query, however many rows.
 */
export async function showFindings(db: TenantDb, options: Parameters<typeof listFindings>[1]) {
  const { rows, next } = await listFindings(db, options);
  await knowInstruments(
    db,
    rows.flatMap(({ assessment }) => assessment?.instrumentKey ?? []),
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
    rows: rows.map(({ assessment, grade, status, evidenceGrade, indicator, text, repeatOf, _count, ...row }) => {
      // Free text is shown as written, in any language.
      const isWritten = row.origin === 'auditor';
      const asked = textOf(assessment?.instrumentKey, row.question);
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
        indicator: indicators.find((known) => known === indicator) ?? null,
        title: isWritten ? text : (asked?.text ?? text),
        lang: isWritten ? undefined : (asked?.lang ?? 'en'),
        section: asked?.section ?? null,
      };
    }),
  };
}
export type FindingRow = Awaited<ReturnType<typeof showFindings>>['rows'][number];

function textsOf(instrumentKey: string): Map<string, { text: string; lang: string; section: string }> {
  return new Map(
    localizedInstrument(instrumentKey, getLocale()).sections.flatMap((section) =>
      section.questions.map(({ key, text }) => [key, { text: text.text, lang: text.lang, section: section.key }] as const),
    ),
  );
}
