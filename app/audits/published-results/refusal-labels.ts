import { m } from '~/paraglide/messages';
import type { PublishRefusal } from './publish-result.server';

const words = {
  'not-approved': m.published_results_not_approved,
  'few-workers': m.published_results_few_workers,
  'reply-awaited': m.published_results_reply_awaited,
  already: m.published_results_already,
  changed: m.published_results_changed,
} satisfies Record<Exclude<PublishRefusal, 'unknown-audit'>, () => string>;

export const refusalLabel = (code: keyof typeof words): string => words[code]();
