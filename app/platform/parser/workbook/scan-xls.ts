import { CFB } from '@e965/xlsx';
import { type ReadLimits, ReadRefused } from '../limits';

/** The first bytes of the container in which Excel kept its files until 2007, and in which it keeps workbooks that a password protects. */
const container = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
export const isXls = (bytes: Uint8Array): boolean => container.every((byte, at) => bytes[at] === byte);

export type XlsKind = 'workbook' | 'protected' | 'other';

const filePass = 0x002f;
/** BLANK, NUMBER, LABEL, BOOLERR, FORMULA, LABELSST, RK: a cell each. */
const cellRecords = new Set([0x0201, 0x0203, 0x0204, 0x0205, 0x0006, 0x00fd, 0x027e]);
const manyValues = 0x00bd;
const manyBlanks = 0x00be;
const hyperlink = 0x01b8;
/** SHRFMLA, ARRAY, TABLE: a formula over a range whose columns are a byte each. */
const rangeRecords = new Set([0x04bc, 0x0221, 0x0236]);

/**
 * Goes through the records of an .xls (BIFF) and counts its cells before anything makes sheets of them; a range of links or of one formula counts as what
 * it would be expanded to. Runs in a reader process. @throws ReadRefused for what comes to more than the limits
 */
export function scanXls(bytes: Uint8Array, limits: Pick<ReadLimits, 'entries' | 'inflatedBytes' | 'cells'>): XlsKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let stream: Buffer;
  try {
    const opened = CFB.read(buffer, { type: 'buffer' });
    if (opened.FullPaths.length > limits.entries) throw new ReadRefused('too-many-entries');
    if (CFB.find(opened, '/EncryptedPackage')) return 'protected';
    const entry = CFB.find(opened, '/Workbook') ?? CFB.find(opened, '/Book');
    if (!entry) return 'other';
    stream = Buffer.from(entry.content as Uint8Array);
  } catch (error) {
    if (error instanceof ReadRefused) throw error;
    return 'other';
  }
  if (stream.length > limits.inflatedBytes) throw new ReadRefused('inflates');
  let cells = 0;
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    const body = stream.subarray(at + 4, at + 4 + length);
    if (type === filePass) return 'protected';
    cells += cellsOf(type, body);
    if (cells > limits.cells) throw new ReadRefused('too-many-cells');
    at += 4 + length;
  }
  return 'workbook';
}

function cellsOf(type: number, body: Buffer): number {
  if (cellRecords.has(type)) return 1;
  if (type === manyValues) return Math.max(0, Math.floor((body.length - 6) / 6));
  if (type === manyBlanks) return Math.max(0, Math.floor((body.length - 6) / 2));
  if (type === hyperlink && body.length >= 8)
    return span(body.readUInt16LE(0), body.readUInt16LE(2)) * span(body.readUInt16LE(4), body.readUInt16LE(6));
  if (rangeRecords.has(type) && body.length >= 6)
    return span(body.readUInt16LE(0), body.readUInt16LE(2)) * span(body.readUInt8(4), body.readUInt8(5));
  return 0;
}

const span = (first: number, last: number): number => Math.max(0, last - first + 1);
