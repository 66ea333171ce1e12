import { alignPages, countDifferences, type PageDifferences } from './align-pages';
import {
  type Attachment,
  attachmentsOf,
  hasSignatureField,
  isActive,
  metadataDigest,
  photosOf,
  signatureFieldOf,
  tagsDigest,
} from './document-parts';
import { type Finding, listPages, pagesFound } from './findings';
import { isSameLayout, readOwnLayout } from './own-layout';
import { type PageDigest, pageDigests } from './page-digests';
import { PdfFile } from './pdf-file';
import { type Drawable, drawableOf } from './redraw.server';
import type { ReportKind } from './report-kinds';

/** What comparing a document with the drawing of its own data gave. */
export type Compared = {
  report: ReportKind | null;
  /** Which file of the report it is; null where unknown. */
  form: string | null;
  /** `same`: nothing differs, in any part of the file. `not-compared`: this version has no drawing for the data. */
  pages: 'same' | 'different' | 'not-compared';
  pageCount: number;
  /** Photos of the file, which are not in the data, so that nothing here says whether they are those of the report. */
  photos: number;
  findings: Finding[];
};

/**
 * Renders a report again from its embedded data and compares the whole file. Equality is decided by its layout, object by object; only if that differs are
 * pages and parts compared to say where.
 */
export async function compareDocument(bytes: Buffer, { file, json }: { file: PdfFile; json: string }): Promise<Compared> {
  const found = pageDigests(file);
  const beside: Finding[] = certainFindings(bytes, { file, json });
  const drawable = await drawableOf(JSON.parse(json));
  const common = { pageCount: found.length, report: drawable?.kind ?? null };
  if (!drawable) return { ...common, form: null, pages: 'not-compared', photos: photosOf(file).size, findings: beside };
  const best = await nearestDrawing(bytes, { file, found, drawable });
  if (!best) return { ...common, form: null, pages: 'not-compared', photos: photosOf(file).size, findings: beside };
  const photos = best.hasPhotos ? photosOf(file).size : 0;
  if (best.isSame) return { ...common, photos, form: best.form, pages: 'same', findings: [] };
  const drawn = new PdfFile(best.drawn);
  const findings = [
    ...pageFindings(best.differences, { issued: best.pages, found }),
    ...attachmentFindings(attachmentsOf(drawn), attachmentsOf(file)),
    ...(metadataDigest(drawn) === metadataDigest(file) ? [] : [{ kind: 'metadata-changed' } as const]),
    ...(tagsDigest(drawn) === tagsDigest(file) ? [] : [{ kind: 'tags-changed' } as const]),
    ...beside,
  ];
  return {
    ...{ ...common, photos, form: best.form, pages: 'different' },
    findings: findings.length > 0 ? findings : [{ kind: 'other-part-changed' }],
  };
}

type Drawn = {
  form: string;
  hasPhotos: boolean;
  drawn: Buffer;
  pages: PageDigest[];
  differences: PageDifferences;
  isSame: boolean;
};

/** The form whose drawing the file is nearest to: the one that the file's title names, else whichever it has most pages of. Null where none can be drawn. */
async function nearestDrawing(
  bytes: Buffer,
  { file, found, drawable }: { file: PdfFile; found: PageDigest[]; drawable: Drawable },
): Promise<Drawn | null> {
  const title = titleOf(file);
  const named = drawable.forms.filter((each) => each.title === null || each.title === title);
  const own = readOwnLayout(bytes);
  const signature = signatureFieldOf(file) ?? undefined;
  let best: Drawn | null = null;
  for (const { form, hasPhotos } of named.length > 0 ? named : drawable.forms) {
    // Forged data may be impossible to draw.
    const drawn = await drawable.draw(form, { signature, photos: hasPhotos ? photosOf(file) : new Map() }).catch(() => null);
    if (!drawn) continue;
    const layout = own && readOwnLayout(drawn);
    const isSame = own !== null && layout !== null && isSameLayout(own, layout);
    const pages = pageDigests(new PdfFile(drawn));
    const differences = alignPages(contentsOf(pages), contentsOf(found));
    const each = { form, hasPhotos, drawn, pages, differences, isSame };
    if (isSame) return each;
    if (best === null || countDifferences(differences) < countDifferences(best.differences)) best = each;
  }
  return best;
}

const contentsOf = (pages: readonly PageDigest[]) => pages.map(({ content }) => content);

function titleOf(file: PdfFile): string | null {
  const title = file.resolve(file.dictionary(file.trailer.entries.get('Info'))?.entries.get('Title'));
  return title !== null && typeof title === 'object' && 'text' in title ? title.text : null;
}

function pageFindings(differences: PageDifferences, { issued, found }: { issued: PageDigest[]; found: PageDigest[] }): Finding[] {
  const drawn = new Set(issued.map(({ strokes }) => strokes));
  if (!found.some(({ strokes }) => drawn.has(strokes))) return [{ kind: 'other-report' }];
  const pressed = new Map(issued.map(({ content, annotations }) => [content, annotations]));
  const otherwise = found.flatMap(({ content, annotations }, at) =>
    (pressed.get(content) ?? annotations) === annotations ? [] : [at + 1],
  );
  return [...listPages(differences), ...pagesFound('annotations-changed', otherwise)];
}

function attachmentFindings(issued: Attachment[], found: Attachment[]): Finding[] {
  const [own] = issued;
  return own && !found.some(({ bytes }) => bytes.equals(own.bytes)) ? [{ kind: 'attachment-changed' }] : [];
}

/** What no report of ours has, whichever version drew it. */
function certainFindings(bytes: Buffer, { file, json }: { file: PdfFile; json: string }): Finding[] {
  const findings: Finding[] = [];
  const others = attachmentsOf(file).filter((each) => each.bytes.toString('utf8') !== json);
  const more = attachmentsOf(file).length - others.length > 1 ? attachmentsOf(file).slice(0, 1) : [];
  const names = [...others, ...more].slice(0, 20).map(({ name }) => name);
  if (names.length > 0) findings.push({ kind: 'attachment-added', names });
  if (isActive(file)) findings.push({ kind: 'active-content' });
  if (file.trailer.entries.has('Encrypt')) findings.push({ kind: 'encrypted' });
  const isAppended = isUpdated(file);
  if (isAppended) findings.push({ kind: 'update-appended' });
  else if (!readOwnLayout(bytes)) findings.push({ kind: 'rewritten' });
  if (hasSignatureField(file) && !/\/ByteRange \[\d+ \d+ \d+ \d+ *\]/.test(file.text)) findings.push({ kind: 'signature-removed' });
  return findings;
}

/** Whether the file continues after an earlier end of file. */
function isUpdated({ text, revisions }: PdfFile): boolean {
  return revisions > 1 || text.indexOf('%%EOF') < text.trimEnd().length - '%%EOF'.length;
}
