import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Timeline } from '~/ui/timeline';
import { actName, recordKindName } from './words';

export type ShownActivity = {
  id: string;
  at: Date | string;
  recordKind: string;
  act: string;
  changes: readonly { field: string; before?: unknown; after?: unknown }[];
  person: { name: string | null } | null;
};

/**
 * What happened, newest first, with each field before and after. On one record's own page leave `isRecordNamed` out.
 * `fieldName` puts a field's technical name into words; `recordLink` may name the record itself.
 */
export function ActivityTimeline<Event extends ShownActivity>({
  events,
  empty,
  isRecordNamed = false,
  fieldName = (field) => field,
  recordLink,
}: {
  events: readonly Event[];
  empty?: ReactNode;
  isRecordNamed?: boolean;
  fieldName?: (field: string) => string;
  recordLink?: (event: Event) => ReactNode;
}) {
  return (
    <Timeline
      empty={empty ?? m.account_activity_none()}
      events={events.map((event) => ({
        id: event.id,
        at: event.at,
        who: event.person === null ? m.account_activity_by_software() : (event.person.name ?? m.account_activity_by_former()),
        what: (
          <>
            {actName(event.act)}
            {isRecordNamed ? <> · {recordLink?.(event) || recordKindName(event.recordKind)}</> : null}
          </>
        ),
        changes: event.changes.map(({ field, before, after }) => ({
          field: fieldName(field),
          before: inWords(before),
          after: inWords(after),
        })),
      }))}
    />
  );
}

/** A stored value as a short text: lists with commas, objects as JSON, nothing as null. */
function inWords(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map((item) => inWords(item) ?? '').join(', ');
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
