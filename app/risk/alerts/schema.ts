import { type AlertKind, evidenceGrades } from '#scoring';
import { z } from 'zod';

export const alertDecisions = ['confirm', 'dismiss', 'reopen'] as const;
export type AlertDecision = (typeof alertDecisions)[number];

/** Kinds whose confirmation raises O4: an authority has found enough to ban or to presume. The others are part of the score already, or a mark beside it. */
const overriding: ReadonlySet<AlertKind> = new Set<AlertKind>(['presumed-region', 'listed-entity', 'import-order']);
export const raisesOverride = (kind: AlertKind): boolean => overriding.has(kind);

/** A decision as its form sends it: its reason is a sentence, not a single word. */
export const decisionSchema = z.object({
  decision: z.enum(alertDecisions),
  reason: z.string().trim().min(10).max(2000),
  evidence: z.enum(evidenceGrades).default('none'),
  /** Where the form was shown: the alert's own page, or its supplier's. */
  from: z.enum(['alert', 'supplier']).default('alert'),
});
