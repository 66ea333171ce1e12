import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { countText } from '~/lending/monitoring/report-content-view';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatDate, formatList, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { MomentText } from '~/ui/values';
import { audienceLabel, channelLabel, groupLabel, knownLabel, operatorLabel, wayLabel } from './engagement-labels';
import type { EngagementRead, EntryRead, MechanismRead } from './read-engagement.server';

type Read = SerializeFrom<EngagementRead>;
type Period = SerializeFrom<MechanismRead['periods'][number]>;

/** Engagements with affected people, latest first. */
export function EntryTable({ entries, here }: { entries: Read['entries']; here: string }) {
  return (
    <DataTable
      caption={m.stakeholder_engagement_log()}
      rows={entries}
      rowKey={({ number }) => String(number)}
      isStacked
      columns={[
        {
          key: 'held',
          header: m.stakeholder_engagement_held_on(),
          isRowHeader: true,
          wraps: 'short',
          cell: ({ number, heldOn }) => (
            <Link to={`${here}/${number}`}>{m.stakeholder_engagement_entry_named({ number, date: formatDate(heldOn) })}</Link>
          ),
        },
        {
          key: 'groups',
          header: m.stakeholder_engagement_groups(),
          wraps: true,
          cell: (entry) => formatList(entry.groups.map(groupLabel)),
        },
        { key: 'people', header: m.stakeholder_engagement_people(), align: 'end', cell: ({ people }) => countText(people) },
        {
          key: 'subjects',
          header: m.stakeholder_engagement_subjects(),
          wraps: true,
          cell: ({ subjects, way, languages }) => (
            <span className="grid gap-0.5 md:min-w-56">
              <span className="line-clamp-3">{subjects}</span>
              <span className="text-xs text-muted">{`${wayLabel(way)} · ${languages}`}</span>
            </span>
          ),
        },
        {
          key: 'answered',
          header: m.stakeholder_engagement_answered(),
          wraps: true,
          cell: ({ answered }) => answered || <span className="text-muted">{m.stakeholder_engagement_nothing_said()}</span>,
        },
      ]}
    />
  );
}

/** The ways to complain, each with what came in over its newest period. */
export function MechanismTable({ mechanisms, here }: { mechanisms: Read['mechanisms']; here: string }) {
  return (
    <DataTable
      caption={m.stakeholder_engagement_mechanisms()}
      rows={mechanisms}
      rowKey={({ number }) => String(number)}
      isStacked
      columns={[
        {
          key: 'name',
          header: m.stakeholder_engagement_name(),
          isRowHeader: true,
          wraps: true,
          cell: ({ number, name, audience, operator }) => (
            <span className="grid gap-0.5">
              <Link to={`${here}/grievance-mechanisms/${number}`}>{name}</Link>
              <span className="text-xs text-muted">{`${audienceLabel(audience)} · ${operatorLabel(operator)}`}</span>
            </span>
          ),
        },
        {
          key: 'period',
          header: m.stakeholder_engagement_newest_period(),
          wraps: true,
          cell: ({ newest }) => (newest ? periodText(newest) : m.stakeholder_engagement_not_told()),
        },
        {
          key: 'opened',
          header: m.stakeholder_engagement_opened(),
          align: 'end',
          cell: ({ newest }) => (newest ? countText(newest.opened) : '–'),
        },
        {
          key: 'closed',
          header: m.stakeholder_engagement_closed(),
          align: 'end',
          cell: ({ newest }) => (newest ? countText(newest.closed) : '–'),
        },
        {
          key: 'retaliation',
          header: m.stakeholder_engagement_retaliation(),
          align: 'end',
          cell: ({ newest }) => (newest ? countText(newest.retaliation) : '–'),
        },
      ]}
    />
  );
}

const periodText = ({ periodFrom, periodTo }: Pick<Period, 'periodFrom' | 'periodTo'>) =>
  m.monitoring_from_to({ from: formatDate(periodFrom), to: formatDate(periodTo) });

/** One engagement with affected people. */
export function EntrySection({ read: { entry, versions } }: { read: SerializeFrom<EntryRead> }) {
  const said = (text: string) =>
    text ? (
      <span className="whitespace-pre-line">{text}</span>
    ) : (
      <span className="text-muted">{m.stakeholder_engagement_nothing_said()}</span>
    );
  return (
    <Section title={m.stakeholder_engagement_entry_named({ number: entry.number, date: formatDate(entry.heldOn) })} id="entry">
      <KeyValueList
        pairs={[
          { key: 'groups', label: m.stakeholder_engagement_groups(), value: formatList(entry.groups.map(groupLabel)) },
          { key: 'way', label: m.stakeholder_engagement_way(), value: wayLabel(entry.way) },
          { key: 'languages', label: m.stakeholder_engagement_languages(), value: entry.languages },
          { key: 'people', label: m.stakeholder_engagement_people(), value: countText(entry.people) },
          { key: 'subjects', label: m.stakeholder_engagement_subjects(), value: said(entry.subjects) },
          { key: 'answered', label: m.stakeholder_engagement_answered(), value: said(entry.answered) },
          { key: 'disclosed', label: m.stakeholder_engagement_disclosed(), value: said(entry.disclosed) },
        ]}
      />
      <Versions versions={versions} />
    </Section>
  );
}

