import type { ListedAlert } from './list-alerts.server';

/** Names of the columns of an alert in files, the same in every language. */
export const alertHead = [
  ...[
    'id',
    'supplier_id',
    'supplier',
    'country',
    'tier',
    'band',
    'score',
    'alert',
    'about',
    'to_be_confirmed',
    'labour',
    'compared',
    'in_force_since',
  ],
  ...[
    'source_table',
    'source_vintage',
    'source_row',
    'first_seen_at',
    'last_seen_on',
    'ended_at',
    'status',
    'decided_by',
    'decided_at',
    'reason',
    'link',
  ],
] as const;

/** The cells of an alert in the order of `alertHead`; null is not known, or nothing. `decidedBy`: the person's name. */
export function alertCells(row: ListedAlert, { decidedBy, href }: { decidedBy: string | null; href: string }): (string | number | null)[] {
  const { basis } = row;
  const compared = basis.comparisons.map(({ by, given, matched }) =>
    given === matched ? `${by}: ${given}` : `${by}: ${given} = ${matched}`,
  );
  return [
    ...[row.id, row.publicId, row.name, row.country, row.tier, row.band, row.score, row.kind, basis.subject],
    ...[row.isToBeConfirmed ? 'yes' : 'no', basis.labour.join(' '), compared.join('; '), basis.since],
    ...[row.sourceTable, row.sourceVintage, row.sourceRow, row.firstSeenAt.toISOString(), row.lastSeenOn.toISOString().slice(0, 10)],
    ...[row.endedAt?.toISOString() ?? null, row.status, decidedBy, row.decidedAt?.toISOString() ?? null, row.reason, href],
  ];
}
