import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import { m } from '~/paraglide/messages';
import { formatWeekday } from '~/ui/format';
import type { ChangeCount } from './read-changes.server';

/** With more kinds of change than this the line gives their numbers alone. */
const mostBriefs = 4;

/** `unlisted`: how many notifications there are beside the changes. */
export type ShownChanges = { since: string; today: string; counts: readonly ChangeCount[]; unlisted: number };

/** What changed since the reader's visit before today, in one line; each number leads to the changes behind it. */
export function ChangesLine({ changes, base }: { changes: ShownChanges; base: string }) {
  const { since, today, counts, unlisted } = changes;
  const day = formatWeekday(since, { today });
  if (counts.length === 0 && unlisted === 0) return <p className="text-muted">{m.changes_none_visit({ day })}</p>;
  return (
    <p>
      <span className="text-muted max-sm:block">{m.changes_since_visit({ day })}</span>{' '}
      {counts.map(({ kind, label, brief }, index) => (
        <Fragment key={kind}>
          {index > 0 && <span className="text-muted"> · </span>}
          <Link to={`${base}/changes?since=${since}&kind=${kind}`} className="whitespace-nowrap">
            {label}
          </Link>
          {brief && counts.length <= mostBriefs && <span className="text-muted max-sm:hidden"> ({brief})</span>}
        </Fragment>
      ))}
      {unlisted > 0 && (
        <>
          {counts.length > 0 && <span className="text-muted"> · </span>}
          <Link to={`${base}/notifications`} className="whitespace-nowrap">
            {counts.length > 0 ? m.changes_more_notifications({ count: unlisted }) : m.changes_notifications({ count: unlisted })}
          </Link>
        </>
      )}
    </p>
  );
}
