import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';

/** That the supplier answers itself: not yet, as it shares it, or not any more. */
export function SharingNotice({
  sharing,
  askedAt,
  request,
}: {
  sharing: 'waiting' | 'shared' | 'ended' | 'withheld';
  askedAt: Date | string | null;
  request: string;
}) {
  const words = {
    waiting: { title: m.requests_waiting_title(), text: m.requests_waiting_text({ date: askedAt ? formatDate(askedAt) : '' }) },
    shared: { title: m.requests_shared_title(), text: m.requests_shared_text() },
    ended: { title: m.requests_ended_title(), text: m.requests_ended_text() },
    withheld: { title: m.campaigns_withheld_title(), text: m.campaigns_withheld_text() },
  }[sharing];
  return (
    <div className="mb-6">
      <Notice
        tone={sharing === 'ended' ? 'warning' : 'info'}
        title={words.title}
        actions={
          <Link to={request} className="underline">
            {m.requests_to_request()}
          </Link>
        }
      >
        {words.text}
      </Notice>
    </div>
  );
}
