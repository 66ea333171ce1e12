import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { alertKinds } from '#scoring';
import { kindName as alertKindName } from '~/features/alert/words';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { DataTable } from '~/ui/data-table';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { type Run, RunProgress } from '~/ui/progress';
import type { ComparedScores } from './compare-scores.server';

type Moved = ComparedScores['named'][number];
const tenth = (value: number) => formatNumber(value, { digits: 1 });

/** What an edition changes, or how far the comparison is. */
export function EffectSection({
  compared,
  run,
  base,
  isInForce,
}: {
  compared: SerializeFrom<ComparedScores> | null;
  run: { id: string; progress: Run } | null;
  base: string;
  isInForce: boolean;
}) {
  const title = compared && isInForce ? m.edition_effect_was({ date: formatDate(compared.asOf) }) : m.edition_effect();
  return (
    <Section title={title} id="effect">
      {compared ? <Compared compared={compared} base={base} /> : <Going run={run} base={base} />}
    </Section>
  );
}

function Going({ run, base }: { run: { id: string; progress: Run } | null; base: string }) {
  if (!run || run.progress.status === 'failed') return <Notice tone="warning">{m.edition_effect_failed()}</Notice>;
  return <RunProgress key={run.id} url={`${base}/runs/${run.id}/progress`} initial={run.progress} label={m.edition_effect_going()} />;
}

function Compared({ compared, base }: { compared: SerializeFrom<ComparedScores>; base: string }) {
  const { suppliers, moved, up, down, named, raised, ended, alerts } = compared;
  if (moved === 0 && raised === 0 && ended === 0) return <Notice>{m.edition_effect_none()}</Notice>;
  const counts = Object.fromEntries(
    Object.entries({ suppliers, moved, up, down, raised, ended }).map(([key, count]) => [key, formatNumber(count)]),
  ) as Record<'suppliers' | 'moved' | 'up' | 'down' | 'raised' | 'ended', string>;
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="max-w-prose text-base">
        {m.edition_effect_summary(counts)}
        {moved > named.length && ` ${m.edition_effect_more({ shown: formatNumber(named.length) })}`}
      </p>
      {named.length > 0 && (
        <DataTable
          caption={m.edition_effect_suppliers()}
          isCaptionShown
          rows={named}
          rowKey={({ publicId }) => publicId}
          isStacked
          columns={[
            {
              key: 'name',
              header: m.edition_supplier(),
              isRowHeader: true,
              wraps: true,
              cell: ({ publicId, name }) => <Link to={`${base}/suppliers/${publicId}/score`}>{name}</Link>,
            },
            { key: 'before', header: m.edition_before(), cell: ({ before }) => <Standing figure={before} /> },
            { key: 'after', header: m.edition_after(), cell: ({ after }) => <Standing figure={after} /> },
            { key: 'change', header: m.edition_change(), align: 'end', cell: (row) => <strong>{changeOf(row)}</strong> },
          ]}
        />
      )}
      {alerts.length > 0 && (
        <DataTable
          caption={m.edition_effect_alerts()}
          isCaptionShown
          rows={alerts.map((alert, at) => ({ ...alert, at }))}
          rowKey={({ at }) => String(at)}
          isStacked
          columns={[
            {
              key: 'name',
              header: m.edition_supplier(),
              isRowHeader: true,
              wraps: true,
              cell: ({ publicId, name }) => <Link to={`${base}/suppliers/${publicId}`}>{name}</Link>,
            },
            { key: 'alert', header: m.edition_alert(), wraps: true, cell: ({ kind, subject }) => `${kindWord(kind)}: ${subject}` },
            {
              key: 'change',
              header: m.edition_change(),
              cell: ({ isEnded }) => (isEnded ? m.edition_alert_ended() : m.edition_alert_raised()),
            },
          ]}
        />
      )}
    </div>
  );
}

function kindWord(kind: string): string {
  const known = alertKinds.find((each) => each === kind);
  return known ? alertKindName(known) : kind;
}

function changeOf({ before, after }: Moved): string {
  if (!before || !after) return '–';
  const change = Math.round((after.score - before.score) * 10) / 10;
  return `${change > 0 ? '+' : '−'}${tenth(Math.abs(change))}`;
}

function Standing({ figure }: { figure: Moved['before'] }) {
  if (!figure) return <span className="text-muted">{m.edition_not_scored()}</span>;
  return (
    <span className="inline-flex items-baseline gap-2">
      <strong className="min-w-9 text-end">{tenth(figure.score)}</strong> <BandBadge band={figure.band} />
    </span>
  );
}
