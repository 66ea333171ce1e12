import { evidenceGradeSchema, overrideCodes } from '#scoring';
import { z } from 'zod';

export const approvalStates = ['open', 'approved', 'rejected', 'withdrawn', 'expired'] as const;
export type ApprovalState = (typeof approvalStates)[number];

type Definition = {
  /** The column that names the subject; the database requires it and refuses every other one. */
  subject: 'partyId';
  payload: z.ZodType;
  /** Why an approval may have become impossible since it was proposed: the kind's handler says which. */
  obstacles: readonly string[];
  /** Whether a rejection must give its reason. */
  explainsRejection: boolean;
  /** Whether a proposal lapses if it is not decided in time. */
  expires: boolean;
};

/** Every kind of decision that takes two people. CHECKs and policies of `Approval` in prisma/sql name the same kinds. */
export const approvalKinds = {
  /** Waives a critical override of a supplier. `item`: the key of the override, as the result of a score shows it. */
  'override-waiver': {
    subject: 'partyId',
    payload: z.object({ code: z.enum(overrideCodes), evidence: evidenceGradeSchema, shownBy: z.string() }),
    obstacles: [],
    explainsRejection: false,
    expires: false,
  },
} as const satisfies Record<string, Definition>;

export type ApprovalKind = keyof typeof approvalKinds;
export type Payload<Kind extends ApprovalKind> = z.output<(typeof approvalKinds)[Kind]['payload']>;
/** How a proposal of the kind may end. */
export type FinalState<Kind extends ApprovalKind> =
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | ((typeof approvalKinds)[Kind]['expires'] extends true ? 'expired' : never);
export type Obstacle<Kind extends ApprovalKind> = (typeof approvalKinds)[Kind]['obstacles'][number];

/** A proposal with what was decided on it. */
export type Approval<Kind extends ApprovalKind> = {
  id: string;
  kind: Kind;
  subjectId: string;
  /** The part of the subject that is decided on, where it has several; else empty. */
  item: string;
  payload: Payload<Kind>;
  reason: string;
  proposedById: string;
  proposedAt: Date;
  expiresAt: Date | null;
  state: ApprovalState;
  decidedById: string | null;
  decidedAt: Date | null;
  decisionNote: string;
};
