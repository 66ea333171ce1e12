import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  type SqlBool,
  sql as raw,
} from 'kysely';
import { z } from 'zod';
import { Prisma } from '../generated/client';
import type { Tables } from '../generated/tables';

/** Tables of accounts, keys and counters: only this module reads them, as with `TenantDb`. */
type AccountTable = 'Credential' | 'Session' | 'MagicLink' | 'EmailChange' | 'GuestKey' | 'NotificationKey' | 'RateLimit' | 'FormKey';

/** Tables that a query of an organization may name; of a person only the id and the name. */
export type TenantTables = Omit<Tables, AccountTable | 'User'> & { User: Pick<Tables['User'], 'id' | 'name'> };

/** Builds queries and never runs them: without a connection, every query goes through the transaction of the caller. */
export const query = new Kysely<TenantTables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** What can run a statement: a `TenantDb`, and in this module any client. */
export type Queryable = Pick<Prisma.TransactionClient, '$queryRaw'>;

/** The rows of a query that Kysely checked: their types are those of the tables (tables-as-read.db.test.ts proves it). */
export async function readRows<Row>(db: Queryable, statement: Compilable<Row>): Promise<Row[]> {
  return db.$queryRaw(asSql(statement));
}

/** The first row of a query that Kysely checked, or null. */
export async function readFirst<Row>(db: Queryable, statement: Compilable<Row>): Promise<Row | null> {
  return (await readRows(db, statement))[0] ?? null;
}

/** The rows of a statement, each parsed: for what Kysely cannot check, and for closed lists of words. */
export async function queryRows<Schema extends z.ZodType>(
  db: Queryable,
  schema: Schema,
  statement: Prisma.Sql | Compilable,
): Promise<z.output<Schema>[]> {
  return schema.array().parse(await db.$queryRaw(statement instanceof Prisma.Sql ? statement : asSql(statement)));
}

/** The first row of a statement, parsed, or null. */
export async function queryFirst<Schema extends z.ZodType>(
  db: Queryable,
  schema: Schema,
  statement: Prisma.Sql | Compilable,
): Promise<z.output<Schema> | null> {
  return (await queryRows(db, schema, statement))[0] ?? null;
}

/** A statement and what its rows are as JSON: days and instants are text. */
export type Question<Schema extends z.ZodType = z.ZodType> = { schema: Schema; statement: Prisma.Sql | Compilable };
type Answers<Questions extends Record<string, Question>> = { [Name in keyof Questions]: z.output<Questions[Name]['schema']>[] };

/** The rows of statements that need nothing of each other, by name, each parsed; all of them in one query, however many. */
export async function queryTogether<Questions extends Record<string, Question>>(
  db: Queryable,
  questions: Questions,
): Promise<Answers<Questions>> {
  const asked = Object.entries(questions);
  const columns = asked.map(
    ([name, { statement }]) =>
      Prisma.sql`(SELECT COALESCE(json_agg(r), '[]') FROM (${statement instanceof Prisma.Sql ? statement : asSql(statement)}) r) AS ${Prisma.raw(`"${name}"`)}`,
  );
  const answers = z.object(Object.fromEntries(asked.map(([name, { schema }]) => [name, schema.array()])));
  const [found] = z.tuple([answers]).parse(await db.$queryRaw(Prisma.sql`SELECT ${Prisma.join(columns)}`));
  return found as Answers<Questions>;
}

/** A query built by Kysely as part of a larger statement. Its placeholders are numbered in order and used once each, and no text is written into it. */
export function asSql(statement: Compilable): Prisma.Sql {
  const { sql, parameters } = statement.compile();
  const strings = sql.split(/\$\d+/);
  if (strings.length !== parameters.length + 1) throw new Error('A query names a placeholder in its text');
  return new Prisma.Sql(strings, parameters);
}

/** A condition written in SQL within a query built by Kysely. */
export function condition({ strings, values }: Prisma.Sql): RawBuilder<SqlBool> {
  return raw<SqlBool>(Object.assign([...strings], { raw: strings }), ...values);
}
