import { Link } from '@remix-run/react';
import type { ListFreshness } from '#scoring';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';

/** Until when each list behind the alerts is complete, with a warning where its publisher has probably changed it since. */
export function ListFreshnessNotice({ lists }: { lists: readonly (ListFreshness & { name: string })[] }) {
  const isOutdated = lists.some(({ likelyMissed }) => likelyMissed > 0);
  return (
    <Notice tone={isOutdated ? 'warning' : 'info'} title={isOutdated ? m.alerts_lists_outdated() : m.alerts_lists_title()}>
      <ul className="mt-1 grid gap-1">
        {lists.map(({ list, name, vintage, completeTo, likelyMissed, rhythmDays }) => (
          <li key={list}>
            <Link to={`/methodology/tables/${list}?vintage=${encodeURIComponent(vintage)}`}>{name}</Link>
            {': '}
            {m.alerts_lists_complete({ date: formatDate(completeTo) })}
            {likelyMissed > 0 && rhythmDays !== null && ` ${m.alerts_lists_missed({ count: likelyMissed, days: rhythmDays })}`}
          </li>
        ))}
      </ul>
      {isOutdated && <p className="mt-2 max-w-prose">{m.alerts_lists_check()}</p>}
    </Notice>
  );
}
