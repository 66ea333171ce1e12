import { m } from '~/paraglide/messages';

/** The words of a response's status. */
export function responseStatusLabel(status: string): string {
  if (status === 'approved') return m.responses_status_approved();
  return status === 'submitted' ? m.responses_status_submitted() : m.responses_status_open();
}
