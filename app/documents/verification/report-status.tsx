import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { NoticeKind } from './issued-report';

export type LatestNotice = { kind: NoticeKind; at: Date | string } | null;

/** Whether a report in a list was withdrawn or corrected, and the way to its record. `base`: the address of the organization. */
export function ReportStatus({ hash, notice, base }: { hash: string; notice: LatestNotice; base: string }) {
  return (
    <div className="grid justify-items-start gap-1">
      {notice && (
        <span className={notice.kind === 'withdrawn' ? 'text-danger' : 'text-warning'}>
          {notice.kind === 'withdrawn'
            ? m.verification_withdrawn_on({ date: formatDate(notice.at) })
            : m.verification_corrected_on({ date: formatDate(notice.at) })}
        </span>
      )}
      <Link
        to={`${base}/issued/${hash}`}
        className="inline-block min-h-6 text-accent underline"
        aria-label={m.verification_record_link_named({ hash: hash.slice(0, 12) })}
      >
        {m.verification_record_link()}
      </Link>
    </div>
  );
}
