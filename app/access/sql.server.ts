import { Prisma } from './generated/client';

/** A part of a statement with its parameters, for queries that share it. Modules have no other access to the Prisma client. */
export const sql = Prisma.sql;
/** Parts of a statement one after another. */
export const join = (parts: readonly Prisma.Sql[]): Prisma.Sql => Prisma.join([...parts], ' ');
/** Parts of a statement with a separator between them: a comma, AND, OR. */
export const joinBy = (parts: readonly Prisma.Sql[], separator: string): Prisma.Sql => Prisma.join([...parts], separator);
/** The name of a table or a column that is not known when the statement is written, quoted. */
export const identifier = (name: string): Prisma.Sql => Prisma.raw(`"${name.replaceAll('"', '""')}"`);
export const noSql = Prisma.empty;
export type Sql = Prisma.Sql;
