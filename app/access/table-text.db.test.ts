import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMember } from '../../tests/factories/member';
import { rowsOf, type TableField, tableText } from './table-text.server';

/** A text as PostgreSQL stores it: without zero characters, and with spaces for the two separators of fields and rows. */
const held = (text: string) => text.replace(/\p{Cc}/gu, (sign) => (['\u0000', '\u001e', '\u001f'].includes(sign) ? ' ' : sign));

describe('a table as one text', () => {
  it('is read by PostgreSQL as it was written, whatever signs its texts hold', async () => {
    const member = await makeMember();
    const text = fc.oneof(fc.string({ unit: 'binary-ascii' }), fc.string({ unit: 'grapheme' }));
    const row = fc.tuple(
      text,
      fc.option(fc.integer()),
      fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(text, fc.integer(), fc.constant(null))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const found = await member.inOrganization(
          (db) => db.$queryRaw<{ a: string[]; isObject: boolean }[]>`
            SELECT a, jsonb_typeof(a[3]::jsonb) = 'object' AS "isObject" FROM ${rowsOf(tableText(rows as TableField[][]))}`,
        );
        expect(found.map(({ a }) => [a[0], a[1]])).toEqual(rows.map(([name, count]) => [held(name), count === null ? '' : String(count)]));
        expect(found.every(({ isObject }) => isObject)).toBe(true);
        const back = found.map(({ a }) => JSON.parse(a[2] ?? ''));
        const without = (value: object) => JSON.parse(JSON.stringify(value).replace(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1'));
        expect(back).toEqual(rows.map(([, , value]) => without(value)));
      }),
    );
  });
});
