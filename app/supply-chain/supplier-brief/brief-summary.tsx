import type { ReactNode } from 'react';
import { gradeLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';
import { signedTenth } from '~/risk/scores/labels';
import { DataTable } from '~/ui/data-table';
import { formatDate, formatNumber } from '~/ui/format';
import { ScoreTile } from '~/ui/score-tile';
import { concernedLabel, workersLabel } from '../board-paper/labels';
import { alertsTitle, basisText, contactLabel, intervalLabel, kindLabel, lateLabel } from './labels';
import type { SupplierBrief } from './schema';

/** What the page will print, in the same order. */
export function BriefSummary({ brief }: { brief: SupplierBrief }) {
  const say = { locale: brief.locale };
  const { supplier, score, findings, actions, asks, alerts } = brief;
  return (
    <article className="grid max-w-5xl gap-6">
      <header>
        <p className="text-muted">{[...supplier.about, supplier.publicId].join(' · ')}</p>
        <h2 className="mt-1 text-xl">{brief.verdict}</h2>
        {brief.meaning !== null && <p className="mt-1">{brief.meaning}</p>}
      </header>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-5">
        <Figure label={score === null ? m.supplier_brief_not_scored() : intervalLabel(score, say)}>
          {score === null ? '–' : <ScoreTile score={score.score} isBeside />}
        </Figure>
        <Figure
          label={score?.basis ? m.supplier_brief_rests_on({ basis: basisText(score.basis, say) }) : m.supplier_brief_rests_on_nothing()}
        >
          {score?.basis ?? '–'}
        </Figure>
        <Figure
          label={
            brief.concerned === null || brief.workers.kind === 'under-5'
              ? m.supplier_brief_workers()
              : m.board_paper_figure_workers_concerned({ range: concernedLabel(brief.concerned, say) })
          }
        >
          {workersLabel(brief.workers, say)}
        </Figure>
        <Figure label={m.supplier_brief_figure_findings({ count: findings.list.total, critical: formatNumber(findings.critical) })}>
          {formatNumber(findings.list.total)}
        </Figure>
        <Figure label={m.supplier_brief_figure_overdue({ count: actions.overdue.total, open: formatNumber(actions.open) })}>
          {formatNumber(actions.overdue.total)}
        </Figure>
      </dl>
      <section className="rounded border border-ink px-4 py-3">
        <h3>{m.supplier_brief_asks()}</h3>
        {brief.isDangerousToAsk && <p className="mt-1 font-semibold">{m.supplier_brief_danger()}</p>}
        {asks.total === 0 && <p className="mt-1 text-muted">{m.supplier_brief_asks_none()}</p>}
        <ol className="mt-2 grid list-decimal gap-1 ps-5">
          {asks.shown.map((ask) => (
            <li key={ask}>{ask}</li>
          ))}
        </ol>
        <More count={asks.total - asks.shown.length} />
      </section>
      <section>
        <h3 className="mb-2">{alertsTitle(alerts.total, say)}</h3>
        <DataTable
          caption={alertsTitle(alerts.total, say)}
          rows={alerts.shown}
          rowKey={({ title, source }) => `${title} ${source}`}
          isStacked
          empty={<p className="text-muted">{m.supplier_brief_alerts_none()}</p>}
          columns={[
            { key: 'alert', header: m.supplier_brief_column_alert(), cell: ({ title }) => <span className="font-semibold">{title}</span> },
            { key: 'source', header: m.supplier_brief_column_source(), cell: ({ source }) => source },
            { key: 'state', header: m.supplier_brief_column_state(), cell: ({ state }) => state },
          ]}
        />
        <More count={alerts.total - alerts.shown.length} />
      </section>
      <div className="grid gap-6 md:grid-cols-2">
        <Rows
          title={m.supplier_brief_drivers()}
          empty={m.supplier_brief_drivers_none()}
          total={brief.drivers.length}
          rows={brief.drivers.map(({ name, points, odds }) => ({
            title: name,
            value: signedTenth(points),
            note: odds,
          }))}
        />
        <Rows
          title={m.supplier_brief_unknowns()}
          empty={m.supplier_brief_unknowns_none()}
          total={brief.unknowns.length}
          rows={brief.unknowns.map(({ fact, change, how }) => ({ title: fact, value: change, note: how }))}
        />
        <Rows
          title={m.supplier_brief_findings()}
          empty={m.supplier_brief_findings_none()}
          total={findings.list.total}
          rows={findings.list.shown.map(({ title, grade, openedOn }) => ({
            ...{ title, value: null, note: m.supplier_brief_finding_note({ grade: gradeLabel(grade), date: formatDate(openedOn) }) },
          }))}
        />
        <Rows
          title={m.supplier_brief_overdue()}
          empty={m.supplier_brief_overdue_none()}
          total={actions.overdue.total}
          rows={actions.overdue.shown.map(({ title, kind, dueOn }) => {
            const late = lateLabel({ dueOn, asOf: brief.asOf }, say);
            return {
              title,
              value: null,
              note: m.supplier_brief_action_note({ kind: kindLabel(kind, say), date: formatDate(dueOn), late }),
            };
          })}
        />
      </div>
      <footer className="border-t border-line pt-3 text-muted">
        <p>{m.supplier_brief_contact({ contact: contactLabel(brief) })}</p>
        <p>{m.supplier_brief_owner({ owner: brief.owner ?? m.supplier_brief_owner_none() })}</p>
        <p className="mt-2 text-xs">{m.supplier_brief_basis_text()}</p>
      </footer>
    </article>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end border-t border-ink pt-1">
      <dt className="text-muted">{label}</dt>
      <dd className="text-xl font-semibold tabular-nums">{children}</dd>
    </div>
  );
}

type Row = { title: string; value: string | null; note: string };

function Rows({ title, empty, rows, total }: { title: string; empty: string; rows: readonly Row[]; total: number }) {
  return (
    <section>
      <h3 className="border-t border-ink pt-1">{title}</h3>
      {total === 0 && <p className="text-muted">{empty}</p>}
      <ul>
        {rows.map(({ title: name, value, note }) => (
          <li key={`${name} ${note}`} className="border-b border-line py-2">
            <p className="flex items-baseline justify-between gap-4 font-semibold">
              <span>{name}</span>
              {value !== null && <span className="whitespace-nowrap tabular-nums">{value}</span>}
            </p>
            <p className="text-xs text-muted">{note}</p>
          </li>
        ))}
      </ul>
      <More count={total - rows.length} />
    </section>
  );
}

function More({ count }: { count: number }) {
  return count > 0 ? <p className="mt-1 text-xs font-semibold">{m.supplier_brief_more({ count })}</p> : null;
}
