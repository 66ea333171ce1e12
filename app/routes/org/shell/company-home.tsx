import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { daysBetween } from '~/platform/queue/queue-dates';
import { QueuePanel } from '~/platform/queue/queue-panel';
import { AlertFigures, type Figure } from '~/supply-chain/dashboard/alert-figures';
import { BasisSection } from '~/supply-chain/dashboard/basis-section';
import { FirstRun, firstSteps } from '~/supply-chain/dashboard/first-run';
import { MoverList } from '~/supply-chain/dashboard/mover-list';
import { RiskMapSection } from '~/supply-chain/dashboard/risk-map';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatDate, formatNumber } from '~/ui/format';
import type { HomeRead } from './read-home.server';

type Read = Extract<SerializeFrom<HomeRead>, { kind: 'company' }>;

const banHref = 'suppliers?alert=presumed-region&alert=listed-entity&alert=import-order';

function figuresOf({ strip, queue, picture, today }: Read, base: string): Figure[] {
  const { banned, bannedToConfirm, bannedNames, atRisk, workers, withoutWorkers, critical } = strip;
  // What alerts rest on: a list of which newer editions have probably appeared may miss a supplier.
  const outdated = queue.kinds.find(({ kind }) => kind === 'update-reference-list')?.total ?? 0;
  const unknown = withoutWorkers > 0 ? ` · ${m.home_workers_unknown({ count: withoutWorkers })}` : '';
  return [
    {
      ...{ key: 'banned', value: banned, label: m.home_banned({ count: banned }), to: `${base}/${banHref}`, isAlarm: banned > 0 },
      detail: (
        <>
          {banned > 0 && (
            <span className="block">
              <bdi>{andMore(bannedNames, banned)}</bdi>
            </span>
          )}
          {[
            banned === 0 ? m.home_banned_none() : m.home_banned_detail({ count: bannedToConfirm }),
            ...(outdated > 0 ? [m.home_banned_lists({ count: outdated })] : []),
          ].join(' · ')}
        </>
      ),
    },
    {
      ...{ key: 'workers', value: workers, label: m.home_workers({ count: workers }), to: `${base}/suppliers?view=at-risk&sort=-score` },
      detail: `${m.home_workers_detail({ count: atRisk })}${picture === null ? '' : unknown}`,
    },
    {
      ...{
        key: 'critical',
        value: critical,
        label: m.home_critical({ count: critical }),
        to: `${base}/findings?status=unsolved&grade=critical`,
        isAlarm: critical > 0,
      },
      detail: criticalText(strip),
    },
    {
      ...{ key: 'overdue', value: queue.overdue, label: m.home_overdue({ count: queue.overdue }), to: `${base}/queue?when=overdue` },
      detail: queue.overdue === 0 ? m.home_overdue_none() : overdueText(queue, today),
    },
  ];
}

/** Where the critical findings are, how many people they affect, and since when. */
function criticalText({ critical, criticalSince, criticalPeople, criticalAt, criticalWhat }: Read['strip']) {
  if (critical === 0 || criticalSince === null) return m.home_critical_none();
  const since = m.home_critical_since({ count: critical, date: formatDate(criticalSince) });
  const known = critical === 1 ? m.home_critical_people : m.home_critical_people_least;
  const people = criticalPeople === null ? m.home_critical_people_unknown() : known({ count: criticalPeople });
  return (
    <>
      {criticalWhat && <span className="line-clamp-3">{criticalWhat}</span>}
      {criticalAt !== null && <bdi>{criticalAt} · </bdi>}
      {people} · {since}
    </>
  );
}

const andMore = (names: readonly string[], total: number): string =>
  total > names.length ? `${names.join(', ')} ${m.queue_and_more({ count: total - names.length })}` : names.join(', ');

/** What has been overdue longest, then the two kinds of which most is overdue, and how many tasks of others are. */
function overdueText({ kinds, overdue, items }: Read['queue'], today: string) {
  const longest = items.find(({ isOverdue }) => isOverdue);
  const named = kinds
    .filter((kind) => kind.overdue > 0)
    .sort((a, b) => b.overdue - a.overdue)
    .slice(0, 2);
  const more = overdue - named.reduce((sum, kind) => sum + kind.overdue, 0);
  const text = named.map((kind) => m.shell_named({ name: kind.label, text: formatNumber(kind.overdue) })).join(', ');
  return (
    <>
      {longest?.dueOn && (
        <span className="block">
          {m.home_overdue_longest({ count: daysBetween(longest.dueOn, today) })} · <bdi>{longest.subjects[0]}</bdi>
        </span>
      )}
      {more > 0 ? `${text} ${m.queue_and_more({ count: more })}` : text}
    </>
  );
}

/** Where people are at risk, what is overdue, what changed and why, and the next actions. */
export function CompanyHome({ home, base, may }: { home: Read; base: string; may: { import: boolean; addSupplier: boolean } }) {
  const { strip, picture, queue, today, since } = home;
  const steps = firstSteps(strip);
  const isSetUp = steps.every(({ isDone }) => isDone);
  const panel = <QueuePanel queue={queue} today={today} base={base} />;
  const changes = (
    <section className="min-w-0">
      <div className="mb-1 flex items-baseline justify-between gap-4 border-b border-line pb-1.5">
        <h2 className="text-base">{isSetUp || !may.import ? m.home_movers_title() : m.home_first_title()}</h2>
        {isSetUp && picture && picture.total > picture.movers.length && (
          <Link to={`${base}/supply-chain?since=${since}#score-changes`}>{m.home_movers_all({ count: formatNumber(picture.total) })}</Link>
        )}
      </div>
      {isSetUp || !may.import ? <MoverList movers={picture?.movers ?? []} base={base} /> : <FirstRun steps={steps} base={base} />}
    </section>
  );
  if (!picture)
    return (
      <div className="grid grid-cols-1 gap-8 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid content-start gap-8">
          <EmptyState
            title={m.shell_home_empty_title()}
            actions={
              <>
                {may.import && (
                  <LinkButton to={`${base}/suppliers/import`} variant="primary" icon="import">
                    {m.shell_home_empty_import()}
                  </LinkButton>
                )}
                {may.addSupplier && (
                  <LinkButton to={`${base}/suppliers/new`} icon="add">
                    {m.shell_home_empty_add()}
                  </LinkButton>
                )}
              </>
            }
          >
            {m.shell_home_empty_text()}
          </EmptyState>
          {may.import && changes}
        </div>
        {panel}
      </div>
    );
  return (
    <>
      <AlertFigures figures={figuresOf(home, base)} label={m.home_figures()} />
      {/* In one column the queue follows the map: what to do comes before what changed. */}
      <div className="grid grid-cols-1 gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] xl:grid-rows-[auto_1fr] xl:gap-y-5">
        <div className="min-w-0">
          <RiskMapSection map={picture.map} drawing={picture.drawing} base={base} />
        </div>
        <div className="min-w-0 xl:col-start-2 xl:row-span-2">{panel}</div>
        <div className="grid min-w-0 grid-cols-1 content-start gap-x-8 gap-y-5 xl:col-start-1 lg:grid-cols-2">
          {changes}
          <BasisSection counts={picture.basis} base={base} />
        </div>
      </div>
    </>
  );
}
