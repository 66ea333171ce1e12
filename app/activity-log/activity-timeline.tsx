import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Timeline } from '~/ui/timeline';
import { fieldLabel, isHidden, valueLabel } from '~/activity-log/change-labels';
import { actName, recordKindName } from '~/activity-log/labels';

export type ShownActivity = {
  id: string;
  at: Date | string;
  recordKind: string;
  record: { name: string | null; path: string | null };
  act: string;
  changes: readonly { field: string; before?: unknown; after?: unknown }[];
  person: { name: string | null } | null;
};

/**
 * What happened, newest first, with each field before and after. On one record's own page leave `base` out;
 * with `base` ("/o/slug") each event also names its record and leads to it.
 */
export function ActivityTimeline({ events, empty, base }: { events: readonly ShownActivity[]; empty?: ReactNode; base?: string }) {
  return (
    <Timeline
      empty={empty ?? m.accounts_activity_none()}
      events={events.map((event) => ({
        id: event.id,
        at: event.at,
        who: event.person === null ? m.accounts_activity_by_software() : (event.person.name ?? m.accounts_activity_by_former()),
        what: (
          <>
            {actName(event.act)}
            {base === undefined ? null : <RecordWords event={event} base={base} />}
          </>
        ),
        // From nothing to an empty text is no change worth a line.
        changes: event.changes
          .filter(({ field }) => !isHidden(field))
          .map(({ field, before, after }) => ({
            field: fieldLabel(event, field),
            before: valueLabel(event, field, before),
            after: valueLabel(event, field, after),
          }))
          .filter(({ before, after }) => before !== after),
      }))}
    />
  );
}

function RecordWords({ event, base }: { event: ShownActivity; base: string }) {
  const { name, path } = event.record;
  return (
    <>
      {' · '}
      {recordKindName(event.recordKind)}
      {name === null ? null : <> {path === null ? <b className="font-semibold">{name}</b> : <Link to={`${base}/${path}`}>{name}</Link>}</>}
    </>
  );
}
