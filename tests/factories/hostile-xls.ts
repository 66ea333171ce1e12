import { CFB, utils, write } from '@e965/xlsx';

/** A survey of one question, as a workbook from before 2007. */
function plainXls(): Buffer {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([
    ['type', 'name', 'label'],
    ['text', 'a', 'A'],
  ]);
  utils.book_append_sheet(book, sheet, 'survey');
  return write(book, { type: 'buffer', bookType: 'biff8' });
}

/** The same with records put before the end of its sheet. */
function withRecords(records: readonly Buffer[]): Buffer {
  const opened = CFB.read(plainXls(), { type: 'buffer' });
  const stream = Buffer.from((CFB.find(opened, '/Workbook')?.content ?? []) as Uint8Array);
  const end = stream.lastIndexOf(Buffer.from([0x0a, 0x00, 0x00, 0x00]));
  CFB.utils.cfb_add(opened, '/Workbook', Buffer.concat([stream.subarray(0, end), ...records, stream.subarray(end)]));
  return CFB.write(opened, { type: 'buffer' }) as Buffer;
}

/** A number in the last cell of a sheet. */
export function farCellXls(): Buffer {
  const body = Buffer.alloc(14);
  body.writeUInt16LE(65_535, 0);
  body.writeUInt16LE(255, 2);
  body.writeDoubleLE(7, 6);
  return withRecords([record(0x0203, body)]);
}

function record(type: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

/** A link on each of the 16.7 million cells of a sheet, in one record. */
export function linkedXls(): Buffer {
  const body = Buffer.alloc(32);
  body.writeUInt16LE(65_535, 2);
  body.writeUInt16LE(255, 6);
  return withRecords([record(0x01b8, body)]);
}

/** Rows of 256 blank cells: 520 bytes each. */
export function blanksXls(rows: number): Buffer {
  return withRecords(
    Array.from({ length: rows }, (_, row) => {
      const body = Buffer.alloc(6 + 2 * 256);
      body.writeUInt16LE(row + 4, 0);
      body.writeUInt16LE(255, 6 + 2 * 256 - 2);
      return record(0x00be, body);
    }),
  );
}

/** A workbook with a password. */
export const protectedXls = (): Buffer => withRecords([record(0x002f, Buffer.alloc(6))]);

/** A container whose chain of sectors returns to its beginning. */
export function circularXls(): Buffer {
  const bytes = plainXls();
  const table = (bytes.readUInt32LE(76) + 1) * 512;
  for (let at = 0; at < 128; at += 1) if (bytes.readUInt32LE(table + 4 * at) < 0xfffffffa) bytes.writeUInt32LE(0, table + 4 * at);
  return bytes;
}
