import { m } from '~/paraglide/messages';
import type { CommentState } from './comments';

const states = {
  open: m.audit_review_state_open,
  done: m.audit_review_state_done,
  withdrawn: m.audit_review_state_withdrawn,
} satisfies Record<CommentState, () => string>;
export const commentStateLabel = (state: CommentState): string => states[state]();
