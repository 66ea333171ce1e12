import { createHash } from 'node:crypto';
import { reportHash } from '~/documents/verification/report-hash.server';
import { readAttachedJson } from '~/documents/pdf/attached-json.server';
import { readSignature, type SignatureRead } from '~/documents/pdf/read-signature.server';
import { attachedReport, statedHash } from '~/documents/verification/compare/attached-report.server';
import { compareDocument } from '~/documents/verification/compare/compare-document.server';
import type { Finding } from '~/documents/verification/compare/findings';
import { pageDigests } from '~/documents/verification/compare/page-digests';
import { PdfFile } from '~/documents/verification/compare/pdf-file';
import { NotReadable } from '~/documents/verification/compare/pdf-value';
import { drawableOf } from '~/documents/verification/compare/redraw.server';
import type { DocumentChecked, FileChecked } from './file-checked';

/**
 * Reads a report as PDF or JSON: the hash it states, whether its data give that hash, its signature, and whether its pages and all other parts are those that
 * are drawn from its data. Nothing is looked up. It draws the whole report: where others sent the file, in a reader process (`check-file-apart`).
 */
export async function checkFile(bytes: Buffer): Promise<FileChecked> {
  const isPdf = bytes.subarray(0, 1024).includes('%PDF-');
  // Revisions that only add a person's signature are checked by it; the document is the part that the organization signed.
  const signature = isPdf ? await readSignature(bytes) : null;
  const issued =
    signature?.kind === 'found' && signature.further.length > 0 && signature.isValid ? bytes.subarray(0, signature.signed) : bytes;
  const file = isPdf ? openFile(issued) : null;
  const text = file ? attachedReport(file, issued) : isPdf ? readAttachedJson(issued) : bytes.toString('utf8');
  const hash = text === null ? null : statedHash(text);
  if (text === null || hash === null) return { kind: 'no-report' };
  const data: Record<string, unknown> = JSON.parse(text);
  const isIntact = reportHash(data) === hash;
  const document = signature ? await checkDocument(issued, { file, json: text, isIntact, signature }) : null;
  return {
    ...{ kind: 'report', hash, isIntact, document },
    report: (await drawableOf(data))?.kind ?? null,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** SHA-256 of what each page of a document of ours shows. @throws NotReadable */
export function digestPages(bytes: Buffer): string[] {
  return pageDigests(new PdfFile(bytes)).map(({ content }) => content);
}

function openFile(bytes: Buffer): PdfFile | null {
  try {
    return new PdfFile(bytes);
  } catch (error) {
    if (error instanceof NotReadable) return null;
    throw error;
  }
}

async function checkDocument(
  bytes: Buffer,
  { file, json, isIntact, signature }: { file: PdfFile | null; json: string; isIntact: boolean; signature: SignatureRead },
): Promise<DocumentChecked> {
  const before: Finding[] = [...(isIntact ? [] : [{ kind: 'data-changed' } as const]), ...brokenSignature(signature)];
  const unreadable: DocumentChecked = {
    ...{ form: null, signature, pages: 'unreadable', pageCount: 0, photos: 0, digests: [] },
    findings: [...before, { kind: 'rewritten' }],
  };
  if (!file) return unreadable;
  try {
    const { form, pages, pageCount, photos, findings } = await compareDocument(bytes, { file, json });
    const digests = pageDigests(file).map(({ content }) => content);
    return { form, signature, pages, pageCount, photos, digests, findings: [...before, ...findings] };
  } catch (error) {
    if (error instanceof NotReadable) return unreadable;
    throw error;
  }
}

function brokenSignature(signature: SignatureRead): Finding[] {
  if (signature.kind === 'none') return [];
  const isStampBroken = [signature, ...signature.further].some(({ timestamp }) => timestamp?.isValid === false);
  return signature.isValid && !isStampBroken ? [] : [{ kind: 'signature-broken' }];
}
