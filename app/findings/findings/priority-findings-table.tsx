import { salienceTerm } from '~/platform/terms/glossary-terms';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { Unknown } from '~/ui/values';
import type { FirstRow } from './prioritize-findings.server';
import { gradeLabel, statusLabel } from './labels';
import { indicatorLabel } from '~/platform/terms/indicator-label';

/** Findings in the order of R9, each with its four scores; unknown ones are labelled. */
export function ActFirstTable({ rows, base }: { rows: readonly FirstRow[]; base: string }) {
  const number = (value: number | null) => (value === null ? <Unknown /> : formatNumber(value));
  const columns: Column<FirstRow>[] = [
    {
      key: 'rank',
      header: m.what_if_column_order(),
      term: salienceTerm,
      align: 'end',
      cell: ({ salience }) => formatNumber(salience.rank),
    },
    {
      key: 'finding',
      header: m.method_column_finding(),
      isRowHeader: true,
      wraps: true,
      cell: ({ finding, overrides }) => (
        <span className="block min-w-56">
          <Link to={`${base}/findings/${finding.id}`} lang={finding.lang}>
            {finding.title}
          </Link>
          <span className="block text-xs text-muted">
            {[
              finding.party.name,
              gradeLabel(finding.grade),
              statusLabel(finding.status),
              finding.indicator && indicatorLabel(finding.indicator),
              ...overrides,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      ),
    },
    {
      key: 'severity',
      header: m.what_if_column_severity(),
      align: 'end',
      cell: ({ salience: { severity, severityAtLeast } }) =>
        severity !== null ? (
          <strong>{formatNumber(severity)}</strong>
        ) : severityAtLeast !== null ? (
          m.what_if_at_least({ value: formatNumber(severityAtLeast) })
        ) : (
          <Unknown />
        ),
    },
    { key: 'scale', header: m.what_if_column_scale(), align: 'end', cell: ({ salience }) => number(salience.scale) },
    {
      key: 'irremediability',
      header: m.what_if_column_irremediability(),
      align: 'end',
      cell: ({ salience }) => number(salience.irremediability),
    },
    { key: 'scope', header: m.what_if_column_scope(), align: 'end', cell: ({ salience }) => number(salience.scope) },
    { key: 'likelihood', header: m.what_if_column_likelihood(), align: 'end', cell: ({ salience }) => number(salience.likelihood) },
  ];
  return <DataTable caption={m.what_if_first_title()} columns={columns} rows={rows} rowKey={({ finding }) => finding.id} />;
}
