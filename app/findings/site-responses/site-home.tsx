import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import type { SiteRow } from './read-site.server';
import { siteExtent, siteGrade, siteStatus } from './site-texts';

/** Findings as the site sees them, most serious first, each linked to its page for replies. */
export function SiteHome({
  asker,
  supplier,
  message,
  dueOn,
  rows,
  base,
  account,
}: {
  asker: string;
  supplier: string;
  message: string;
  dueOn: string;
  rows: readonly SiteRow[];
  base: string;
  /** The product's own page of a member, who reaches this from there. */
  account: string | null;
}) {
  return (
    <div className="grid gap-5 text-base">
      <header className="grid gap-1">
        <h1>{m.site_sharing_title()}</h1>
        <p className="text-muted">
          <bdi>{supplier}</bdi>
        </p>
      </header>
      {message && (
        <blockquote className="border-s-4 border-line ps-4 whitespace-pre-line">
          <bdi>{message}</bdi>
        </blockquote>
      )}
      <p>{m.site_sharing_lead({ asker })}</p>
      <Notice tone="info">{m.site_sharing_safe()}</Notice>
      {rows.some(({ asksForReply }) => asksForReply) && <p className="font-semibold">{m.site_sharing_due({ date: formatDate(dueOn) })}</p>}
      <ol className="grid">
        {rows.map((row) => (
          <li key={row.findingId} className="border-b border-line">
            <Link to={`${base}/${row.findingId}`} className="grid min-h-11 gap-1 py-3 no-underline">
              <bdi className="line-clamp-3 underline">{row.text}</bdi>
              <span className="flex flex-wrap gap-x-4 text-sm text-muted">
                <strong className="font-semibold text-ink">{siteGrade(row.grade)}</strong>
                {row.extent && <span>{siteExtent(row.extent)}</span>}
                <span>{siteStatus(row)}</span>
                {row.rewordedOn && <span>{m.auditpapers_site_row({ date: formatDate(row.rewordedOn) })}</span>}
                <span>
                  {row.asksForReply
                    ? m.site_sharing_not_replied()
                    : row.repliedOn && m.site_sharing_replied({ date: formatDate(row.repliedOn) })}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <p className="text-muted">{m.site_sharing_come_back()}</p>
      {account && (
        <p>
          <Link to={account}>{m.site_sharing_to_account()}</Link>
        </p>
      )}
    </div>
  );
}
