import { inflateSync } from 'node:zlib';
import { verifyBytes } from './sign-bytes.server';

/** What a signed file says: `none` without a signature; `covers` whether the signature covers every byte of the file but itself. */
export type SignatureRead =
  | { kind: 'none' }
  | { kind: 'found'; isValid: boolean; covers: boolean; fingerprint: string | null; name: string | null };

/** Reads and checks the signature of a PDF that this product signed. The last signature counts; bytes added after it make `covers` false. */
export async function readSignature(document: Buffer): Promise<SignatureRead> {
  const text = document.toString('latin1');
  const ranges = [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/g)];
  const numbers = ranges.at(-1)?.slice(1).map(Number);
  if (!numbers) return { kind: 'none' };
  const [from = 0, length = 0, second = 0, rest = 0] = numbers;
  const covers = from === 0 && second + rest === document.length && text[length] === '<' && text[second - 1] === '>';
  const hex = text.slice(length + 1, second - 1);
  if (!/^[0-9a-f]*$/i.test(hex)) return { kind: 'found', isValid: false, covers: false, fingerprint: null, name: null };
  const covered = Buffer.concat([document.subarray(from, from + length), document.subarray(second, second + rest)]);
  const given = Buffer.from(hex, 'hex');
  const der = derOf(given);
  // What the signature does not cover may contain zeros only.
  if (given.subarray(der.length).some((byte) => byte !== 0))
    return { kind: 'found', isValid: false, covers: false, fingerprint: null, name: null };
  const checked = await verifyBytes(covered, der);
  return { kind: 'found', ...checked, isValid: checked.isValid && covers, covers };
}

/** The CMS without the zeros behind it: its own length says where it ends. */
function derOf(bytes: Buffer): Buffer {
  const short = bytes[1] ?? 0;
  if (short < 0x80) return bytes.subarray(0, 2 + short);
  const count = short & 0x7f;
  return bytes.subarray(0, 2 + count + bytes.readUIntBE(2, Math.min(count, 6)));
}

/** The JSON that a report of ours carries inside, as text; null when there is none. */
export function readAttachedJson(document: Buffer): string | null {
  const text = document.toString('latin1');
  for (const found of text.matchAll(/\/Type \/EmbeddedFile\b[\s\S]{0,400}?stream\n/g)) {
    const start = found.index + found[0].length;
    const end = text.indexOf('\nendstream', start);
    const bytes = document.subarray(start, end);
    try {
      const content = /FlateDecode/.test(found[0]) ? inflateSync(bytes, { maxOutputLength: 20 * 1024 * 1024 }) : bytes;
      JSON.parse(content.toString('utf8'));
      return content.toString('utf8');
    } catch {
      // Another kind of file, or one that is broken: the next may be it.
    }
  }
  return null;
}
