import type { ValidationReport } from '#scoring';
import { m } from '~/paraglide/messages';
import { formatCountry, formatNumber } from '~/ui/format';
import { NumberTable } from './validation-table';
import { estimateWord, figureWord, outcomeWord } from './validation-words';

const oursOfPairs = 'country-and-sector';
const oursOfAdditions = 'with-product-then';

/** Pairs of country and sector, one outcome. */
export function PairRanking({ rankings }: { rankings: ValidationReport['pairs'][number] }) {
  const { outcome, listed, outside, figures } = rankings;
  return (
    <div className="mt-6 grid gap-2">
      <h3>{outcomeWord(outcome)}</h3>
      <p className="max-w-prose">{m.validation_pairs_counts({ listed: formatNumber(listed), outside: formatNumber(outside) })}</p>
      <NumberTable
        caption={`${m.validation_pairs_title()}, ${outcomeWord(outcome)}`}
        nameHeader={m.validation_column_figure()}
        headers={[
          m.validation_column_within(),
          m.validation_column_raw(),
          m.validation_column_within_country(),
          m.validation_column_within_sector(),
        ]}
        rows={figures.map(({ id, within, raw, withinCountry, withinSector }) => ({
          key: id,
          name: figureWord(id),
          isStrong: id === oursOfPairs,
          cells: [within, raw, withinCountry, withinSector].map(estimateWord),
        }))}
      />
    </div>
  );
}

/** What the next edition added, one outcome. */
export function AdditionRanking({ rankings }: { rankings: ValidationReport['additions'][number] }) {
  const { outcome, added, newGoods, countries, figures } = rankings;
  const names = countries.map((code) => formatCountry(code)).join(', ');
  return (
    <div className="mt-6 grid gap-2">
      <h3>{outcomeWord(outcome)}</h3>
      <p className="max-w-prose">
        {m.validation_time_counts({ added: formatNumber(added), newGoods: formatNumber(newGoods), countries: names })}
      </p>
      <NumberTable
        caption={`${m.validation_time_title()}, ${outcomeWord(outcome)}`}
        nameHeader={m.validation_column_figure()}
        headers={[m.validation_column_within(), m.validation_column_raw()]}
        rows={figures.map(({ id, within, raw }) => ({
          key: id,
          name: id === 'country-figure' ? m.validation_figure_country_now() : figureWord(id),
          isStrong: id === oursOfAdditions,
          cells: [within, raw].map(estimateWord),
        }))}
      />
    </div>
  );
}
