import type { ValidationReport } from '#scoring';
import { AreaRows } from '~/charts/area-rows';
import type { AreaRow } from '~/charts/area-rows-geometry';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { NumberTable } from './validation-table';
import { areaWord, differenceWord, estimateWord, figureWord, outcomeWord, termsWord } from './validation-words';

type Rankings = ValidationReport['countries'][number];
type Figure = Rankings['figures'][number];

const byArea = (a: Figure, b: Figure) => (b.within?.value ?? 0) - (a.within?.value ?? 0);

/** The best index taken alone, and our own figure. */
export function bestAndOurs(figures: readonly Figure[]): { ours: Figure | undefined; best: Figure | undefined } {
  const [best] = figures.filter((each) => each.kind === 'index').sort(byArea);
  return { ours: figures.find((each) => each.kind === 'ours'), best };
}

/** One outcome: all figures drawn by their area within fifths, and the same with everything else as a table. */
export function CountryRanking({ rankings, aim }: { rankings: Rankings; aim: number }) {
  const { outcome } = rankings;
  const figures = [...rankings.figures].sort(byArea);
  const { ours, best } = bestAndOurs(figures);
  const rows = figures.flatMap(({ id, kind, within }): AreaRow[] =>
    within ? [{ label: figureWord(id), ...within, written: areaWord(within.value), mark: kind }] : [],
  );
  const title = m.validation_chart_title({
    outcome: outcomeWord(outcome),
    area: areaWord(ours?.within?.value ?? null),
    best: areaWord(best?.within?.value ?? null),
  });
  return (
    <div className="mt-6 grid gap-4">
      <h3>{outcomeWord(outcome)}</h3>
      <AreaRows
        rows={rows}
        title={title}
        legend={m.validation_chart_legend()}
        lines={[
          { at: 0.5, label: m.validation_chart_chance(), isDashed: false },
          { at: aim, label: m.validation_chart_aim(), isDashed: true },
        ]}
      />
      <FigureTable
        caption={`${m.validation_countries_title()}, ${outcomeWord(outcome)}`}
        rows={figures.map((figure) => ({ key: figure.id, name: figureWord(figure.id), figure, isStrong: figure.kind === 'ours' }))}
      />
    </div>
  );
}

/** Tables that the project does not hold, one outcome. */
export function ComparedTable({
  compared,
  outcome,
}: {
  compared: NonNullable<ValidationReport['compared']>;
  outcome: Rankings['outcome'];
}) {
  const rows = compared.tables.flatMap(({ id, title, publisher, edition, terms, rankings }) =>
    rankings
      .filter((each) => each.outcome === outcome)
      .map(({ figure }) => ({
        key: id,
        figure,
        name: (
          <>
            <span lang="en">{title}</span>
            <span className="block text-xs text-muted">
              <span lang="en">{[publisher, edition].filter((each) => each !== '').join(', ')}</span> · {termsWord(terms)}
            </span>
          </>
        ),
      })),
  );
  return (
    <div className="mt-6 grid gap-2">
      <h3>{outcomeWord(outcome)}</h3>
      <FigureTable caption={`${m.validation_compared_title()}, ${outcomeWord(outcome)}`} rows={rows} />
    </div>
  );
}

function FigureTable({
  caption,
  rows,
}: {
  caption: string;
  rows: { key: string; name: React.ReactNode; figure: Figure; isStrong?: boolean }[];
}) {
  return (
    <NumberTable
      caption={caption}
      nameHeader={m.validation_column_figure()}
      headers={[
        m.validation_column_countries(),
        m.validation_column_listed(),
        m.validation_column_within(),
        m.validation_column_raw(),
        m.validation_column_tenths(),
        m.validation_column_difference(),
      ]}
      rows={rows.map(({ key, name, figure, isStrong }) => ({
        key,
        name,
        ...(isStrong === undefined ? {} : { isStrong }),
        cells: [
          formatNumber(figure.countries),
          formatNumber(figure.listed),
          estimateWord(figure.within),
          estimateWord(figure.raw),
          areaWord(figure.withinTenths),
          differenceWord(figure.difference),
        ],
      }))}
    />
  );
}
