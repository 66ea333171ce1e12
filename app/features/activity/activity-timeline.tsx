import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Timeline } from '~/ui/timeline';
import { actName, fieldWord, recordKindName, valueWord } from './words';

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
 * `fieldName` and `valueText` put technical names and values into words; null from `valueText` means nothing was there.
 */
export function ActivityTimeline({
  events,
  empty,
  base,
  fieldName = (field) => fieldWord(field),
  valueText = (_, value) => inWords(value),
}: {
  events: readonly ShownActivity[];
  empty?: ReactNode;
  base?: string;
  fieldName?: (field: string) => string;
  valueText?: (field: string, value: unknown) => string | null;
}) {
  const text = (field: string, value: unknown) => valueWord(field, value) ?? valueText(field, value);
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
            {base === undefined ? null : <RecordWords event={event} base={base} />}
          </>
        ),
        // From nothing to an empty text is no change worth a line.
        changes: event.changes
          .map(({ field, before, after }) => ({ field: fieldName(field), before: text(field, before), after: text(field, after) }))
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

/** A stored value as a short text: lists with commas, objects as JSON, nothing as null. */
function inWords(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map((item) => inWords(item) ?? '').join(', ');
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
