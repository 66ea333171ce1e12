import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';

/** Findings that others show to this organization, each leading to where it is answered. */
export function SharedWithUs({
  shown,
}: {
  shown: readonly { shareId: string; asker: string; dueOn: Date | string; createdAt: Date | string }[];
}) {
  if (shown.length === 0) return null;
  return (
    <Notice tone="info" title={m.site_sharing_received_title()}>
      <ul>
        {shown.map(({ shareId, asker, dueOn, createdAt }) => (
          <li key={shareId} className="flex flex-wrap gap-x-3">
            <Link to={`/guest/findings/${shareId}`} reloadDocument>
              {m.site_sharing_received_row({ asker, date: formatDate(createdAt) })}
            </Link>
            <span className="text-muted">{m.site_sharing_received_due({ date: formatDate(dueOn) })}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
