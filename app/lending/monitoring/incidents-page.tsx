import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { FilterBar } from '~/ui/filter-bar';
import { formatMoment } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { Timeline } from '~/ui/timeline';
import { NumberText } from '~/ui/values';
import { fieldOf } from '~/ui/form-values';
import { ActDialog, type Refused, failureOf } from '~/ui/act-dialog';
import { incidentKinds } from './monitoring-lists';
import { clockLabel, incidentKindLabel } from './monitoring-labels';
import type { Clock } from './notice-clock';
import type { IncidentRead, IncidentRow } from './read-incidents.server';

/** The notification deadline of an incident as text; late and missed have an icon. */
export function ClockText({ clock }: { clock: Clock }) {
  const isBad = clock.kind === 'late' || clock.kind === 'over';
  return (
    <span className={isBad ? 'font-semibold text-warning' : undefined}>
      {isBad && <Icon name="clock" />} {clockLabel(clock)}
    </span>
  );
}

/** The incidents of a deal, newest first. */
export function IncidentTable({ rows, here }: { rows: readonly SerializeFrom<IncidentRow>[]; here: string }) {
  const status = (value: string) => (value === 'closed' ? m.monitoring_incident_closed() : m.monitoring_incident_open());
  return (
    <>
      <FilterBar
        filters={[
          {
            name: 'kind',
            label: m.monitoring_incident_kind(),
            options: incidentKinds.map((value) => ({ value, label: incidentKindLabel(value) })),
          },
          {
            name: 'status',
            label: m.monitoring_due_state(),
            options: ['open', 'closed'].map((value) => ({ value, label: status(value) })),
          },
        ]}
      />
      <DataTable
        caption={m.monitoring_incidents_title()}
        rows={rows}
        rowKey={({ id }) => id}
        isStacked
        empty={<p className="py-8 text-muted">{m.monitoring_incidents_filtered()}</p>}
        columns={[
          {
            key: 'incident',
            header: m.monitoring_incident(),
            wraps: true,
            cell: ({ id, number, kind, text }) => (
              <>
                <Link to={`${here}/incidents/${id}`}>
                  {m.monitoring_incident_number({ number })} {incidentKindLabel(kind)}
                </Link>
                {text && <span className="line-clamp-2 text-muted">{text}</span>}
              </>
            ),
          },
          { key: 'happened', header: m.monitoring_happened(), cell: ({ happenedAt }) => formatMoment(happenedAt) },
          { key: 'clock', header: m.monitoring_clock(), wraps: 'short', cell: ({ clock }) => <ClockText clock={clock} /> },
          { key: 'status', header: m.monitoring_due_state(), cell: (row) => status(row.status) },
        ]}
      />
    </>
  );
}

const noteWords: Readonly<Record<string, () => string>> = {
  told: m.monitoring_note_told,
  'follow-up': m.monitoring_note_follow,
  closed: m.monitoring_note_closed,
};

/** One incident: its clock, what was done since, and how it was closed. */
export function IncidentPage({
  incident,
  here,
  mayEdit,
  refused,
}: {
  incident: SerializeFrom<IncidentRead>;
  here: string;
  mayEdit: boolean;
  refused: Refused;
}) {
  const { number, kind, text, clock, status } = incident;
  return (
    <div className="grid grid-cols-1 gap-8">
      <Section
        title={`${m.monitoring_incident_number({ number })} ${incidentKindLabel(kind)}`}
        id="incident"
        actions={
          mayEdit &&
          status === 'open' && (
            <>
              {incident.reportedAt === null && (
                <ActDialog intent="told" title={m.monitoring_tell()} refused={refused}>
                  <Field
                    {...fieldOf(failureOf(refused, 'told'), 'reportedAt')}
                    type="datetime-local"
                    label={m.monitoring_told()}
                    hint={m.monitoring_moment_hint()}
                  />
                </ActDialog>
              )}
              <ActDialog intent="follow-up" title={m.monitoring_follow()} refused={refused}>
                <FreeText
                  {...fieldOf(failureOf(refused, 'follow-up'), 'text')}
                  id="follow-text"
                  label={m.monitoring_follow_text()}
                  hint={m.monitoring_no_names()}
                  rows={4}
                  maxLength={4000}
                />
              </ActDialog>
              <ActDialog intent="closed" title={m.monitoring_close()} refused={refused}>
                <FreeText
                  {...fieldOf(failureOf(refused, 'closed'), 'text')}
                  id="close-text"
                  label={m.deals_reason()}
                  hint={m.monitoring_no_names()}
                  rows={4}
                  maxLength={4000}
                />
              </ActDialog>
            </>
          )
        }
      >
        <p className="my-3 max-w-prose whitespace-pre-line text-base">{kind === 'restricted' ? m.monitoring_restricted_text() : text}</p>
        <KeyValueList
          columns={2}
          pairs={[
            { key: 'clock', label: m.monitoring_clock(), value: <ClockText clock={clock} /> },
            {
              key: 'status',
              label: m.monitoring_due_state(),
              value: status === 'closed' ? m.monitoring_incident_closed() : m.monitoring_incident_open(),
            },
            { key: 'happened', label: m.monitoring_happened(), value: formatMoment(incident.happenedAt) },
            { key: 'learned', label: m.monitoring_learned(), value: formatMoment(incident.learnedAt) },
            {
              key: 'told',
              label: m.monitoring_told(),
              value: incident.reportedAt ? formatMoment(incident.reportedAt) : m.monitoring_told_not(),
            },
            {
              key: 'deadline',
              label: m.monitoring_deadline(),
              value: incident.deadlineAt ? formatMoment(incident.deadlineAt) : m.monitoring_clock_none(),
              note:
                incident.noticeHours === null ? null : incident.covenant ? (
                  <Link to={`${here}/covenants/${incident.covenant.id}`}>
                    {m.monitoring_deadline_covenant({ hours: incident.noticeHours, number: incident.covenant.number })}
                  </Link>
                ) : (
                  m.monitoring_deadline_grave({ hours: incident.noticeHours })
                ),
            },
            ...(kind === 'restricted'
              ? []
              : [
                  { key: 'died', label: m.monitoring_died(), value: <NumberText value={incident.died} /> },
                  { key: 'harmed', label: m.monitoring_harmed(), value: <NumberText value={incident.harmed} /> },
                ]),
          ]}
        />
      </Section>
      <Section title={m.monitoring_notes_title()} id="notes">
        <Timeline
          empty={m.monitoring_notes_none()}
          events={incident.notes.map((note) => ({
            ...{ id: note.id, at: note.at, who: note.by ?? '' },
            what: (
              <>
                {noteWords[note.kind]?.()}
                {note.text && <span className="block whitespace-pre-line">{note.text}</span>}
              </>
            ),
          }))}
        />
      </Section>
    </div>
  );
}
