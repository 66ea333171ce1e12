import { z } from 'zod';
import { entryValues } from '~/audits/entries/entries';
import { type Field, fieldsOf, mayRepeat, type SampleKind } from './columns';
import { dayOrders } from './read-time';
import type { StagedColumn, StagedTable } from './staged-table';

const optionalNumber = (least: number, most: number) => z.number().min(least).max(most).nullable();

/** What a person confirmed of a file: the field of each column, and what the file does not say. Kept with the file's hash. */
export const choicesSchema = z.strictObject({
  fields: z.record(z.string().regex(/^[A-Z]{1,3}$/), z.string().max(40)),
  order: z.enum(dayOrders),
  /** The month of a sheet whose columns are days. */
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .nullable(),
  /** 0: Sunday, 1: Monday, 6: Saturday. */
  weekStart: z.union([z.literal(0), z.literal(1), z.literal(6)]),
  /** Hours of a week beyond which hours are overtime, where the file does not divide them. */
  ordinaryHours: z.number().min(1).max(84),
  source: entryValues.hours.shape.source,
  /** The most workers that become samples; the choice among them is random and the same for every file of the audit. */
  workers: z.int().min(1).max(2000).nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  /** Major units of the currency. */
  minimumHourly: optionalNumber(0, 1_000_000_000),
  overtimeFactor: optionalNumber(1, 5),
  /** Of gross pay, between 0 and 1. */
  deductionLimit: optionalNumber(0, 1),
});
export type Choices = z.output<typeof choicesSchema>;

/** The columns whose cells were kept, in the order of the cells of a row. */
export const keptColumns = ({ columns }: StagedTable): StagedColumn[] =>
  columns.filter(({ field, dropped }) => dropped === null && field !== 'code') as StagedColumn[];

/** The fields of the kept columns as chosen: an unknown field, or one chosen twice, is none. Columns of days keep their day. */
export function chosenFields(table: StagedTable, { fields }: Choices, kind: SampleKind): (Field | null)[] {
  const known = fieldsOf(kind);
  const taken = new Set<Field>();
  return keptColumns(table).map(({ letter, field }) => {
    const given = fields[letter];
    const chosen = given === undefined ? field : given === field ? field : (known.find((each) => each === given) ?? null);
    if (chosen === null || (taken.has(chosen) && !mayRepeat(chosen))) return null;
    taken.add(chosen);
    return chosen;
  });
}
