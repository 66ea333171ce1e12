import { z } from 'zod';
import { findingGrades } from '#scoring';
import { actionKinds, timescales, verifications } from '~/findings/corrective-actions/action-lists';

const text = (most: number) => z.string().trim().max(most);
const agreed = {
  /** What the finding was held against: law, code or question. */
  requirement: text(1000),
  /** What was found, in words that identify no worker. */
  what: text(2000),
  action: text(2000),
  kind: z.enum(actionKinds),
  /** A function at the site. */
  responsible: text(200),
  timescale: z.enum(timescales),
  verification: z.enum(verifications),
  /** What the site's representative says of it. */
  remark: text(2000),
};
export const siteAnswers = ['agrees', 'disagrees'] as const;

/** What the closing meeting agrees on one finding. `isShown`: whether management may see the finding; null: not decided, and it is not shown. */
export const planLineSchema = z.strictObject({ ...agreed, isShown: z.boolean().nullable(), site: z.enum(siteAnswers).nullable() });
export type PlanLine = z.output<typeof planLineSchema>;

const planRowSchema = z.strictObject({
  ...agreed,
  finding: z.uuid(),
  no: z.int().min(1),
  grade: z.enum(findingGrades),
  dueOn: z.iso.date(),
  site: z.enum(siteAnswers),
});
export type PlanRow = z.output<typeof planRowSchema>;

/** A corrective action plan as it is shown in the closing meeting. Its RFC 8785 form is what the site's representative signs. */
export const closingPlanSchema = z.strictObject({
  format: z.literal('closing-plan/1'),
  /** Counts the plans that were signed for this audit. */
  version: z.int().min(1).max(1000),
  locale: text(12),
  audit: z.strictObject({ id: z.uuid(), number: text(64), startsOn: z.iso.date(), endsOn: z.iso.date() }),
  supplier: text(400),
  site: text(400).nullable(),
  agreedOn: z.iso.date(),
  rows: z.array(planRowSchema).max(500),
});
export type ClosingPlan = z.output<typeof closingPlanSchema>;

/** Strokes of a pen, in thousandths of the field's width; none where it was signed on the printed plan. `by`: a function, or a member of the team. */
const drawnSchema = z.strictObject({
  by: text(200).min(1),
  ratio: z.number().min(1).max(10),
  strokes: z.array(z.array(z.number().int().min(-100).max(11_000)).max(4000)).max(400),
});
export type Drawn = z.output<typeof drawnSchema>;

/** A plan as it was shown, its hash, and the signatures bound to it. Never changed: a plan that changes is signed again, as the next version. */
export const signedPlanSchema = z.strictObject({
  plan: closingPlanSchema,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  site: drawnSchema,
  auditor: drawnSchema,
  /** By the clock of the device. */
  signedAt: z.iso.datetime(),
});
export type SignedPlan = z.output<typeof signedPlanSchema>;
