import type { Repayment } from '#scoring';
import { debtLevelName } from '~/suppliers/facts/recruiter-labels';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';

type Year = { month: number; owed: number };

const columns = (): Column<Year>[] => [
  { key: 'month', header: m.what_if_debt_month(), align: 'end', cell: ({ month }) => formatNumber(month) },
  { key: 'owed', header: m.what_if_debt_owed(), align: 'end', cell: ({ owed }) => formatNumber(owed) },
];

/** What becomes of a recruitment debt: months of pay, level, odds, when it clears, and what is owed at the end of each year. */
export function DebtOutcome({ repayment }: { repayment: Repayment }) {
  const { monthsOfPay, level, ratio, ties, owed } = repayment;
  const years = owed.flatMap((left, month) => (month % 12 === 0 || month === owed.length - 1 ? [{ month, owed: left }] : []));
  return (
    <Section
      title={m.what_if_debt_months_of_pay({
        months: formatNumber(monthsOfPay, { digits: 1 }),
        level: m.methodology_debt_level({ level: debtLevelName(level) }),
      })}
    >
      <p className="max-w-prose">{clearing(repayment)}</p>
      <p className="mt-2 max-w-prose">{m.methodology_debt_ratio({ times: formatNumber(ratio, { digits: 1 }) })}</p>
      {ties.map((each) => (
        <p key={each} className="mt-2 max-w-prose text-muted">
          {each === 'loan' ? m.what_if_debt_tie_loan() : m.what_if_debt_tie_collateral()}
        </p>
      ))}
      <div className="mt-6 max-w-sm">
        <DataTable caption={m.what_if_debt_table()} isCaptionShown columns={columns()} rows={years} rowKey={({ month }) => String(month)} />
      </div>
    </Section>
  );
}

function clearing({ monthsToClear, totalPaid, isBondageLike }: Repayment): string {
  if (monthsToClear !== null && totalPaid !== null) return m.what_if_debt_clears({ count: monthsToClear, total: formatNumber(totalPaid) });
  return isBondageLike ? m.what_if_debt_never() : m.what_if_debt_not_in_life();
}
