import { m } from '~/paraglide/messages';

/** The status of a questionnaire. `used`: a response was opened with it, so it can no longer change. */
export const ownStates = ['draft', 'offered', 'used'] as const;
export type OwnState = (typeof ownStates)[number];

const states = {
  draft: m.builder_state_draft,
  offered: m.builder_state_offered,
  used: m.builder_state_used,
  released: m.builder_state_released,
} satisfies Record<OwnState | 'released', () => string>;

export const stateLabel = (state: OwnState | 'released'): string => states[state]();