/** One way to complain with what came in over each period. Retaliation leads to where it belongs. */
export function MechanismSection({ read, casesPath }: { read: SerializeFrom<MechanismRead>; casesPath: string | null }) {
  const { mechanism, periods, versions } = read;
  const hasRetaliation = periods.some(({ retaliation }) => retaliation !== 0 && retaliation !== 'unknown');
  return (
    <>
      <Section title={mechanism.name} id="mechanism">
        <KeyValueList
          columns={2}
          pairs={[
            { key: 'audience', label: m.stakeholder_engagement_audience(), value: audienceLabel(mechanism.audience) },
            { key: 'operator', label: m.stakeholder_engagement_operator(), value: operatorLabel(mechanism.operator) },
            { key: 'channels', label: m.stakeholder_engagement_channels(), value: formatList(mechanism.channels.map(channelLabel)) },
            { key: 'languages', label: m.stakeholder_engagement_languages(), value: mechanism.languages },
            { key: 'anonymous', label: m.stakeholder_engagement_anonymous(), value: knownLabel(mechanism.isAnonymous) },
            { key: 'free', label: m.stakeholder_engagement_free(), value: knownLabel(mechanism.isFree) },
            { key: 'retaliation', label: m.stakeholder_engagement_no_retaliation(), value: knownLabel(mechanism.noRetaliation) },
            { key: 'note', label: m.stakeholder_engagement_note(), value: mechanism.note || m.stakeholder_engagement_nothing_said() },
          ]}
        />
        <Versions versions={versions} />
      </Section>
      <Section title={m.stakeholder_engagement_periods()} lead={m.stakeholder_engagement_periods_lead()} id="periods">
        {hasRetaliation && (
          <div className="mb-3">
            <Notice tone="warning" title={m.stakeholder_engagement_retaliation_title()}>
              <p>{m.stakeholder_engagement_retaliation_text()}</p>
              {casesPath && <Link to={casesPath}>{m.monitoring_incident_case()}</Link>}
            </Notice>
          </div>
        )}
        <DataTable
          caption={m.stakeholder_engagement_periods()}
          rows={periods}
          rowKey={({ periodFrom, periodTo }) => `${periodFrom}/${periodTo}`}
          isStacked
          empty={<p className="py-4 text-muted">{m.stakeholder_engagement_period_none()}</p>}
          columns={[
            {
              key: 'period',
              header: m.monitoring_period(),
              isRowHeader: true,
              wraps: true,
              cell: (period) => (
                <>
                  {periodText(period)}
                  {period.version > 1 && <span className="text-muted">{` · ${m.stakeholder_engagement_corrected()}`}</span>}
                  {period.note && <span className="block text-xs text-muted">{period.note}</span>}
                </>
              ),
            },
            { key: 'opened', header: m.stakeholder_engagement_opened(), align: 'end', cell: ({ opened }) => countText(opened) },
            { key: 'closed', header: m.stakeholder_engagement_closed(), align: 'end', cell: ({ closed }) => countText(closed) },
            {
              key: 'median',
              header: m.stakeholder_engagement_median(),
              align: 'end',
              cell: ({ medianDays }) => (medianDays === null ? m.stakeholder_engagement_not_told() : formatNumber(medianDays)),
            },
            {
              key: 'retaliation',
              header: m.stakeholder_engagement_retaliation(),
              align: 'end',
              cell: ({ retaliation }) => countText(retaliation),
            },
          ]}
        />
      </Section>
    </>
  );
}

/** Who recorded it and when, and its number of corrections. */
function Versions({ versions }: { versions: readonly { version: number; recordedBy: string | null; recordedAt: Date | string }[] }) {
  return (
    <ul className="mt-3 grid gap-0.5 text-xs text-muted">
      {versions.map(({ version, recordedBy, recordedAt }) => (
        <li key={version}>
          {version > 1 ? m.stakeholder_engagement_corrected_by() : m.stakeholder_engagement_recorded_by()} <bdi>{recordedBy}</bdi> ·{' '}
          <MomentText value={recordedAt} />
        </li>
      ))}
    </ul>
  );
}
