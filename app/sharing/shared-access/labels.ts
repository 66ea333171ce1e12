import { m } from '~/paraglide/messages';
import type { SharedAccessState } from '~/platform/terms/shared-access-terms';

const states = {
  offered: m.shared_access_state_offered,
  accepted: m.shared_access_state_accepted,
  refused: m.shared_access_state_refused,
  revoked: m.shared_access_state_revoked,
  expired: m.shared_access_state_expired,
} satisfies Record<SharedAccessState, () => string>;

export const sharedAccessStateLabel = (state: SharedAccessState): string => states[state]();
