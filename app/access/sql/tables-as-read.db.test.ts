import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeListedSuppliers } from '../../../tests/factories/listed-suppliers';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { Prisma } from '../generated/client';
import { asSql, condition, query, queryRows, readRows } from './query.server';
import { anyId, asFloat, asText, countAll, currentOrganization, isPresent } from './expressions.server';

type Column = { name: string; type: string; isNullable: boolean };

/** The tables and the types of their columns as the generator declares them. */
function declaredTables(): Map<string, Column[]> {
  const text = readFileSync('app/access/generated/tables.ts', 'utf8');
  const tables = new Map<string, Column[]>();
  for (const [, table = '', body = ''] of text.matchAll(/^export type (\w+) = \{\n([\s\S]*?)^\};/gm)) {
    if (table === 'Tables') continue;
    const columns = [...body.matchAll(/^ {4}(\w+): (.*);$/gm)].map(([, name = '', written = '']) => {
      const type = written.replace(/^Generated<(.*)>$/, '$1');
      return { name, type: type.replace(/ \| null$/, ''), isNullable: type.endsWith(' | null') };
    });
    tables.set(table, columns);
  }
  return tables;
}

const isOf: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  bigint: (value) => typeof value === 'bigint',
  Timestamp: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  'Prisma.Decimal': (value) => Prisma.Decimal.isDecimal(value),
  'Prisma.JsonValue': (value) => JSON.stringify(value) === '{"a":[1,"b"]}',
  'string[]': (value) => Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string'),
  'bigint[]': (value) => Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'bigint'),
  'number[]': (value) => Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'number'),
};

/** A value of each type of the database. */
const samples: readonly [RegExp, unknown][] = [
  [/^uuid$/, '00000000-0000-4000-8000-000000000001'],
  [/^(text|character varying.*)$/, 'text'],
  [/^(integer|smallint|double precision|numeric.*)$/, 0.5],
  [/^bigint$/, '9007199254740993'],
  [/^boolean$/, true],
  [/^date$/, '2026-02-28'],
  [/^timestamp.*$/, '2026-02-28T12:00:00.123Z'],
  [/^jsonb?$/, { a: [1, 'b'] }],
  [/^text\[\]$/, ['a', 'b']],
  [/^uuid\[\]$/, ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']],
  [/^integer\[\]$/, [1, 2]],
  [/^bigint\[\]$/, ['9007199254740993', '2']],
];

const sampleOf = (type: string) => {
  const found = samples.find(([pattern]) => pattern.test(type));
  if (!found) throw new Error(`No sample of ${type}`);
  return type === 'integer' || type === 'smallint' ? 7 : found[1];
};

const columnSchema = z.object({ table: z.string(), name: z.string(), type: z.string(), isNullable: z.boolean() });

let member: MadeMember;
beforeAll(async () => {
  member = await makeMember();
});

describe('the tables as Kysely knows them', () => {
  it('declares each column with the type and the nullability that the adapter returns', async () => {
    const declared = declaredTables();
    expect(declared.size).toBeGreaterThan(100);
    await member.inOrganization(
      async (db) => {
        const found = await queryRows(
          db,
          columnSchema,
          Prisma.sql`
            SELECT c.relname::text AS "table", a.attname::text AS "name", format_type(a.atttypid, a.atttypmod) AS "type", NOT a.attnotnull AS "isNullable"
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relname = ANY(${[...declared.keys()]}::text[]) AND a.attnum > 0 AND NOT a.attisdropped`,
        );
        for (const [table, columns] of declared) {
          const own = found.filter((column) => column.table === table);
          expect(own.map(({ name }) => name).sort(), table).toEqual(columns.map(({ name }) => name).sort());
          const record = JSON.stringify(Object.fromEntries(own.map(({ name, type }) => [name, sampleOf(type)])));
          // A record of the table's own row type: every column has a value, and no row need exist.
          const name = new Prisma.Sql([`"${table}"`], []);
          const rows = Prisma.sql`(SELECT r.* FROM jsonb_populate_record(NULL::${name}, ${record}::jsonb) r)`;
          const [row] = await queryRows(db, z.record(z.string(), z.unknown()), Prisma.sql`SELECT * FROM ${rows} x`);
          for (const column of columns) {
            const value = row?.[column.name];
            expect(isOf[column.type]?.(value), `${table}.${column.name}: ${column.type}, read ${typeof value} ${String(value)}`).toBe(true);
            // Prisma declares no list NOT NULL and writes an empty one.
            const isNullable = own.find((each) => each.name === column.name)?.isNullable;
            if (!column.type.endsWith('[]')) expect(isNullable, `${table}.${column.name} may be null`).toBe(column.isNullable);
          }
        }
      },
      { timeoutMs: 60_000 },
    );
  });

  it('declares each expression with the type that the adapter returns', async () => {
    await makeListedSuppliers(member, 3);
    const rows = await member.inOrganization((db) =>
      readRows(
        db,
        query
          .selectFrom('Supplier as s')
          .innerJoin('Party as p', (join) => join.onRef('p.organizationId', '=', 's.organizationId').onRef('p.id', '=', 's.partyId'))
          .where(condition(Prisma.sql`s."nameKey" <> ${'$1'} AND length(s."nameKey") > ${2}`))
          .where('s.archivedAt', 'is', null)
          .orderBy('s.score', (order) => order.desc().nullsLast())
          .select((eb) => [
            'p.name',
            asFloat(eb.ref('s.score')).as('score'),
            asText(eb.ref('p.createdAt')).as('at'),
            isPresent(eb.ref('s.band')).as('isScored'),
            eb.selectFrom('Supplier as o').select(countAll().as('n')).as('all'),
          ])
          .limit(2),
      ),
    );
    // Without the casts these lines would not compile, nor would a column that does not exist.
    const scores: (number | null)[] = rows.map(({ score }) => score);
    const times: string[] = rows.map(({ at }) => at);
    expect(scores).toEqual([26, 13]);
    expect(times.every((at) => at.startsWith('20'))).toBe(true);
    expect(rows.map(({ isScored, all }) => [isScored, all])).toEqual([
      [true, 3],
      [true, 3],
    ]);
  });

  it('sends values as parameters, and reads only the organization of the transaction', async () => {
    const other = await makeMember();
    await makeListedSuppliers(other, 1);
    const ids = await other.inOrganization((db) => readRows(db, query.selectFrom('Supplier').select('partyId as id')));
    const statement = query
      .selectFrom('Supplier')
      .select('partyId')
      .where('partyId', '=', anyId(ids.map(({ id }) => id)));
    expect(asSql(statement).values).toEqual([ids.map(({ id }) => id)]);
    expect(await other.inOrganization((db) => readRows(db, statement))).toHaveLength(1);
    expect(await member.inOrganization((db) => readRows(db, statement))).toEqual([]);
    const own = query.selectFrom('Organization').select('id').where('id', '=', currentOrganization());
    expect(await member.inOrganization((db) => readRows(db, own))).toEqual([{ id: member.organization.id }]);
  });

  it('rejects a row that its schema does not describe', async () => {
    const statement = Prisma.sql`SELECT 'x' AS "name"`;
    const schema = z.object({ name: z.enum(['y']) });
    await expect(member.inOrganization((db) => queryRows(db, schema, statement))).rejects.toThrow(/invalid_value/);
  });
});
