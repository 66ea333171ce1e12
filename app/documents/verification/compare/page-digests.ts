import { createHash } from 'node:crypto';
import { inflatedOrRaw } from './inflate-stream';
import type { PdfFile } from './pdf-file';
import { NotReadable, PdfDictionary, PdfName, PdfRef, PdfText, type PdfValue } from './pdf-value';

/** What a page shows, what of it is drawn by the page itself without its fonts and pictures, and what can be pressed on it; each as SHA-256 in hex. The numbers of objects are not part of it. */
export type PageDigest = { content: string; strokes: string; annotations: string };

const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];
/** The keys of a page that only give its place among others, or are compared separately. */
const notShown: ReadonlySet<string> = new Set(['Type', 'Parent', 'StructParents', 'Annots', 'Contents', 'Tabs']);
const notPressed: ReadonlySet<string> = new Set(['P', 'Parent', 'StructParent']);
const mostPages = 5_000;
const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

/** The pages of a file in their order. @throws NotReadable when there are more than any report has */
export function pagesOf(file: PdfFile): PdfDictionary[] {
  const pages: PdfDictionary[] = [];
  const seen = new Set<PdfDictionary>();
  const walk = (node: PdfDictionary | null, given: ReadonlyMap<string, PdfValue>) => {
    if (!node || seen.has(node)) return;
    if (pages.length > mostPages || seen.size > mostPages) throw new NotReadable('too many pages');
    const passed = new Map(given);
    for (const key of inherited) {
      const own = node.entries.get(key);
      if (own !== undefined) passed.set(key, own);
    }
    if (node.entries.has('Kids')) {
      seen.add(node);
      for (const kid of file.array(node.entries.get('Kids'))) walk(file.dictionary(kid), passed);
      return;
    }
    const page = new PdfDictionary();
    for (const [key, value] of [...node.entries, ...passed]) page.entries.set(key, value);
    pages.push(page);
  };
  walk(file.dictionary(file.catalog.entries.get('Pages')), new Map());
  return pages;
}

/** The content of each page, so that two files can be compared page by page, whatever program wrote them. */
export function pageDigests(file: PdfFile): PageDigest[] {
  const write = writerOf(file);
  return pagesOf(file).map((page) => {
    const contents = file.resolve(page.entries.get('Contents'));
    const parts = Array.isArray(contents) ? contents : [page.entries.get('Contents') ?? null];
    const drawn = parts.map((part) => (part instanceof PdfRef ? contentOf(file, part) : ''));
    const annotations = file.array(page.entries.get('Annots')).filter((each) => !isSignatureField(file, each));
    return {
      content: sha256(`${drawn.join('\n')}\n${write(withoutKeys(page, notShown))}`),
      strokes: sha256(drawn.join('\n')),
      annotations: sha256(
        annotations
          .map((each) => {
            const read = file.dictionary(each);
            return read ? write(withoutKeys(read, notPressed)) : '';
          })
          .join('\n'),
      ),
    };
  });
}

function contentOf(file: PdfFile, { id }: PdfRef): string {
  const object = file.object(id);
  return object ? sha256(inflatedOrRaw(object)) : '';
}

function isSignatureField(file: PdfFile, value: PdfValue): boolean {
  return file.name(file.dictionary(value)?.entries.get('FT')) === 'Sig';
}

function withoutKeys(given: PdfDictionary, keys: ReadonlySet<string>): PdfDictionary {
  const kept = new PdfDictionary();
  for (const [key, value] of given.entries) if (!keys.has(key)) kept.entries.set(key, value);
  return kept;
}

/** Writes a value with all that it refers to in place of the references; streams by the digest of their content. Each object is written once. */
function writerOf(file: PdfFile): (value: PdfValue) => string {
  const written = new Map<number, string>();
  const write = (value: PdfValue): string => {
    if (value instanceof PdfRef) return writeObject(value.id);
    if (value instanceof PdfName) return `/${value.name}`;
    if (value instanceof PdfText) return `(${sha256(Buffer.from(value.bytes, 'latin1'))})`;
    if (Array.isArray(value)) return `[${value.map(write).join(' ')}]`;
    if (!(value instanceof PdfDictionary)) return String(value);
    const pairs = [...value.entries].filter(([key]) => key !== 'Length' && key !== 'Filter' && key !== 'DecodeParms');
    return `<<${pairs
      .map(([key, each]) => `/${key} ${write(each)}`)
      .sort()
      .join(' ')}>>`;
  };
  const writeObject = (id: number): string => {
    const known = written.get(id);
    if (known !== undefined) return known;
    written.set(id, 'itself');
    const object = file.object(id);
    const dictionary = object?.value instanceof PdfDictionary ? object.value : null;
    // A referenced page is compared separately.
    const isPage = file.name(dictionary?.entries.get('Type')) === 'Page';
    const text = isPage ? 'page' : sha256(`${write(object?.value ?? null)} ${object?.stream ? sha256(inflatedOrRaw(object)) : ''}`);
    written.set(id, text);
    return text;
  };
  return write;
}
