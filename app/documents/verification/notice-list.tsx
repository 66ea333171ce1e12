import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { type IssuedReport, issuedReportSchema } from './issued-report';
import { noticeReasonLabel } from './verify-labels';

/** Withdrawal and correction notices of a report: when, why and by which report. Empty without notices. `correctedAt`: the address of a report by hash. */
export function NoticeList({ notices, correctedAt }: { notices: IssuedReport['notices']; correctedAt: (hash: string) => string }) {
  return notices.map(({ kind, at, reason, correctedBy }) => (
    <Notice
      key={kind}
      tone={kind === 'withdrawn' ? 'danger' : 'warning'}
      title={
        kind === 'withdrawn' ? m.verification_withdrawn_on({ date: formatDate(at) }) : m.verification_corrected_on({ date: formatDate(at) })
      }
      actions={
        correctedBy && (
          <Link to={correctedAt(correctedBy)} className="text-accent underline">
            {m.verification_corrected_by()}
          </Link>
        )
      }
    >
      {noticeReasonLabel(reason)}
    </Notice>
  ));
}

/** The notices above a report page, printed too: a withdrawn report is never shown without its notice. */
export function StatusNotices({ notices }: { notices: unknown }) {
  const read = issuedReportSchema.shape.notices.parse(notices);
  if (read.length === 0) return null;
  return (
    <div className="mb-6 grid gap-3">
      <NoticeList notices={read} correctedAt={(hash) => `/verify/${hash}`} />
    </div>
  );
}
