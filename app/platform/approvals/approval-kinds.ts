import { evidenceGradeSchema, overrideCodes } from '#scoring';
import { z } from 'zod';

export const approvalStates = ['open', 'approved', 'rejected', 'withdrawn', 'expired', 'revoked'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** The columns of `Approval` that name a subject. */
export type Subject = 'partyId' | 'actionId' | 'covenantId' | 'breachId' | 'caseId' | 'checkId' | 'auditId';

/** On whose behalf a person proposes: the organization's own, or of a site that findings were shared with. */
export type Proposer = 'member' | 'site';

type Definition = {
  /** The column that names the subject; the database requires it and refuses every other one. */
  subject: Subject;
  payload: z.ZodType;
  /** Who proposes beside members: people at a site that the subject was shared with, who have no account and never decide or withdraw. */
  proposers: readonly Proposer[];
  /** Why an approval may have become impossible since it was proposed: the kind's handler says which. */
  obstacles: readonly string[];
  /** Whether a rejection must give its reason. */
  explainsRejection: boolean;
  /** How a proposal may end. */
  ends: readonly Exclude<ApprovalState, 'open'>[];
};

/** Every kind of decision that takes two people. CHECKs and policies of `Approval` in prisma/sql name the same kinds. */
export const approvalKinds = {
  /** Waives a critical override of a supplier. `item`: the key of the override, as the result of a score shows it. */
  'override-waiver': {
    subject: 'partyId',
    payload: z.object({ code: z.enum(overrideCodes), evidence: evidenceGradeSchema, shownBy: z.string() }),
    proposers: ['member'],
    obstacles: [],
    explainsRejection: false,
    ends: ['approved', 'rejected', 'withdrawn'],
  },
  /** Gives a corrective action more time. */
  'due-date-extension': {
    subject: 'actionId',
    payload: z.object({ oldDueOn: z.iso.date(), newDueOn: z.iso.date() }),
    proposers: ['member', 'site'],
    obstacles: [],
    explainsRejection: true,
    ends: ['approved', 'rejected', 'withdrawn'],
  },
  /** Deletes a covenant that was never tested. */
  'covenant-deletion': {
    subject: 'covenantId',
    payload: z.object({}),
    proposers: ['member'],
    obstacles: ['was-tested'],
    explainsRejection: true,
    ends: ['approved', 'rejected'],
  },
  /** Ends a covenant that no result has answered. */
  'covenant-end': {
    subject: 'covenantId',
    payload: z.object({ endedOn: z.iso.date() }),
    proposers: ['member'],
    obstacles: ['has-ended', 'end-future', 'breach-open'],
    explainsRejection: true,
    ends: ['approved', 'rejected'],
  },
  /** Closes a breach as remedied; the reason says what was seen of the remedy. */
  'breach-remedy': {
    subject: 'breachId',
    payload: z.object({}),
    proposers: ['member'],
    obstacles: ['no-such-breach-step'],
    explainsRejection: true,
    ends: ['approved', 'rejected'],
  },
  /** Waives a covenant from the day of the approval through `untilOn`; expires after that day. */
  'covenant-waiver': {
    subject: 'covenantId',
    payload: z.object({ untilOn: z.iso.date() }),
    proposers: ['member'],
    obstacles: ['has-ended'],
    explainsRejection: true,
    ends: ['approved', 'rejected', 'expired'],
  },
  /** Restricts or ends the work with a labour recruiter, whose right of reply comes first. `entryId`: the entry of the recruiter's record. */
  'recruiter-status': {
    subject: 'partyId',
    payload: z.object({ entryId: z.uuid(), status: z.string(), reasonCode: z.string(), replyDueOn: z.iso.date().nullable() }),
    proposers: ['member'],
    obstacles: ['too-early'],
    explainsRejection: true,
    ends: ['approved', 'rejected', 'withdrawn'],
  },
  /** Accepts a consultant as independent, on the recorded facts; expires when a later record replaces them. */
  'consultant-independence': {
    subject: 'checkId',
    payload: z.object({}),
    proposers: ['member'],
    obstacles: [],
    explainsRejection: true,
    ends: ['approved', 'rejected', 'expired'],
  },
  /** Accepts a point that stops the conclusion of an audit. `item`: the point; `fingerprint` of what it found. Revocable until the report is issued. */
  'audit-gate-point': {
    subject: 'auditId',
    payload: z.object({ fingerprint: z.string() }),
    proposers: ['member'],
    obstacles: ['point-changed', 'audit-ended'],
    explainsRejection: true,
    ends: ['approved', 'rejected', 'withdrawn', 'revoked'],
  },
  /** Accepts a point that stops the verification of a corrective action. */
  'verification-gate-point': {
    subject: 'actionId',
    payload: z.object({ fingerprint: z.string() }),
    proposers: ['member'],
    obstacles: ['point-changed'],
    explainsRejection: true,
    ends: ['approved', 'rejected', 'withdrawn', 'revoked'],
  },
  /** A decision on a sensitive case. `item`: its kind. Its texts are sealed in the log of the case, and only assigned people see the row. */
  'sensitive-case-decision': {
    subject: 'caseId',
    payload: z.object({}),
    proposers: ['member'],
    obstacles: [
      'erased',
      'closed',
      'not-closed',
      'decision-missing',
      'outcome-missing',
      'steps-first',
      'authorities-first',
      'harm-first',
      'harm-high',
      'already-released',
      'person-missing',
      'person-assigned',
      'person-unassigned',
      'two-at-least',
      'already-held',
      'not-held',
    ],
    explainsRejection: false,
    ends: ['approved', 'rejected', 'withdrawn'],
  },
} as const satisfies Record<string, Definition>;

export type ApprovalKind = keyof typeof approvalKinds;
export type Payload<Kind extends ApprovalKind> = z.output<(typeof approvalKinds)[Kind]['payload']>;
/** How a proposal of the kind may end. */
export type FinalState<Kind extends ApprovalKind> = (typeof approvalKinds)[Kind]['ends'][number];
/** The kinds whose proposer may withdraw. */
export type WithdrawableKind = { [Kind in ApprovalKind]: 'withdrawn' extends FinalState<Kind> ? Kind : never }[ApprovalKind];
/** The kinds whose approval may be revoked. */
export type RevocableKind = { [Kind in ApprovalKind]: 'revoked' extends FinalState<Kind> ? Kind : never }[ApprovalKind];
/** The kinds whose proposals expire. */
export type ExpiringKind = { [Kind in ApprovalKind]: 'expired' extends FinalState<Kind> ? Kind : never }[ApprovalKind];
/** On whose behalf a person may propose the kind. */
export type ProposerOf<Kind extends ApprovalKind> = (typeof approvalKinds)[Kind]['proposers'][number];
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
  proposer: Proposer;
  /** A user, or the device with which a site writes. */
  proposedById: string;
  proposedAt: Date;
  expiresAt: Date | null;
  state: ApprovalState;
  decidedById: string | null;
  decidedAt: Date | null;
  decisionNote: string;
};
