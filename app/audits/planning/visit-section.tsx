import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatCountry, formatDate, formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Section } from '~/ui/page-header';
import { ScoreTile } from '~/ui/score-tile';
import { MomentText } from '~/ui/values';
import type { Visits } from './read-visits.server';
import { announcementLabel, auditStatusLabel, focusSentence } from './labels';

type Shown = SerializeFrom<Visits>;
type Visit = NonNullable<Shown['visit']>;
type Line = { key: string; label: string; text: ReactNode; isReady: boolean };

function readyLines({ questions, openFindings, interviews, declared, team, sentAt }: Visit): Line[] {
  const of = m.home_visit_ready_of({ done: formatNumber(declared), total: formatNumber(team) });
  return [
    {
      ...{ key: 'checklist', label: m.home_visit_ready_checklist(), isReady: questions > 0 },
      text: m.home_visit_ready_points({ count: questions }),
    },
    {
      ...{ key: 'findings', label: m.home_visit_ready_findings(), isReady: true },
      text: m.home_visit_ready_open({ count: formatNumber(openFindings) }),
    },
    {
      ...{ key: 'sample', label: m.home_visit_ready_sample(), isReady: interviews > 0 },
      text: m.home_visit_ready_interviews({ count: formatNumber(interviews) }),
    },
    { key: 'team', label: m.home_visit_ready_team(), text: of, isReady: team > 0 && declared === team },
    {
      ...{ key: 'device', label: m.home_visit_ready_device(), isReady: sentAt !== null },
      text: sentAt === null ? m.home_visit_ready_never() : <MomentText value={sentAt} />,
    },
  ];
}

const placeOf = ({ site, city, country }: Pick<Visit, 'site' | 'city' | 'country'>) =>
  [site, city && !site?.includes(city) ? city : null, country && formatCountry(country)].filter(Boolean).join(', ');

/** Today's visit with what is ready for it; the next one, however far ahead, where there is none today. */
export function VisitSection({ visit, base }: { visit: Shown['visit']; base: string }) {
  if (!visit) return <EmptyState title={m.home_visit_none()}>{m.home_visit_none_text()}</EmptyState>;
  const lines = readyLines(visit);
  const ready = lines.filter(({ isReady }) => isReady).length;
  return (
    <section className="rounded border border-line bg-surface">
      <div className="flex flex-wrap items-start justify-between gap-4 border-b border-line px-6 py-4">
        <div className="min-w-0">
          <p className="font-semibold text-accent">
            {visit.isToday
              ? `${m.home_visit_today()} · ${m.home_visit_day({ day: visit.day, days: visit.days })}`
              : m.home_visit_next({ date: formatDate(visit.startsOn) })}
          </p>
          <h2 className="text-xl">
            <Link to={`${base}/audits/${visit.id}`} className="text-ink no-underline hover:underline">
              <bdi>{visit.supplier}</bdi>
            </Link>
          </h2>
          <p className="text-muted">
            {[placeOf(visit), announcementLabel(visit.announcement), visit.number].filter((text) => text !== '').join(' · ')}
          </p>
        </div>
        {visit.isOwn && (
          <LinkButton to={`${base}/audits/${visit.id}/on-site`} variant={visit.isToday ? 'primary' : 'secondary'} size="lg" reloadDocument>
            {m.home_visit_record()}
          </LinkButton>
        )}
      </div>
      <div className="grid md:grid-cols-2">
        <div className="border-line px-6 py-4 md:border-e">
          <h3 className="mb-1 text-base">{m.home_visit_ready({ done: formatNumber(ready), total: formatNumber(lines.length) })}</h3>
          <ul>
            {lines.map(({ key, label, text, isReady }) => (
              <li key={key} className="flex items-baseline gap-2 border-b border-line py-1.5">
                <Icon name={isReady ? 'check' : 'question'} className={isReady ? 'text-success' : 'text-warning'} />
                <span className="grow">{label}</span>
                <span className="text-xs text-muted">{text}</span>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-xs text-muted">{m.home_visit_ready_hint()}</p>
        </div>
        <div className="px-6 py-4">
          <div className="mb-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <h3 className="text-base">{m.home_visit_focus()}</h3>
            <span className="flex items-center gap-2">
              <BandBadge band={visit.band} /> <ScoreTile score={visit.score} isBeside />
            </span>
          </div>
          {visit.focus.length === 0 ? (
            <p className="text-muted">{m.home_visit_focus_none()}</p>
          ) : (
            <ul>
              {visit.focus.map((item) => (
                <li key={JSON.stringify(item)} className="border-b border-line py-1.5">
                  {focusSentence(item)}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  );
}

/** The audits of the next two weeks, and those whose report is not approved. */
export function ComingVisits({ visits, base }: { visits: Pick<Shown, 'coming' | 'reports'>; base: string }) {
  return (
    <>
      <Section title={m.home_week_title()} actions={<Link to={`${base}/audits`}>{m.home_audits_all()}</Link>}>
        <AuditLines audits={visits.coming} base={base} none={m.home_week_none()} />
      </Section>
      <Section title={m.home_reports_title()}>
        <AuditLines audits={visits.reports} base={base} none={m.home_reports_none()} />
      </Section>
    </>
  );
}

function AuditLines({ audits, base, none }: { audits: Shown['coming']; base: string; none: string }) {
  if (audits.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul>
      {audits.slice(0, 8).map((audit) => (
        <li key={audit.id} className="grid gap-x-6 border-b border-line py-1.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_auto]">
          <Link to={`${base}/audits/${audit.id}`} className="font-semibold text-ink no-underline hover:underline">
            <bdi>{audit.supplier}</bdi>
          </Link>
          <span className="text-muted">{[placeOf(audit), auditStatusLabel(audit.status)].filter((text) => text !== '').join(' · ')}</span>
          <span className="whitespace-nowrap text-muted">
            {formatDate(audit.startsOn)}
            {audit.endsOn !== audit.startsOn && ` – ${formatDate(audit.endsOn)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
