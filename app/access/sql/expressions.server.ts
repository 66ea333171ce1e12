import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Prisma } from '../generated/client';

type Number<Value> = null extends Value ? number | null : number;
type Text<Value> = null extends Value ? string | null : string;

/** A decimal as a number. */
export const asFloat = <Value extends Prisma.Decimal | number | null>(value: Expression<Value>): RawBuilder<Number<Value>> =>
  sql`${value}::float8`;
/** A count or a sum, which PostgreSQL answers as bigint or numeric, as an integer. */
export const asInteger = <Value extends Prisma.Decimal | bigint | number | string | null>(
  value: Expression<Value>,
): RawBuilder<Number<Value>> => sql`${value}::int`;
/** A date or an instant as PostgreSQL writes it; a date in ISO. */
export const asText = <Value extends Date | string | null>(value: Expression<Value>): RawBuilder<Text<Value>> => sql`${value}::text`;

export const countAll = (): RawBuilder<number> => sql`count(*)::int`;
export const lengthOf = (text: Expression<string>): RawBuilder<number> => sql`length(${text})`;
export const isPresent = (value: Expression<unknown>): RawBuilder<boolean> => sql`(${value} IS NOT NULL)`;

/** Values as one array parameter: the statement is the same however many there are. */
export const anyId = (ids: readonly string[]): RawBuilder<string> => sql`ANY(${[...ids]}::uuid[])`;
export const anyText = (texts: readonly string[]): RawBuilder<string> => sql`ANY(${[...texts]}::text[])`;
export const anyInteger = (numbers: readonly number[]): RawBuilder<number> => sql`ANY(${[...numbers]}::int[])`;
/** A day written in ISO. */
export const onDay = (day: string): RawBuilder<Date> => sql`${day}::date`;
/** The organization whose transaction this is; null in none. */
export const currentOrganization = (): RawBuilder<string> => sql`NULLIF(current_setting('app.organization_id'::text, true), '')::uuid`;
