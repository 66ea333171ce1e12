/** Why a recorded fact moves neither a score nor an alert. */
export const noCountReasons = ['identity', 'explains', 'position', 'sex', 'other-fact', 'recruiter-review'] as const;
export type NoCountReason = (typeof noCountReasons)[number];
/** `score`: an input of the score. `alert`: compared with lists, or an alert by itself. */
export type Counting = 'score' | 'alert' | NoCountReason;
