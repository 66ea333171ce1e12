import { m } from '~/paraglide/messages';
import { Icon } from '~/ui/icon';
import type { ActionStatus } from './action-lists';
import { actionStatusLabel } from './labels';

/** The status of an action; overdue with its days as text, in red, and with an icon. */
export function ActionStatusText({ status, daysLate, asksForTime }: { status: ActionStatus; daysLate: number; asksForTime: boolean }) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span>{actionStatusLabel(status)}</span>
      {daysLate > 0 && (
        <strong className="font-semibold text-danger">
          <Icon name="clock" /> {m.corrective_actions_overdue({ count: daysLate })}
        </strong>
      )}
      {asksForTime && <span className="text-muted">{m.corrective_actions_asks_for_time()}</span>}
    </span>
  );
}
