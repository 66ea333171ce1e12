import { useId } from 'react';
import { DrawingSvg } from '~/ui/drawing/drawing';
import { drawIntervalRows } from '~/documents/charts/interval-rows-geometry';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { FoldedSection } from '~/ui/fold';
import { Unknown } from '~/ui/values';
import { FactTable } from './fact-table';
import type { CountryRead } from './read-country.server';
import { tierLabel } from './labels';

const editionLabel = (year: number | null): string => (year === null ? m.countries_edition_today() : String(year));

/** How the score moved with earlier editions of the tables of which they are held. */
export function EditionSection({ editions }: { editions: CountryRead['editions'] }) {
  const captionId = useId();
  const rows = editions.flatMap(({ year, shown }) => (shown ? [{ label: editionLabel(year), ...shown }] : []));
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < 2)
    return (
      <FoldedSection id="editions" title={m.countries_editions_title()}>
        <p className="text-muted">{m.countries_editions_one()}</p>
      </FoldedSection>
    );
  const change = Math.round((last.exact - first.exact) * 10) / 10;
  const values = { from: first.label, to: last.label, points: formatNumber(Math.abs(change), { digits: 1 }) };
  const title =
    Math.abs(change) < 0.5
      ? m.countries_editions_same(values)
      : change > 0
        ? m.countries_editions_up(values)
        : m.countries_editions_down(values);
  return (
    <FoldedSection id="editions" title={m.countries_editions_title()} status={title} lead={m.countries_editions_lead()}>
      <figure className="chart-figure mb-3">
        <figcaption id={captionId} className="chart-caption">
          {title}
        </figcaption>
        <DrawingSvg className="chart-wide" drawing={drawIntervalRows(rows, { width: 640, labelWidth: 84 })} label={{ id: captionId }} />
        <DrawingSvg className="chart-narrow" drawing={drawIntervalRows(rows, { width: 330, labelWidth: 74 })} label={{ id: captionId }} />
      </figure>
      <FactTable
        caption={m.countries_editions_title()}
        headers={[
          { label: m.countries_column_edition() },
          { label: m.countries_column_score(), isNumber: true },
          { label: m.countries_column_interval(), isNumber: true },
          { label: m.countries_column_tier() },
          { label: m.countries_column_state() },
        ]}
        rows={editions.map(({ year, tier, isNamed, shown }) => ({
          key: String(year),
          cells: [
            editionLabel(year),
            shown ? formatNumber(shown.score) : <Unknown key="score" />,
            shown ? m.countries_range({ from: formatNumber(shown.low), to: formatNumber(shown.high) }) : <Unknown key="interval" />,
            tier === null ? <Unknown key="tier" /> : tierLabel(tier),
            isNamed ? m.countries_state_named() : '—',
          ],
        }))}
      />
    </FoldedSection>
  );
}
