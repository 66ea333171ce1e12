import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { alertKinds } from '#scoring';
import { kindName as alertKindName } from '~/risk/alerts/labels';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { DataTable } from '~/ui/data-table';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { type Run, RunProgress } from '~/ui/progress';
import type { ComparedScores } from '~/risk/reference-tables/compared-scores';

/** As many are shown before the rest is unfolded. */
const shownAtOnce = 20;
type Moved = ComparedScores['named'][number];
const tenth = (value: number) => formatNumber(value, { digits: 1 });

/** What an edition changes, or how far the comparison is. */
export function EffectSection({
  compared,
  run,
  base,
  isInForce,
  children,
}: {
  compared: SerializeFrom<ComparedScores> | null;
  run: { id: string; progress: Run } | null;
  base: string;
  isInForce: boolean;
  /** What can be decided, beneath the summary. */
  children: ReactNode;
}) {
  const title = compared && isInForce ? m.reference_tables_effect_was({ date: formatDate(compared.asOf) }) : m.reference_tables_effect();
  return (
    <Section title={title} id="effect">
      {compared ? (
        <Compared compared={compared} base={base}>
          {children}
        </Compared>
      ) : (
        <>
          <Going run={run} base={base} />
          {children}
        </>
      )}
    </Section>
  );
}

function Going({ run, base }: { run: { id: string; progress: Run } | null; base: string }) {
  if (!run || run.progress.status === 'failed') return <Notice tone="warning">{m.reference_tables_effect_failed()}</Notice>;
  return (
    <RunProgress key={run.id} url={`${base}/jobs/${run.id}/progress`} initial={run.progress} label={m.reference_tables_effect_going()} />
  );
}

function Compared({ compared, base, children }: { compared: SerializeFrom<ComparedScores>; base: string; children: ReactNode }) {
  const { suppliers, moved, up, down, named, raised, ended, alerts } = compared;
  if (moved === 0 && raised === 0 && ended === 0)
    return (
      <>
        <Notice>{m.reference_tables_effect_none()}</Notice>
        {children}
      </>
    );
  const counts = Object.fromEntries(
    Object.entries({ suppliers, moved, up, down, raised, ended }).map(([key, count]) => [key, formatNumber(count)]),
  ) as Record<'suppliers' | 'moved' | 'up' | 'down' | 'raised' | 'ended', string>;
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="max-w-prose text-base">{m.reference_tables_effect_summary(counts)}</p>
      {moved > 0 && <p className="max-w-prose text-muted">{m.reference_tables_effect_mean()}</p>}
      {children}
      {named.length > 0 && <MovedTable rows={named.slice(0, shownAtOnce)} base={base} />}
      {named.length > shownAtOnce && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">
            {m.reference_tables_effect_others({ count: formatNumber(named.length - shownAtOnce) })}
            {moved > named.length && ` ${m.reference_tables_effect_more({ shown: formatNumber(named.length) })}`}
          </summary>
          <MovedTable rows={named.slice(shownAtOnce)} base={base} />
        </details>
      )}
      {alerts.length > 0 && (
        <DataTable
          caption={m.reference_tables_effect_alerts()}
          isCaptionShown
          rows={alerts.map((alert, at) => ({ ...alert, at }))}
          rowKey={({ at }) => String(at)}
          isStacked
          columns={[
            {
              key: 'name',
              header: m.reference_tables_supplier(),
              isRowHeader: true,
              wraps: true,
              cell: ({ publicId, name }) => <Link to={`${base}/suppliers/${publicId}`}>{name}</Link>,
            },
            {
              key: 'alert',
              header: m.reference_tables_alert(),
              wraps: true,
              cell: ({ kind, subject }) => `${kindLabel(kind)}: ${subject}`,
            },
            {
              key: 'change',
              header: m.reference_tables_change(),
              cell: ({ isEnded }) => (isEnded ? m.reference_tables_alert_ended() : m.reference_tables_alert_raised()),
            },
          ]}
        />
      )}
    </div>
  );
}

/** Suppliers whose score changes, those first whose band does. */
function MovedTable({ rows, base }: { rows: readonly Moved[]; base: string }) {
  return (
    <DataTable
      caption={m.reference_tables_effect_suppliers()}
      isCaptionShown
      rows={rows}
      rowKey={({ publicId }) => publicId}
      isStacked
      columns={[
        {
          key: 'name',
          header: m.reference_tables_supplier(),
          isRowHeader: true,
          wraps: true,
          cell: ({ publicId, name }) => <Link to={`${base}/suppliers/${publicId}/score`}>{name}</Link>,
        },
        { key: 'before', header: m.reference_tables_before(), cell: ({ before }) => <FigureCell figure={before} /> },
        { key: 'after', header: m.reference_tables_after(), cell: ({ after }) => <FigureCell figure={after} /> },
        { key: 'change', header: m.reference_tables_change(), align: 'end', cell: (row) => <strong>{changeOf(row)}</strong> },
      ]}
    />
  );
}

function kindLabel(kind: string): string {
  const known = alertKinds.find((each) => each === kind);
  return known ? alertKindName(known) : kind;
}

function changeOf({ before, after }: Moved): string {
  if (!before || !after) return '–';
  const change = Math.round((after.score - before.score) * 10) / 10;
  return `${change > 0 ? '+' : '−'}${tenth(Math.abs(change))}`;
}

function FigureCell({ figure }: { figure: Moved['before'] }) {
  if (!figure) return <span className="text-muted">{m.reference_tables_not_scored()}</span>;
  return (
    <span className="inline-flex items-baseline gap-2">
      <strong className="min-w-9 text-end">{tenth(figure.score)}</strong> <BandBadge band={figure.band} />
    </span>
  );
}
