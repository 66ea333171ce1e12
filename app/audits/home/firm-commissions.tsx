import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { daysText } from '~/audits/commissions/commission-table';
import { commissionStatusLabel } from '~/audits/commissions/labels';
import { declaredDaysBefore } from '~/audits/independence/limits';
import { announcementLabel } from '~/audits/planning/labels';
import { m } from '~/paraglide/messages';
import { formatDate, formatList, formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Section } from '~/ui/page-header';
import type { Firm } from './read-firm.server';
import type { WaitingConflict } from './read-firm-commissions.server';
import { employedText, joined } from './texts';
import { placeOf } from './visit-section';

type Commissions = SerializeFrom<Firm>['commissions'];

/** Who decides on a conflict of interest: the reader, named colleagues, or someone whom the firm has yet to invite. */
function conflictText({ mayDecide, deciders }: WaitingConflict): string {
  if (mayDecide) return m.auditor_home_conflict_yours();
  if (deciders.length === 0) return m.auditor_home_conflict_no_one();
  return m.auditor_home_conflict_others({ names: formatList(deciders.slice(0, 3), { type: 'disjunction' }) });
}

/** Commissions that wait for the firm, with what was asked, the workers at the site, and until when an answer is needed. */
export function FirmCommissions({ commissions, base }: { commissions: Commissions; base: string }) {
  return (
    <Section title={m.auditor_home_commissions()} actions={<Link to={`${base}/commissions`}>{m.auditor_home_commissions_all()}</Link>}>
      {commissions.total === 0 ? (
        <p className="text-muted">{m.auditor_home_commissions_none()}</p>
      ) : (
        <ul>
          {commissions.rows.map((row) => (
            <Commission key={row.id} row={row} base={base} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Commission({ row, base }: { row: Commissions['rows'][number]; base: string }) {
  const { id, number, client, supplier, workers, announcement, reason, status, asked, answerBy, conflict, wantedFrom, wantedTo } = row;
  return (
    <li className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[minmax(0,1fr)_auto]" data-commission={number}>
      <div className="min-w-0">
        <Link to={`${base}/commissions/${id}`} className="font-semibold text-ink no-underline hover:underline">
          {m.auditor_home_commission({ number, client })}
        </Link>
        <p>
          <bdi>{supplier}</bdi>
          <span className="text-muted">
            {' · '}
            {joined(placeOf(row), employedText(workers), announcementLabel(announcement))}
          </span>
        </p>
        {reason !== '' && <p className="text-muted">{reason}</p>}
        {asked !== null && <p className="line-clamp-3">{m.auditor_home_asked({ text: asked })}</p>}
        {conflict && (
          <p className="font-semibold text-warning">
            <Icon name="question" /> <Link to={`${base}/commissions/${id}#conflicts`}>{conflictText(conflict)}</Link>
          </p>
        )}
      </div>
      <p className="sm:text-end">
        <span className="block font-semibold">{commissionStatusLabel(status, 'firm')}</span>
        {answerBy !== null && (
          <span className="block" title={m.auditor_home_answer_by_why({ days: formatNumber(declaredDaysBefore) })}>
            {m.auditor_home_answer_by({ date: formatDate(answerBy) })}
          </span>
        )}
        <span className="text-muted">{m.auditor_home_wanted({ days: daysText(wantedFrom, wantedTo) })}</span>
      </p>
    </li>
  );
}
