import { countryLabel } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import { ScoreWithInterval } from '~/ui/score-tile';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { atRiskOf, type BoardPaperContent, suppliersOf } from './schema';
import { stateChanges, stateFinding } from './state-finding';
import { alertLabel, concernedLabel, gapLabel, workersLabel } from './labels';

/** What the paper will print, in short. */
export function PaperSummary({ paper }: { paper: BoardPaperContent }) {
  const say = { locale: paper.locale };
  const { figures } = paper;
  const entries: [string, string][] = [
    [formatNumber(figures.banned), m.board_paper_figure_banned({ count: figures.banned, open: formatNumber(figures.bannedToConfirm) })],
    [
      m.board_paper_of_total({ count: formatNumber(atRiskOf(paper)), total: formatNumber(suppliersOf(paper)) }),
      m.board_paper_figure_at_risk(),
    ],
    [workersLabel(figures.workers, say), m.board_paper_figure_workers_concerned({ range: concernedLabel(figures.concerned, say) })],
    [formatNumber(figures.critical), m.board_paper_figure_critical({ count: figures.critical })],
    [formatNumber(figures.overdue), m.board_paper_figure_overdue({ count: figures.overdue })],
  ];
  return (
    <Section title={m.board_paper_summary()} id="summary">
      <p className="mb-3 text-lg font-semibold">{stateFinding(paper)}</p>
      <dl className="mb-5 grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-5">
        {entries.map(([value, label]) => (
          <div key={label} className="flex flex-col-reverse justify-end border-t border-ink pt-1">
            <dt className="text-muted">{label}</dt>
            <dd className="text-xl font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <DataTable
        caption={m.board_paper_suppliers_title()}
        rows={paper.top}
        rowKey={({ name, score }) => `${name} ${score}`}
        isStacked
        empty={<p className="text-muted">{m.board_paper_suppliers_none()}</p>}
        columns={[
          {
            key: 'supplier',
            header: m.board_paper_column_supplier(),
            cell: ({ name, country }) => (
              <>
                <bdi className="font-semibold">{name}</bdi>
                {country !== null && <span className="block text-xs text-muted">{countryLabel(country, say)}</span>}
              </>
            ),
          },
          {
            key: 'risk',
            header: m.board_paper_column_risk(),
            cell: ({ score, low, high }) => <ScoreWithInterval score={score} low={low} high={high} />,
          },
          { key: 'workers', header: m.board_paper_column_workers(), align: 'end', cell: ({ workers }) => workersLabel(workers, say) },
          {
            key: 'concerned',
            header: m.board_paper_column_concerned(),
            align: 'end',
            cell: ({ concerned }) => concernedLabel(concerned, say),
          },
          { key: 'basis', header: m.board_paper_column_basis(), cell: ({ basis }) => basis },
          { key: 'alert', header: m.board_paper_column_alert(), cell: ({ alert }) => alertLabel(alert, say) },
        ]}
      />
      <p className="mt-5 mb-2 font-semibold">{stateChanges(paper)}</p>
      <ul className="grid list-disc gap-1 ps-5">
        {paper.gaps.map((gap) => (
          <li key={gap.kind}>{gapLabel(gap, say)}</li>
        ))}
      </ul>
    </Section>
  );
}
