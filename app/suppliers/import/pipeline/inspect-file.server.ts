import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import { limits } from './limits';
import type { FileProblem, FileProblemCode, ProblemParams } from './problems';
import { countZeros } from './zero-bytes';

export type FileFormat = 'csv' | 'xlsx' | 'xls' | 'geojson';
export type Inspected = { ok: true; format: FileFormat; sha256: string; size: number } | { ok: false; problem: FileProblem };

const refuse = (code: FileProblemCode, params: ProblemParams = {}): Inspected => ({ ok: false, problem: { code, params } });

/**
 * Says what a received file is, by its bytes and never by its name, and refuses what must not be opened.
 * Nothing is inflated or parsed here. `sha256` is lower-case hex of the whole file.
 */
export async function inspectFile(bytes: Uint8Array): Promise<Inspected> {
  if (bytes.length === 0) return refuse('empty-file');
  if (bytes.length > limits.uploadBytes)
    return refuse('too-large', { megabytes: Math.ceil(bytes.length / 1_048_576), limit: limits.uploadBytes / 1_048_576 });
  const found = await sniff(bytes);
  if (typeof found !== 'string') return found;
  return { ok: true, format: found, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

async function sniff(bytes: Uint8Array): Promise<FileFormat | Inspected> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return inspectArchive(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'xls';
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return 'csv';
  const known = await fileTypeFromBuffer(bytes.subarray(0, 8192));
  if (known) return refuse('not-a-table', { detected: known.ext.toUpperCase() });
  const start = Buffer.from(bytes.subarray(0, 2048))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (start === '' && bytes.every((byte) => byte <= 0x20)) return refuse('empty-file');
  if (/^<(!doctype|html|\?xml|table|head)/i.test(start))
    return refuse('not-a-table', { detected: /^<\?xml/i.test(start) ? 'XML' : 'HTML' });
  if (/^\{\s*"/.test(start) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('"FeatureCollection"'))
    return 'geojson';
  if (/^[[{]\s*["{[]/.test(start)) return refuse('not-a-table', { detected: 'JSON' });
  if (looksBinary(bytes)) return refuse('not-a-table', { detected: 'binary' });
  return 'csv';
}

function inspectArchive(bytes: Uint8Array): FileFormat | Inspected {
  let entries = 0;
  let inflated = 0;
  let isWorkbook = false;
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        entries += 1;
        inflated += entry.originalSize;
        if (entry.name === 'xl/workbook.xml' || entry.name === '[Content_Types].xml')
          isWorkbook = isWorkbook || entry.name.startsWith('xl/');
        return false;
      },
    });
  } catch {
    return refuse('unreadable-workbook');
  }
  if (entries > limits.archiveEntries) return refuse('too-many-entries', { entries, limit: limits.archiveEntries });
  if (inflated > limits.inflatedBytes) {
    return refuse('inflated-too-large', { megabytes: Math.ceil(inflated / 1_048_576), limit: limits.inflatedBytes / 1_048_576 });
  }
  // Small workbooks compress well and are harmless: the ratio is checked only where it can cost memory.
  if (inflated > 10 * 1_048_576 && inflated / bytes.length > limits.inflationRatio) {
    return refuse('inflation-ratio', { ratio: Math.round(inflated / bytes.length), limit: limits.inflationRatio });
  }
  return isWorkbook ? 'xlsx' : refuse('not-a-table', { detected: 'ZIP' });
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** NUL bytes in text mean UTF-16 when they are on every second position, and a program or picture otherwise. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  const { even, odd } = countZeros(sample);
  const control = sample.filter((byte) => (byte > 0 && byte < 0x09) || (byte > 0x0d && byte < 0x1b)).length;
  const nuls = even + odd;
  if (nuls > 0) return Math.max(even, odd) < sample.length * 0.2 || Math.min(even, odd) > nuls * 0.1;
  return control > sample.length * 0.05;
}
