import { instrumentSchema } from '#scoring';
import { z } from 'zod';
import { type ReadLimits, ReadRefused, readLimits } from '~/platform/parser/limits';
import { isDeeper } from '~/platform/parser/is-deeper';
import { isXls, scanXls } from '~/platform/parser/workbook/scan-xls';
import { ownPairSchema, translationsSchema } from '~/questionnaires/templates/own-version';
import type { DraftContent } from './draft';
import { storable } from './storable';
import { fileFormat } from './write-instrument-file';
import { type ReadForm, readXlsForm } from './xls-form/read-xls-form.server';
import { type RemarkCode, remark } from './xls-form/remarks';
import { structuralProblems } from './xls-form/sound-content';

const fileSchema = z.object({
  format: z.literal(fileFormat),
  instrument: z.unknown(),
  translations: translationsSchema.optional(),
  crosswalk: z.array(ownPairSchema).optional(),
});

/** `hasWords`, `hasPairs`: the file itself says something of translations, and of relations. */
export type ReadInstrumentFile = ReadForm & { hasWords?: boolean; hasPairs?: boolean };

/** Deeper than any template, and longer: each question and section of it is looked at with all others when a page shows it. */
const deepest = 64;
const mostParts = 2_500;

/**
 * Reads JSON (ours, or a released file) or an XLSForm, recognised by their bytes. Files from outside are read in a reader process (`read-file-apart`). @throws
 * ReadRefused above the limits
 */
export async function readInstrumentFile(
  bytes: Uint8Array,
  limits: ReadLimits = readLimits.questionnaireTemplate,
): Promise<ReadInstrumentFile> {
  return storable(await readAny(bytes, limits));
}

async function readAny(bytes: Uint8Array, limits: ReadLimits): Promise<ReadInstrumentFile> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isArchive || isXls(bytes)) return readWorkbook(bytes, limits);
  const text = textOf(bytes);
  if (text === null) return refusedAs('not-a-workbook');
  const first = text.trimStart()[0];
  if (first === '<') return refusedAs('is-markup');
  return first === '{' || first === '[' ? readJson(text) : refusedAs('is-text');
}

const refusedAs = (code: RemarkCode, detail?: string): ReadInstrumentFile => ({ kind: 'refused', remarks: [remark(code, {}, detail)] });

/** UTF-8, or UTF-16 as Excel saves "Unicode text"; null for what is no text. */
function textOf(bytes: Uint8Array): string | null {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    const text = new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

async function readWorkbook(bytes: Uint8Array, limits: ReadLimits): Promise<ReadInstrumentFile> {
  if (isXls(bytes) && scanXls(bytes, limits) === 'protected') return refusedAs('protected');
  const read = await readXlsForm(bytes, limits);
  if (read.kind === 'refused') return read;
  refuseLong(read.draft.content);
  return { ...read, hasWords: Object.keys(read.draft.translations).length > 0, hasPairs: read.draft.crosswalk.length > 0 };
}

function readJson(text: string): ReadInstrumentFile {
  if (isDeeper(text, deepest)) throw new ReadRefused('too-deep');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refusedAs('not-json', error instanceof Error ? error.message : '');
  }
  const file = fileSchema.safeParse(json);
  const given = file.success ? file.data.instrument : json;
  const broken = structuralProblems(given);
  if (broken.length > 0) return { kind: 'refused', remarks: broken.map((detail) => remark('not-an-instrument', {}, detail)) };
  // A published version as its schema requires; a draft, which may be incomplete, unchanged.
  const parsed = instrumentSchema.safeParse(given);
  const { key: _key, ...content } = parsed.success ? parsed.data : (given as DraftContent & { key?: string });
  refuseLong(content);
  if (content.sections.every(({ questions }) => questions.length === 0)) return refusedAs('no-questions');
  const draft = { content: content as DraftContent, translations: file.data?.translations ?? {}, crosswalk: file.data?.crosswalk ?? [] };
  return {
    kind: 'read',
    draft,
    identity: content.id,
    isOwn: true,
    remarks: [],
    hasWords: file.data?.translations !== undefined,
    hasPairs: file.data?.crosswalk !== undefined,
  };
}

function refuseLong({ sections }: Pick<DraftContent, 'sections'>): void {
  if (sections.reduce((sum, { questions }) => sum + questions.length + 1, 0) > mostParts) throw new ReadRefused('too-large');
}
