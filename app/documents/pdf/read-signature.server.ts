import { appendSignatureField } from './append-signature.server';
import { byteRangeHole, type SignatureField, signatureBytes } from './signature-field.server';
import { type BytesVerified, verifyBytes } from './sign-bytes.server';

/** One signature: `covers` whether it covers every byte of its revision but itself. */
export type OneSignature = BytesVerified & { covers: boolean };
/**
 * What a signed file says: `none` without a signature. The first signature is the organization's; `further`: those of people, each in a revision of its own
 * behind it. `isValid`: all are, and nothing else was appended. `covers`: the last one covers the whole file. `signed`: the length of the file as the first
 * one signed it.
 */
export type SignatureRead = { kind: 'none' } | (OneSignature & { kind: 'found'; further: OneSignature[]; signed: number });

/** Reads and checks the signatures of a PDF that this product signed. */
export async function readSignature(document: Buffer): Promise<SignatureRead> {
  const text = document.toString('latin1');
  const ranges = [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/g)].map((found) => found.slice(1).map(Number));
  if (ranges.length === 0) return { kind: 'none' };
  const read: OneSignature[] = [];
  let before = 0;
  for (const [from = 0, length = 0, second = 0, rest = 0] of ranges) {
    const end = second + rest;
    const covers = from === 0 && end > before && end <= document.length && text[length] === '<' && text[second - 1] === '>';
    const isOwn = covers && (before === 0 || isAppendedByUs(document.subarray(0, end), before));
    const each = await readOne(document, { length, second, end, isWhole: isOwn });
    read.push({ ...each, isValid: each.isValid && isOwn, covers: isOwn });
    before = end;
  }
  const [first, ...further] = read;
  if (!first) return { kind: 'none' };
  const isWhole = before === document.length;
  const isValid = isWhole && read.every((each) => each.isValid);
  const [, , second = 0, rest = 0] = ranges[0] ?? [];
  return { kind: 'found', ...first, isValid, covers: isWhole && read.every(({ covers }) => covers), further, signed: second + rest };
}

async function readOne(
  document: Buffer,
  { length, second, end, isWhole }: { length: number; second: number; end: number; isWhole: boolean },
): Promise<BytesVerified> {
  const invalid = { isValid: false, fingerprint: null, name: null, issuer: null, timestamp: null };
  const hex = document.subarray(length + 1, second - 1).toString('latin1');
  if (!isWhole || !/^[0-9a-f]*$/i.test(hex)) return invalid;
  const given = Buffer.from(hex, 'hex');
  const der = derOf(given);
  // What the signature does not cover may contain zeros only.
  if (given.subarray(der.length).some((byte) => byte !== 0)) return invalid;
  return verifyBytes(Buffer.concat([document.subarray(0, length), document.subarray(second, end)]), der);
}

/** Whether a revision is, byte for byte, the one that adds a signature field to what is before it, whatever the signature. */
function isAppendedByUs(revision: Buffer, before: number): boolean {
  const added = revision.toString('latin1', before);
  const field = fieldIn(added);
  if (!field) return false;
  try {
    const expected = appendSignatureField(revision.subarray(0, before), field).bytes.toString('latin1', before);
    return withoutContents(expected) === withoutContents(added);
  } catch {
    return false;
  }
}

const withoutContents = (added: string): string => added.replace(/\/Contents <[0-9a-f]*>/i, (found) => `/Contents <${found.length}>`);

function fieldIn(added: string): SignatureField | null {
  const [name, reason] = [/\/Name <feff([0-9a-f]*)>/, /\/Reason <feff([0-9a-f]*)>/].map((pattern) => pattern.exec(added)?.[1]);
  const day = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(added);
  if (name === undefined || reason === undefined || !day) return null;
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = day.slice(1).map(Number);
  return { name: textOf(name), reason: textOf(reason), at: new Date(Date.UTC(year, month - 1, date, hour, minute, second)) };
}

const textOf = (hex: string): string => {
  const bytes = Buffer.from(hex, 'hex');
  return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : '';
};

/** The last signature of a file, in DER, and where it is written: a time stamp is added to it without a change to what is signed. */
export function lastSignature(document: Buffer): { cms: Buffer; start: number } | null {
  const text = document.toString('latin1');
  const range = [...text.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/g)].at(-1);
  const start = Number(range?.[1] ?? Number.NaN);
  if (!range || text.includes(byteRangeHole, start)) return null;
  const given = Buffer.from(text.slice(start + 1, start + 1 + signatureBytes * 2), 'hex');
  return { cms: derOf(given), start };
}

/** The CMS without the zeros behind it: its own length says where it ends. */
function derOf(bytes: Buffer): Buffer {
  const short = bytes[1] ?? 0;
  if (short < 0x80) return bytes.subarray(0, 2 + short);
  const count = short & 0x7f;
  return bytes.subarray(0, 2 + count + bytes.readUIntBE(2, Math.min(count, 6)));
}
