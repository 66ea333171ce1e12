import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Component, HasScore } from '#scoring';
import { componentLabel, domainLabel } from '~/documents/charts/labels';
import { oddsLabel } from '~/documents/charts/odds-labels';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber, formatPercent } from '~/ui/format';
import { stepAnchor } from './addresses';
import type { ShownScore } from './score-page.server';
import { gradeLabel, signedTenth, statusLabel } from './labels';

const tenth = (value: number) => formatNumber(value, { digits: 1 });

/** The lines of place and workforce: points, what they mean, their error, whether the fact is known, and where it was read. */
export function ComponentTable({
  components,
  sourceOf,
}: {
  components: readonly Component[];
  /** A link to where the fact of a component was read, null where none is kept. Left out where facts have no sources. */
  sourceOf?: (id: Component['id']) => ReactNode;
}) {
  const columns: Column<Component>[] = [
    {
      key: 'name',
      header: m.method_column_component(),
      cell: ({ id }) => <a href={`#${stepAnchor(`score/inherent/${id}`)}`}>{componentLabel(id)}</a>,
    },
    { key: 'points', header: m.method_column_points(), align: 'end', cell: ({ points }) => <strong>{signedTenth(points)}</strong> },
    { key: 'odds', header: m.scores_column_odds(), cell: (component) => meaningOf(component) },
    { key: 'error', header: m.scores_column_error(), align: 'end', cell: ({ error }) => m.scores_error({ points: tenth(error) }) },
    {
      key: 'known',
      header: m.method_column_known(),
      cell: ({ known }) => (known ? m.method_known() : <span className="text-muted italic">{m.method_not_known()}</span>),
    },
    ...(sourceOf ? [{ key: 'source', header: m.scores_column_source(), wraps: true, cell: ({ id }: Component) => sourceOf(id) }] : []),
    { key: 'rule', header: m.method_column_rule(), cell: ({ rule }) => <Link to={`/methodology/${rule}`}>{rule}</Link> },
  ];
  return <DataTable caption={m.method_components_title()} columns={columns} rows={components} rowKey={({ id }) => id} />;
}

/** What a line means; of an unknown one that it widens the interval, where it does. One of which a part is known counts its points as well. */
function meaningOf({ points, known, error }: Component): string {
  if (known) return oddsLabel(points);
  const widens = error > 0 ? m.scores_widens() : '—';
  return points === 0 ? widens : `${oddsLabel(points)}; ${widens}`;
}

/** What the answers take away, by control domain. */
export function DomainTable({ domains }: { domains: HasScore['domains'] }) {
  const columns: Column<HasScore['domains'][number]>[] = [
    {
      key: 'name',
      header: m.method_column_domain(),
      cell: ({ domain }) => <a href={`#${stepAnchor(`score/credit/${domain}`)}`}>{domainLabel(domain)}</a>,
    },
    { key: 'weight', header: m.method_column_weight(), align: 'end', cell: ({ weight }) => formatNumber(weight) },
    {
      key: 'answered',
      header: m.method_column_answered(),
      align: 'end',
      cell: ({ answered, questions, ruledOut, notAsked }) =>
        ruledOut
          ? m.method_counted_domain_out()
          : notAsked
            ? m.method_counted_domain_not_asked()
            : m.shell_progress_of({ completed: String(answered), total: String(questions) }),
    },
    {
      key: 'effectiveness',
      header: m.method_column_effectiveness(),
      align: 'end',
      cell: ({ effectiveness }) => formatPercent(effectiveness),
    },
    { key: 'credit', header: m.method_column_credit(), align: 'end', cell: ({ credit }) => <strong>{tenth(credit)}</strong> },
  ];
  return <DataTable caption={m.method_domains_title()} columns={columns} rows={domains} rowKey={({ domain }) => domain} />;
}

type FindingRow = ShownScore['findings'][number] & { points: number; share: number };

/** How much each finding adds. */
export function FindingShares({
  result,
  findings,
  href,
}: {
  result: HasScore;
  findings: ShownScore['findings'];
  href: (findingId: string) => string;
}) {
  const shares = new Map(result.findings.map((share) => [share.id, share]));
  const rows: FindingRow[] = findings.map((finding) => {
    const { points = 0, share = 0 } = shares.get(finding.id) ?? {};
    return { ...finding, points, share };
  });
  const columns: Column<FindingRow>[] = [
    {
      key: 'finding',
      header: m.method_column_finding(),
      wraps: true,
      cell: ({ id, text, question }) => (
        <span className="block min-w-56">
          <Link to={href(id)}>{text ?? m.method_finding_word()}</Link>
          {question && <span className="text-xs text-muted"> {question}</span>}
        </span>
      ),
    },
    { key: 'grade', header: m.method_column_grade(), cell: ({ grade }) => gradeLabel(grade) },
    { key: 'status', header: m.method_column_status(), cell: ({ status }) => statusLabel(status) },
    { key: 'points', header: m.method_column_points(), align: 'end', cell: ({ points }) => <strong>{tenth(points)}</strong> },
    { key: 'share', header: m.method_column_share(), align: 'end', cell: ({ share }) => formatPercent(share) },
  ];
  return <DataTable caption={m.method_findings_title()} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
