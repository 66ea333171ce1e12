import { inflateSync } from 'node:zlib';
import { NotReadable, PdfDictionary, PdfName, type PdfObject } from './pdf-value';

/** No part of a report of ours is larger than this. */
const mostBytes = 64 * 1024 * 1024;

/** The bytes of a stream as they were before it was compressed; as they lie in the file where they are compressed otherwise. @throws NotReadable */
export function inflateStream({ value, stream }: PdfObject): Buffer {
  if (!stream || !(value instanceof PdfDictionary)) return Buffer.alloc(0);
  const filter = value.entries.get('Filter');
  const [only, ...more] = Array.isArray(filter) ? filter : [filter];
  if (!(only instanceof PdfName) || only.name !== 'FlateDecode' || more.length > 0) return stream;
  const inflated = inflate(stream);
  const parameters = value.entries.get('DecodeParms');
  const given = Array.isArray(parameters) ? parameters[0] : parameters;
  if (!(given instanceof PdfDictionary) || Number(given.entries.get('Predictor') ?? 1) < 10) return inflated;
  return unpredict(inflated, Number(given.entries.get('Columns') ?? 1));
}

/** The same; what cannot be inflated as it lies in the file. */
export function inflatedOrRaw(object: PdfObject): Buffer {
  try {
    return inflateStream(object);
  } catch (error) {
    if (error instanceof NotReadable && object.stream) return object.stream;
    throw error;
  }
}

function inflate(stream: Buffer): Buffer {
  try {
    return inflateSync(stream, { maxOutputLength: mostBytes });
  } catch {
    throw new NotReadable('broken stream');
  }
}

/** Reverses the PNG row prediction that object tables are written with. */
function unpredict(bytes: Buffer, columns: number): Buffer {
  const rows = Math.floor(bytes.length / (columns + 1));
  if (!Number.isInteger(columns) || columns < 1) throw new NotReadable('no row');
  const plain = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column++) {
      const raw = bytes[row * (columns + 1) + 1 + column] ?? 0;
      const left = column > 0 ? (plain[row * columns + column - 1] ?? 0) : 0;
      const up = row > 0 ? (plain[(row - 1) * columns + column] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (plain[(row - 1) * columns + column - 1] ?? 0) : 0;
      plain[row * columns + column] = raw + ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0);
    }
  }
  return plain;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
