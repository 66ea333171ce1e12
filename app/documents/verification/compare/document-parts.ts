import { createHash } from 'node:crypto';
import { inflatedOrRaw } from './inflate-stream';
import type { PdfFile } from './pdf-file';
import { PdfDictionary, PdfName, PdfRef, PdfText, type PdfValue } from './pdf-value';

/** A file inside of a document. */
export type Attachment = { name: string; bytes: Buffer };

const activeKinds: ReadonlySet<string> = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Rendition',
  'Movie',
]);
const activeKeys = ['JS', 'JavaScript', 'AA', 'OpenAction', 'RichMedia', 'XFA'];

function* dictionariesOf(file: PdfFile): Generator<PdfDictionary> {
  for (const id of file.ids) {
    const open: PdfValue[] = [file.object(id)?.value ?? null];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (Array.isArray(value)) open.push(...value);
      else if (value instanceof PdfDictionary) {
        yield value;
        open.push(...value.entries.values());
      }
    }
  }
}

/** Every file that lies inside of a document, wherever it is named. */
export function attachmentsOf(file: PdfFile): Attachment[] {
  const found: Attachment[] = [];
  const seen = new Set<number>();
  for (const dictionary of dictionariesOf(file)) {
    const held = file.dictionary(dictionary.entries.get('EF'));
    const inside = held?.entries.get('UF') ?? held?.entries.get('F');
    if (!(inside instanceof PdfRef) || seen.has(inside.id)) continue;
    seen.add(inside.id);
    const object = file.object(inside.id);
    const title = file.resolve(dictionary.entries.get('UF') ?? dictionary.entries.get('F'));
    if (object?.stream) found.push({ name: title instanceof PdfText ? title.text.slice(0, 100) : '', bytes: inflatedOrRaw(object) });
  }
  return found;
}

/** Whether a document does something by itself, or on a press: scripts, programs, forms that are sent, media. A report of ours has links alone. */
export function isActive(file: PdfFile): boolean {
  for (const { entries } of dictionariesOf(file)) {
    const kind = entries.get('S');
    if (kind instanceof PdfName && activeKinds.has(kind.name)) return true;
    if (activeKeys.some((key) => entries.has(key))) return true;
  }
  return false;
}

/** Photos by the file that each was made from, as `embedPhoto` notes it. */
export function photosOf(file: PdfFile): Map<string, Buffer> {
  const photos = new Map<string, Buffer>();
  for (const id of file.ids) {
    const object = file.object(id);
    const madeFrom = object?.value instanceof PdfDictionary ? object.value.entries.get('MNT_MadeFrom') : undefined;
    if (madeFrom instanceof PdfText && object?.stream) photos.set(madeFrom.bytes, object.stream);
  }
  return photos;
}

/** What a signature field says of who signed, when and why; null where there is none. */
export function signatureFieldOf(file: PdfFile): { name: string; reason: string; at: Date } | null {
  for (const { entries } of dictionariesOf(file)) {
    if (file.name(entries.get('Type')) !== 'Sig') continue;
    const [name, reason, at] = ['Name', 'Reason', 'M'].map((key) => file.resolve(entries.get(key)));
    const day = at instanceof PdfText ? /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(at.bytes) : null;
    if (!(name instanceof PdfText) || !(reason instanceof PdfText) || !day) continue;
    const [year = 0, month = 1, ...rest] = day.slice(1).map(Number);
    const [date = 1, hour = 0, minute = 0, second = 0] = rest;
    return { name: name.text, reason: reason.text, at: new Date(Date.UTC(year, month - 1, date, hour, minute, second)) };
  }
  return null;
}

/** Whether there is a place for a signature, or what is left of one. */
export function hasSignatureField(file: PdfFile): boolean {
  for (const { entries } of dictionariesOf(file))
    if (file.name(entries.get('FT')) === 'Sig' || file.name(entries.get('Type')) === 'Sig' || entries.has('SigFlags')) return true;
  return false;
}

/** What a document says of itself, in its properties and in its XMP packet, as one digest. */
export function metadataDigest(file: PdfFile): string {
  const said = createHash('sha256');
  const properties = file.dictionary(file.trailer.entries.get('Info'))?.entries ?? new Map<string, PdfValue>();
  for (const key of [...properties.keys()].sort()) {
    const value = file.resolve(properties.get(key));
    said.update(`${key}=${value instanceof PdfText ? value.bytes : value instanceof PdfName ? value.name : ''}\n`, 'latin1');
  }
  const packet = file.catalog.entries.get('Metadata');
  const object = packet instanceof PdfRef ? file.object(packet.id) : null;
  if (object) said.update(inflatedOrRaw(object));
  return said.digest('hex');
}

/** What a screen reader reads from a document's tags, in order: kinds, alternative texts of figures and lines, languages. As one digest. */
export function tagsDigest(file: PdfFile): string {
  const said = createHash('sha256');
  const seen = new Set<PdfDictionary>();
  const open: PdfValue[] = [file.dictionary(file.catalog.entries.get('StructTreeRoot'))?.entries.get('K') ?? null];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const value = file.resolve(next);
    if (Array.isArray(value)) open.push(...[...value].reverse());
    if (!(value instanceof PdfDictionary) || seen.has(value)) continue;
    seen.add(value);
    for (const key of ['S', 'T', 'Lang', 'Alt', 'ActualText']) {
      const each = file.resolve(value.entries.get(key));
      said.update(`${key}=${each instanceof PdfText ? each.bytes : each instanceof PdfName ? each.name : ''}\n`, 'latin1');
    }
    open.push(value.entries.get('K') ?? null);
  }
  return said.digest('hex');
}
