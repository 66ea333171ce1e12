import { Prisma } from './generated/client';

/** A part of a statement with its parameters, to stand in a `$queryRaw` that several share; modules have no other access to the Prisma client. */
export const sql = Prisma.sql;
/** Parts of a statement one after another. */
export const join = (parts: readonly Prisma.Sql[]): Prisma.Sql => Prisma.join([...parts], ' ');
export const noSql = Prisma.empty;
export type Sql = Prisma.Sql;
