import { scaleTypes } from '#scoring';
import { type ReadLimits, readLimits } from '~/readers/limits';
import type { OwnPair } from '~/features/instrument/own-version';
import { ownPairSchema } from '~/features/instrument/own-version';
import { type Draft, type DraftContent, emptyDraft } from '../draft';
import { languageOf } from './languages';
import { type OpenedSheet, openWorkbook, type SheetRow } from './open-workbook.server';
import { readSurvey } from './read-survey';
import type { Remark } from './remarks';
import { ownSheet } from './write-xls-form.server';

export type ReadForm = { kind: 'read'; draft: Draft; remarks: Remark[] } | { kind: 'refused'; remarks: Remark[] };
/** The words of a row by language. */
export type Words = Record<string, string>;
/** One row of the survey or of the choices: its plain cells and its words. */
export type FormRow = { row: number; cells: Record<string, string>; label: Words; hint: Words; guidance: Words; evidence: Words };

/**
 * Reads an XLSForm: one that we wrote comes back equal; of one made elsewhere (ODK, Kobo) whatever an instrument can hold, with a remark and the row for
 * each thing that it cannot. Where others sent it, in a reader process.
 */
export async function readXlsForm(bytes: Uint8Array, limits: ReadLimits = readLimits.questionnaireTemplate): Promise<ReadForm> {
  const sheets = await openWorkbook(bytes, limits);
  if (!sheets) return { kind: 'refused', remarks: [{ code: 'not-a-workbook' }] };
  const sheet = (name: string) => sheets.find((each) => each.name.trim().toLowerCase() === name);
  const survey = sheet('survey');
  if (!survey) return { kind: 'refused', remarks: [{ code: 'no-survey' }] };
  const remarks: Remark[] = [];
  const settings = sheet('settings')?.rows[0]?.cells ?? {};
  const fallback = languageOf(settings.default_language?.trim() || undefined, 'en') ?? 'en';
  const choices = sheet('choices');
  const locales = localesOf([survey, ...(choices ? [choices] : [])], { fallback, remarks });
  const rowsOf = (from: OpenedSheet | undefined) => (from?.rows ?? []).map((row) => formRow(row, fallback));
  const title = settings.form_title?.trim() || settings.form_id?.trim() || '';
  const begun = emptyDraft(settings.form_id?.trim() || 'form', title);
  const translations = Object.fromEntries(locales.filter((locale) => locale !== 'en').map((locale) => [locale, {} as Words]));
  const read = readSurvey({ survey: rowsOf(survey), choices: rowsOf(choices), translations, remarks });
  if (settings.version?.trim()) begun.content.version = settings.version.trim();
  const content: DraftContent = { ...begun.content, sections: read.sections, scales: read.scales };
  const own = sheet(ownSheet);
  const draft = own
    ? withOwnRows({ content, translations, crosswalk: [] }, { own, scales: read.words, remarks })
    : { content, translations, crosswalk: [] };
  return { kind: 'read', draft, remarks };
}

const wordColumn = /^(label|hint|guidance_hint)(?:::?(.*))?$/i;
const wordKinds: Readonly<Record<string, 'label' | 'hint' | 'guidance'>> = { label: 'label', hint: 'hint', guidance_hint: 'guidance' };
const evidenceColumn = /^manumit_evidence \((.+)\)$/;

function localesOf(sheets: readonly OpenedSheet[], { fallback, remarks }: { fallback: string; remarks: Remark[] }): string[] {
  const found = new Set<string>();
  for (const { name, head } of sheets)
    for (const column of head) {
      const match = wordColumn.exec(column);
      if (!match) continue;
      const locale = languageOf(match[2] === undefined ? undefined : match[2].replace(/^:/, ''), fallback);
      if (locale) found.add(locale);
      else remarks.push({ code: 'unknown-language', sheet: name, row: 1, detail: column });
    }
  if (!found.has('en')) remarks.push({ code: 'no-english' });
  return [...found];
}

function formRow({ row, cells }: SheetRow, fallback: string): FormRow {
  const made: FormRow = { row, cells: {}, label: {}, hint: {}, guidance: {}, evidence: {} };
  for (const [column, text] of Object.entries(cells)) {
    const words = wordColumn.exec(column);
    const evidence = evidenceColumn.exec(column)?.[1];
    if (words) {
      const locale = languageOf(words[2] === undefined ? undefined : words[2].replace(/^:/, ''), fallback);
      if (locale && text.trim() !== '') made[wordKinds[words[1]?.toLowerCase() ?? ''] ?? 'label'][locale] = text.trim();
    } else if (evidence !== undefined) {
      if (text.trim() !== '') made.evidence[evidence] = text;
    } else made.cells[column.toLowerCase()] = text;
  }
  return made;
}

/** What our own sheet says beside the survey. A row that cannot be read is told and left out. */
function withOwnRows(
  draft: Draft,
  { own, scales, remarks }: { own: OpenedSheet; scales: DraftContent['scales']; remarks: Remark[] },
): Draft {
  const { kind: _kind, scores: _scores, ...begun } = draft.content;
  const content: DraftContent = { ...begun, scales: {}, consistency: [] };
  const translations = { ...draft.translations };
  const crosswalk: OwnPair[] = [];
  for (const { row, cells } of own.rows) {
    const { kind = '', name = '', value = '' } = cells;
    try {
      if (kind === 'instrument') Object.assign(content, { [name]: JSON.parse(value) });
      else if (kind === 'scale') {
        const type = scaleTypes.find((each) => each === name);
        const order: unknown = JSON.parse(value);
        if (type && Array.isArray(order))
          content.scales[type] = order.flatMap((each) => scales[type]?.find((choice) => choice.value === each) ?? []);
      } else if (kind === 'rule') content.consistency = [...content.consistency, JSON.parse(value)];
      else if (kind === 'pair') crosswalk.push(ownPairSchema.parse(JSON.parse(value)));
      else if (kind.startsWith('words ')) {
        const locale = kind.slice(6);
        translations[locale] = { ...translations[locale], [name]: value };
      }
    } catch {
      remarks.push({ code: 'broken-own', sheet: own.name, row });
    }
  }
  return { content, translations, crosswalk };
}
