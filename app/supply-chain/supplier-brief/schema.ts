import { bandSchema, bases, findingGradeSchema, magnitudes } from '#scoring';
import { z } from 'zod';
import { memberLocales } from '~/locales/member-locales';
import { actionKinds } from '~/findings/corrective-actions/action-lists';

/** The most of each list that one page has room for. */
export const mostShown = { asks: 6, alerts: 3, drivers: 3, unknowns: 3, findings: 3, actions: 3 } as const;

const day = z.iso.date();
const count = z.int().min(0);
/** A list that is cut: `total` counts all of it. */
const cut = <Row extends z.ZodType>(row: Row, most: number) =>
  z
    .strictObject({ total: count, shown: z.array(row).max(most) })
    .refine(({ total, shown }) => shown.length === Math.min(most, total), { error: 'a list and its total do not agree' });

/** Workers of the supplier: one to four are never a number. */
const workersSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exact'), count: count.refine((value) => value === 0 || value >= 5) }),
  z.strictObject({ kind: z.literal('under-5') }),
  z.strictObject({ kind: z.literal('unknown') }),
]);

/** What a brief prints, with its sentences in the reader's language. It is drawn when it is asked for, and stored nowhere. */
export const supplierBriefSchema = z.strictObject({
  kind: z.literal('supplier-brief'),
  locale: z.enum(memberLocales),
  preparedAt: z.iso.datetime(),
  asOf: day,
  organization: z.strictObject({ name: z.string() }),
  preparedBy: z.string(),
  /** `about`: place, sector, tier and products, as far as known. */
  supplier: z.strictObject({ name: z.string(), publicId: z.string(), about: z.array(z.string()) }),
  verdict: z.string().min(1),
  meaning: z.string().nullable(),
  score: z
    .strictObject({
      score: z.number(),
      low: z.number(),
      high: z.number(),
      band: bandSchema,
      basis: z.enum(bases).nullable(),
      scoredOn: day.nullable(),
      method: z.string().nullable(),
    })
    .nullable(),
  workers: workersSchema,
  concerned: z.enum(magnitudes).nullable(),
  alerts: cut(z.strictObject({ title: z.string(), source: z.string(), state: z.string() }), mostShown.alerts),
  drivers: z.array(z.strictObject({ name: z.string(), points: z.number(), odds: z.string() })).max(mostShown.drivers),
  /** `change`: what it could do to the score; null for a fact without which there is no score. */
  unknowns: z.array(z.strictObject({ fact: z.string(), change: z.string().nullable(), how: z.string() })).max(mostShown.unknowns),
  findings: z.strictObject({
    critical: count,
    list: cut(z.strictObject({ title: z.string(), grade: findingGradeSchema, openedOn: day }), mostShown.findings),
  }),
  /** Unverified actions by number, and those overdue. */
  actions: z.strictObject({
    open: count,
    overdue: cut(z.strictObject({ title: z.string(), kind: z.enum(actionKinds), dueOn: day }), mostShown.actions),
  }),
  asks: cut(z.string().min(1), mostShown.asks),
  /** Questions about this can put workers at risk: the page says so. */
  isDangerousToAsk: z.boolean(),
  contact: z.strictObject({ email: z.string(), isWrong: z.boolean() }).nullable(),
  owner: z.string().nullable(),
});
export type SupplierBrief = z.infer<typeof supplierBriefSchema>;

/** A list as a brief prints it: its beginning, and how many there are. */
export const cutTo = <Row>(rows: readonly Row[], most: number): { total: number; shown: Row[] } => ({
  total: rows.length,
  shown: rows.slice(0, most),
});
