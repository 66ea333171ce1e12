import { inflateSync } from 'node:zlib';

/** An object as this product writes it. `head`: its value without the length and the signature in it; `body`: of a stream, its bytes before they were compressed. */
export type OwnObject = { id: number; head: string; body: Buffer | null };
export type OwnLayout = { objects: OwnObject[]; trailer: string };

const opening = '%PDF-1.7\n%\xff\xff\xff\xff\n';
const mostBytes = 64 * 1024 * 1024;

/**
 * Reads a file that is laid out as this product lays out its own, byte for byte but for how streams are compressed: objects one behind the other, one table
 * that says where each begins, one trailer, nothing before, between or after. Null for any other file. In such a file no program can find another object,
 * another page or another revision than this function does, so that two that give the same are read the same by everybody.
 */
export function readOwnLayout(bytes: Buffer): OwnLayout | null {
  const text = bytes.toString('latin1');
  if (!text.startsWith(opening)) return null;
  const objects: OwnObject[] = [];
  const offsets = new Map<number, number>();
  let at = opening.length;
  while (!text.startsWith('xref\n', at)) {
    const read = readObject(text, bytes, at);
    if (!read || offsets.has(read.object.id)) return null;
    offsets.set(read.object.id, at);
    objects.push(read.object);
    at = read.end;
  }
  const rows = Array.from({ length: objects.length }, (_, index) => `${String(offsets.get(index + 1)).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n`;
  if (!text.startsWith(table, at)) return null;
  const closing = `\nstartxref\n${at}\n%%EOF\n`;
  const trailer = text.slice(at + table.length, text.length - closing.length);
  return text.endsWith(closing) && !trailer.includes('startxref') ? { objects, trailer } : null;
}

function readObject(text: string, bytes: Buffer, at: number): { object: OwnObject; end: number } | null {
  const numbered = /(\d{1,10}) 0 obj\n/y;
  numbered.lastIndex = at;
  const id = Number(numbered.exec(text)?.[1] ?? 0);
  if (id === 0) return null;
  const start = numbered.lastIndex;
  const close = text.indexOf('\nendobj\n', start);
  if (close < 0) return null;
  const stream = text.slice(start, close).indexOf('\nstream\n');
  if (stream < 0) return { object: { id, head: withoutSignature(text.slice(start, close)), body: null }, end: close + '\nendobj\n'.length };
  const head = text.slice(start, start + stream);
  const lengths = [...head.matchAll(/\/Length (\d{1,10})(?=[\n> ])/g)];
  const length = Number(lengths[0]?.[1]);
  const from = start + stream + '\nstream\n'.length;
  if (lengths.length !== 1 || !text.startsWith('\nendstream\nendobj\n', from + length)) return null;
  const body = plain(head, bytes.subarray(from, from + length));
  if (!body) return null;
  return {
    object: { id, head: head.replace(/\/Length \d+(?=[\n> ])/, '/Length'), body },
    end: from + length + '\nendstream\nendobj\n'.length,
  };
}

function plain(head: string, stream: Buffer): Buffer | null {
  if (!head.includes('/Filter /FlateDecode')) return stream;
  try {
    return inflateSync(stream, { maxOutputLength: mostBytes });
  } catch {
    return null;
  }
}

/** What a signature covers and the signature itself are checked by `read-signature`; their position is part of the layout. */
function withoutSignature(head: string): string {
  return head.replace(/\/ByteRange \[[^\]]*\] *\n\/Contents <[0-9a-f]*>/, '/ByteRange /Contents');
}

/** Whether two files have the same content, object by object. */
export function isSameLayout(one: OwnLayout, other: OwnLayout): boolean {
  return (
    one.trailer === other.trailer &&
    one.objects.length === other.objects.length &&
    one.objects.every((object, index) => {
      const beside = other.objects[index];
      if (object.id !== beside?.id || object.head !== beside.head) return false;
      return object.body === null || beside.body === null ? object.body === beside.body : object.body.equals(beside.body);
    })
  );
}
