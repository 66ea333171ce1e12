import { m } from '~/paraglide/messages';
import { formatMoney, formatNumber } from '~/ui/format';
import { shownScore } from '~/ui/shown-score';
import { MoneyText, Unknown } from '~/ui/values';
import type { ExposureLine, MeanScore } from './fold-lines';

/** Exposure of a line: dollars, and under them what no dated rate converts, currency by currency. Nothing is added across currencies. */
export function ExposureText({ line }: { line: Pick<ExposureLine, 'usdCents' | 'open' | 'withoutAmount' | 'deals'> }) {
  const { usdCents, open, withoutAmount, deals } = line;
  const hasDollars = usdCents > 0 || (open.length === 0 && withoutAmount < deals);
  return (
    <span className="grid justify-items-end">
      {hasDollars ? <strong className="font-semibold">{formatMoney(usdCents, 'USD')}</strong> : open.length === 0 && <Unknown />}
      {open.map(({ currency, minor }) => (
        <span key={currency} className="text-xs text-muted">
          {m.portfolio_without_rate({ amount: formatMoney(minor, currency) })}
        </span>
      ))}
      {withoutAmount > 0 && (
        <span className="text-xs text-muted">{m.portfolio_without_amount({ count: formatNumber(withoutAmount) })}</span>
      )}
    </span>
  );
}

/** The commitment of one deal as entered, with its dollars where the record has a dated rate. `isBeside`: within a line that begins at the start. */
export function CommitmentText({
  commitmentMinor,
  currency,
  usdCents,
  isBeside = false,
}: {
  commitmentMinor: number | null;
  currency: string;
  usdCents: number | null;
  isBeside?: boolean;
}) {
  return (
    <span className={isBeside ? 'grid justify-items-start' : 'grid justify-items-end'}>
      <MoneyText value={commitmentMinor} currency={currency} />
      {currency !== 'USD' && commitmentMinor !== null && (
        <span className="text-xs text-muted">{usdCents === null ? m.portfolio_no_rate() : formatMoney(usdCents, 'USD')}</span>
      )}
    </span>
  );
}

/** A mean score with the mean of its interval ends; a dash where none is scored. */
export function MeanText({ mean }: { mean: MeanScore | null }) {
  if (mean === null) return <span className="text-muted">–</span>;
  return (
    <span className="whitespace-nowrap">
      <span className="font-semibold">{shownScore(mean.score)}</span>{' '}
      <span className="text-xs text-muted">{m.shell_interval({ low: shownScore(mean.low), high: shownScore(mean.high) })}</span>
    </span>
  );
}
