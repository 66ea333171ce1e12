import { countryLabel } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import { ScoreWithInterval } from '~/ui/score-tile';
import { DataTable } from '~/ui/data-table';
import { Section } from '~/ui/page-header';
import type { BoardPaperContent } from './schema';
import { figureEntries, stateOverdue } from './state-figures';
import { stateChanges, stateFinding } from './state-finding';
import { alertLabel, concernedLabel, gapLabel, workersLabel } from './labels';

/** What the paper will print, in short. */
export function PaperSummary({ paper }: { paper: BoardPaperContent }) {
  const say = { locale: paper.locale };
  const overdue = stateOverdue(paper);
  return (
    <Section title={m.board_paper_summary()} id="summary">
      <p className="mb-3 text-lg font-semibold">{stateFinding(paper)}</p>
      <dl className="mb-5 grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-5">
        {figureEntries(paper).map(([value, label]) => (
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
          <li key={gap.kind}>{gapLabel(gap, paper)}</li>
        ))}
      </ul>
      {overdue !== null && <p className="mt-2">{overdue}</p>}
    </Section>
  );
}
