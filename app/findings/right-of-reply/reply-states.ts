/** A supplier's reply to a finding. */
export const replyKinds = ['dispute', 'comment', 'accept'] as const;
export type ReplyKind = (typeof replyKinds)[number];

/** The answer of the finding's recorder to the reply. */
export const replyVerdicts = ['upheld', 'changed', 'withdrawn'] as const;
export type ReplyVerdict = (typeof replyVerdicts)[number];

/** What the forms of the right of reply ask. */
export const replyIntents: ReadonlySet<unknown> = new Set(['send-for-comment', 'record-reply', 'answer-reply']);

/** The status of a right of reply: sent, late (no reply by the deadline, which closes nothing), replied, answered. */
export type ReplyState = 'sent' | 'late' | 'replied' | 'answered';

/** Days as ISO dates. A reply that comes late is a reply. */
export function replyState(reply: { dueOn: string; repliedOn: string | null; verdict: string | null }, today: string): ReplyState {
  if (reply.verdict !== null) return 'answered';
  if (reply.repliedOn !== null) return 'replied';
  return today > reply.dueOn ? 'late' : 'sent';
}
