import { m } from '~/paraglide/messages';

/** Whether the client notified the lender of an incident by its deadline, as `notice-clock` counts it; `none`: no covenant sets one. */
export const noticeStates = ['none', 'in-time', 'late', 'running', 'over'] as const;
export type NoticeState = (typeof noticeStates)[number];

const words = {
  none: m.monitoring_notice_none,
  'in-time': m.monitoring_notice_in_time,
  late: m.monitoring_notice_late,
  running: m.monitoring_notice_running,
  over: m.monitoring_notice_over,
} satisfies Record<NoticeState, () => string>;

/** In a line beside the incident: who notifies, and whether it is late. */
export const noticeLabel = (state: NoticeState): string => words[state]();
