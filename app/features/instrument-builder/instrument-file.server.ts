import { instrumentSchema } from '#scoring';
import { z } from 'zod';
import { type ReadLimits, ReadRefused, readLimits } from '~/readers/limits';
import { isDeeper } from '~/readers/is-deeper';
import { ownPairSchema, translationsSchema } from '~/features/instrument/own-version';
import type { DraftContent } from './draft';
import { placeOf } from './problems-of-draft';
import { fileFormat } from './write-instrument-file';
import { type ReadForm, readXlsForm } from './xls-form/read-xls-form.server';

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
 * Reads JSON (ours, or a released file as it lies) or an XLSForm, told apart by their bytes. Where others sent the file, in a reader process
 * (`read-file-apart`). @throws ReadRefused for what comes to more than the limits
 */
export async function readInstrumentFile(
  bytes: Uint8Array,
  limits: ReadLimits = readLimits.questionnaireTemplate,
): Promise<ReadInstrumentFile> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isArchive) {
    const read = await readXlsForm(bytes, limits);
    if (read.kind === 'read') refuseLong(read.draft.content);
    return {
      ...read,
      hasWords: read.kind === 'read' && Object.keys(read.draft.translations).length > 0,
      hasPairs: read.kind === 'read' && read.draft.crosswalk.length > 0,
    };
  }
  let json: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (isDeeper(text, deepest)) throw new ReadRefused('too-deep');
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof ReadRefused) throw error;
    return { kind: 'refused', remarks: [{ code: 'not-json', detail: error instanceof Error ? error.message : '' }] };
  }
  const file = fileSchema.safeParse(json);
  const given = file.success ? file.data.instrument : json;
  const parsed = instrumentSchema.safeParse(given);
  if (!parsed.success)
    return {
      kind: 'refused',
      remarks: parsed.error.issues.slice(0, 50).map(({ message, path }) => {
        const { question, section } = placeOf(given, path);
        const place = question ?? section ?? path.map(String).join('.');
        return { code: 'not-an-instrument', detail: message.startsWith(place) || place === '' ? message : `${place}: ${message}` };
      }),
    };
  const { key: _key, ...content } = parsed.data;
  refuseLong(content);
  const draft = { content: content as DraftContent, translations: file.data?.translations ?? {}, crosswalk: file.data?.crosswalk ?? [] };
  return {
    kind: 'read',
    draft,
    remarks: [],
    hasWords: file.data?.translations !== undefined,
    hasPairs: file.data?.crosswalk !== undefined,
  };
}

function refuseLong({ sections }: Pick<DraftContent, 'sections'>): void {
  if (sections.reduce((sum, { questions }) => sum + questions.length + 1, 0) > mostParts) throw new ReadRefused('too-large');
}
