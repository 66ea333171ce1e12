import { ratioOfPoints, type Scored, worldScore } from '#scoring';
import { Link } from '@remix-run/react';
import { BandLine } from '~/documents/charts/band-line';
import { Waterfall } from '~/documents/charts/waterfall';
import { basisLabel, readingOf } from '~/documents/charts/labels';
import { verdictSentence } from '~/documents/charts/odds-labels';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { formatNumber, formatPercent } from '~/ui/format';
import { ScrollRegion } from '~/ui/scroll-region';
import { TableDownloads } from './table-facts';
import { waterfallRule } from './waterfall-rule';
import type { ShownRule } from './read-rules.server';
import type { TableSummary } from './read-tables.server';

/** "0.71": a bound of a band as a ratio of odds. */
const times = (bound: number) => formatNumber(ratioOfPoints(bound - worldScore), { digits: bound < worldScore ? 2 : 1 });

function oddsBetween(from: number | null, to: number | null): string {
  if (from === null) return to === null ? '' : m.methodology_scale_under({ to: times(to) });
  return to === null ? m.methodology_scale_from({ from: times(from) }) : m.methodology_scale_times({ from: times(from), to: times(to) });
}

function scoresBetween(from: number | null, to: number | null): string {
  if (from === null) return to === null ? '' : m.methodology_band_under({ to });
  return to === null ? m.method_band_from({ from }) : m.method_band_between({ from, to });
}

/** The five bands, where each begins, and what that is in odds, from the dated number. */
export function BandTable({ bounds }: { bounds: { moderate: number; elevated: number; high: number; severe: number } }) {
  const rows = [
    { band: 'low', from: null, to: bounds.moderate },
    { band: 'moderate', from: bounds.moderate, to: bounds.elevated },
    { band: 'elevated', from: bounds.elevated, to: bounds.high },
    { band: 'high', from: bounds.high, to: bounds.severe },
    { band: 'severe', from: bounds.severe, to: null },
  ] as const;
  return (
    <ScrollRegion label={m.method_bands_title()}>
      <table className="table max-w-xl">
        <thead>
          <tr>
            <th scope="col">{m.method_column_band()}</th>
            <th scope="col">{m.method_score()}</th>
            <th scope="col">{m.methodology_scale_column()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ band, from, to }) => (
            <tr key={band}>
              <th scope="row" className="font-normal!">
                <BandBadge band={band} />
              </th>
              <td>{scoresBetween(from, to)}</td>
              <td>{oddsBetween(from, to)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="font-normal!">
              <BandBadge band={null} />
            </th>
            <td colSpan={2}>{m.method_band_none()}</td>
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** A fictional factory scored by the method in force. */
export function ExampleScore({ result }: { result: Scored }) {
  if (result.status === 'not-scored') return null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <p className="max-w-[42rem]">
        {verdictSentence({ exact: result.score, probability: result.probability.point })}{' '}
        <span className="text-muted">{basisLabel(result.basis.grade)}</span>
      </p>
      <BandLine reading={readingOf(result)} />
      <Waterfall result={result} hrefFor={(rowId) => waterfallRule(rowId, result)} />
    </div>
  );
}

/** The rules with their first sentence. */
export function RuleList({ rules }: { rules: readonly ShownRule[] }) {
  return (
    <ol className="grid list-none! gap-4 ps-0!">
      {rules.map(({ id, title, words, lang }) => (
        <li key={id} className="grid grid-cols-[2.5rem_1fr] gap-x-2 border-t border-line pt-3">
          <span className="text-muted">{id}</span>
          <div lang={lang}>
            <Link to={`/methodology/${id}`} className="font-semibold">
              {title}
            </Link>
            <p className="text-sm text-muted">{words[0]}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The reference tables with producer, age, licence and how much of them is unconfirmed. */
export function TableList({ tables }: { tables: readonly TableSummary[] }) {
  return (
    <ScrollRegion label={m.method_tables()} className="text-sm">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{m.supplier_report_column_table()}</th>
            <th scope="col">{m.supplier_report_column_vintage()}</th>
            <th scope="col" className="text-end!">
              {m.method_column_age()}
            </th>
            <th scope="col" className="text-end!">
              {m.method_column_rows()}
            </th>
            <th scope="col" className="text-end!">
              {m.method_column_unconfirmed()}
            </th>
            <th scope="col">{m.supplier_report_column_licence()}</th>
            <th scope="col">{m.methodology_download()}</th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ id, title, producer, vintage, ageMonths, rows, unconfirmed, licence }) => (
            <tr key={id}>
              <th scope="row" lang="en" className="min-w-64 font-normal!">
                <Link to={`/methodology/tables/${id}`}>{title}</Link>
                <span className="block text-xs text-muted">{producer}</span>
              </th>
              <td className="whitespace-nowrap">{vintage}</td>
              <td className="text-end!">{ageMonths === null ? m.shell_unknown() : formatNumber(ageMonths)}</td>
              <td className="text-end!">{formatNumber(rows)}</td>
              <td className="text-end!">{formatPercent(unconfirmed)}</td>
              <td lang="en" className="min-w-40">
                {licence}
              </td>
              <td>
                <TableDownloads id={id} isSmall />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
