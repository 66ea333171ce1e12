export const commentKinds = ['record', 'question', 'finding'] as const;
export type CommentKind = (typeof commentKinds)[number];

/** *open*; *done*: the team answered it for good; *withdrawn* by a reviewer. */
export type CommentState = 'open' | 'done' | 'withdrawn';

/** A reviewer's comment with the team's reply. `isGone`: the entry is in the record no more; what was replied then stays with the team. */
export type ReviewComment = {
  id: string;
  kind: CommentKind;
  about: string | null;
  text: string;
  byId: string;
  by: string | null;
  at: string;
  state: CommentState;
  isGone: boolean;
  reply: { text: string; by: string | null; at: string } | null;
};

/** Whether the team has not answered it. */
export const isUnanswered = ({ state, reply, isGone }: Pick<ReviewComment, 'state' | 'reply' | 'isGone'>): boolean =>
  state === 'open' && reply === null && !isGone;

/** Comments that are not withdrawn, and how many of them the team answered for good. */
export function progressOf(comments: readonly Pick<ReviewComment, 'state'>[]): { all: number; done: number } {
  const kept = comments.filter(({ state }) => state !== 'withdrawn');
  return { all: kept.length, done: kept.filter(({ state }) => state === 'done').length };
}
