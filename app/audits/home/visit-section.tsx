import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { announcementLabel } from '~/audits/planning/labels';
import { gradeLabel } from '~/findings/findings/labels';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Fold } from '~/ui/fold';
import { formatCountry, formatDate, formatList, formatNumber, formatPercent } from '~/ui/format';
import { ScoreTile } from '~/ui/score-tile';
import { focusTask } from './focus-tasks';
import { progressLines } from './progress-lines';
import type { Visits } from './read-visits.server';
import { ThisDevice } from './this-device';
import { type VisitLine, VisitLines } from './visit-lines';

type Shown = SerializeFrom<Visits>;
type Visit = NonNullable<Shown['visit']>;

/** Site, town and country, each once: a site is often named after its supplier, and its town is often in its name. */
export function placeOf({ supplier, site, city, country }: Pick<Visit, 'supplier' | 'site' | 'city' | 'country'>): string {
  const named = site?.startsWith(supplier) ? site.slice(supplier.length).replace(/^[\s,–-]+/, '') : site;
  return [named, city && !named?.includes(city) ? city : null, country && formatCountry(country)].filter(Boolean).join(', ');
}

function preparationLines({ questions, questionnaires, interviews, declared, team, id }: Visit, base: string): VisitLine[] {
  const here = `${base}/audits/${id}`;
  return [
    {
      ...{ key: 'checklist', label: m.home_visit_ready_checklist(), isDone: questions > 0, href: here },
      text: m.auditor_home_questionnaires({ count: questionnaires, questions: formatNumber(questions) }),
    },
    {
      ...{ key: 'sample', label: m.home_visit_ready_sample(), isDone: interviews > 0, href: here },
      text: m.home_visit_ready_interviews({ count: formatNumber(interviews) }),
    },
    {
      ...{ key: 'team', label: m.home_visit_ready_team(), isDone: team > 0 && declared === team, href: here },
      text: m.home_visit_ready_of({ done: formatNumber(declared), total: formatNumber(team) }),
    },
  ];
}

/** Who works at the site, what is open there from before, and its risk: facts, known or named as unknown. */
function peopleText({ workers, migrantShare, agencyShare }: Visit): string {
  return [
    workers === null ? m.auditor_home_workers_unknown() : m.auditor_home_workers({ count: workers }),
    migrantShare === null ? null : m.auditor_home_migrants({ share: formatPercent(migrantShare) }),
    agencyShare === null ? null : m.auditor_home_agency({ share: formatPercent(agencyShare) }),
  ]
    .filter((text) => text !== null)
    .join(' · ');
}

const findingsText = ({ openFindings }: Visit): string =>
  openFindings.length === 0
    ? m.auditor_home_findings_none()
    : m.auditor_home_findings({
        list: formatList(openFindings.map(({ grade, count }) => `${formatNumber(count)} ${gradeLabel(grade).toLocaleLowerCase()}`)),
      });

/** Today's visit with how far it has come, or the next one, however far ahead; who is at risk there, and what is ready for it. */
export function VisitSection({ visit, base }: { visit: Shown['visit']; base: string }) {
  if (!visit) return <EmptyState title={m.home_visit_none()}>{m.home_visit_none_text()}</EmptyState>;
  const here = `${base}/audits/${visit.id}`;
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
            <Link to={here} className="text-ink no-underline hover:underline">
              <bdi>{visit.supplier}</bdi>
            </Link>
          </h2>
          <p className="text-muted">
            {[placeOf(visit), announcementLabel(visit.announcement), visit.number].filter((text) => text !== '').join(' · ')}
          </p>
          <p className="text-muted">
            {visit.address !== null ? <bdi>{visit.address}</bdi> : <Link to={here}>{m.auditor_home_address_missing()}</Link>}
          </p>
        </div>
        {visit.isOwn && (
          <LinkButton to={`${here}/on-site`} variant={visit.isToday ? 'primary' : 'secondary'} size="lg" reloadDocument>
            {m.home_visit_record()}
          </LinkButton>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line px-6 py-3">
        <span className="flex items-center gap-2">
          <BandBadge band={visit.band} /> <ScoreTile score={visit.score} isBeside />
        </span>
        <span>{peopleText(visit)}</span>
        <span className={visit.openFindings.length > 0 ? 'font-semibold' : 'text-muted'}>{findingsText(visit)}</span>
      </div>
      <div className="grid md:grid-cols-2">
        <div className="grid content-start gap-5 border-line px-6 py-4 md:border-e">
          {visit.progress && (
            <div data-visit-progress="">
              <h3 className="mb-1 text-base">{m.auditor_home_progress_title()}</h3>
              <VisitLines lines={progressLines(visit.progress, { here })} />
              <p className="mt-2">
                <Link to={`${here}/conclusion`}>{m.auditor_home_to_conclusion()}</Link>
              </p>
            </div>
          )}
          <Preparation visit={visit} base={base} />
        </div>
        <div className="grid content-start gap-5 px-6 py-4">
          {visit.isOwn && (
            <div>
              <ThisDevice auditId={visit.id} recorder={`${here}/on-site`} devices={visit.devices} sentAt={visit.sentAt} />
            </div>
          )}
          <Focus visit={visit} />
        </div>
      </div>
    </section>
  );
}

/** What is ready before the visit, folded away once all of it is. */
function Preparation({ visit, base }: { visit: Visit; base: string }) {
  const lines = preparationLines(visit, base);
  const done = lines.filter(({ isDone }) => isDone).length;
  const title = m.auditor_home_before({ done: formatNumber(done), total: formatNumber(lines.length) });
  if (done === lines.length)
    return (
      <Fold summary={title}>
        <VisitLines lines={lines} />
      </Fold>
    );
  return (
    <div>
      <h3 className="mb-1 text-base">{title}</h3>
      <VisitLines lines={lines} />
    </div>
  );
}

function Focus({ visit }: { visit: Visit }) {
  const tasks = visit.focus.flatMap((item) => focusTask(item, visit) ?? []);
  return (
    <div>
      <h3 className="mb-1 text-base">{m.home_visit_focus()}</h3>
      {tasks.length === 0 ? (
        <p className="text-muted">{m.home_visit_focus_none()}</p>
      ) : (
        <ul>
          {tasks.map((task) => (
            <li key={task} className="border-b border-line py-1.5">
              {task}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
