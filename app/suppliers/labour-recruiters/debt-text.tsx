import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { CorridorReading } from './corridor-ledger.server';
import { debtLevelName } from '~/suppliers/facts/recruiter-labels';

type Shown = Pick<CorridorReading, 'debt' | 'gap' | 'silent' | 'odds'>;
const months = (value: number): string => formatNumber(value, { digits: 1 });

/** "1.5–2.6": how many times the odds are. */
function timesOf({ low, high }: { low: number; high: number }): string {
  return months(low) === months(high) ? months(high) : `${months(low)}–${months(high)}`;
}

/** The debt of a corridor in words: months of pay with the band, on what it rests, and what it does not know. */
export function DebtText({ corridor: { debt, gap, silent, odds } }: { corridor: Shown }) {
  const { survey, levels } = debt;
  const level =
    levels.low === levels.high
      ? debtLevelName(levels.low)
      : m.supply_links_debt_between({ low: debtLevelName(levels.low), high: debtLevelName(levels.high) });
  return (
    <div className="mb-2">
      <p className="font-semibold">
        {debt.months
          ? m.supply_links_debt_months({
              low: months(debt.months.low),
              high: months(debt.months.high),
              isOne: months(debt.months.low) === months(debt.months.high) ? 'yes' : 'no',
              level,
            })
          : m.supply_links_debt_unknown({ level })}{' '}
        {odds && odds.high > 1 && m.supply_links_debt_odds({ times: timesOf(odds) })}{' '}
        <Link to="/methodology/R11">{m.supply_links_debt_rule()}</Link>
      </p>
      <p className="max-w-prose text-muted">
        {debt.basis === 'ledger' && m.supply_links_debt_ledger()}
        {debt.basis === 'ledger' && silent.length > 0 && ` ${m.supply_links_debt_at_least()}`}
        {gap === 'no-fees' && m.supply_links_gap_no_fees()}
        {gap === 'no-pay' && m.supply_links_gap_no_pay()}
        {gap === 'other-currency' && m.supply_links_gap_currency()}{' '}
        {survey
          ? m.supply_links_debt_survey({
              low: months(survey.monthsLow),
              high: months(survey.monthsHigh),
              isOne: months(survey.monthsLow) === months(survey.monthsHigh) ? 'yes' : 'no',
              publisher: survey.row.publisher,
              year: survey.row.surveyYear,
              quality: survey.row.sourceQuality,
            })
          : m.supply_links_debt_no_survey()}
      </p>
    </div>
  );
}
