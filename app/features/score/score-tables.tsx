import type { Component, Scored } from '#scoring';
import { Link } from '@remix-run/react';
import { componentWord, domainWord } from '~/charts/words';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber, formatPercent } from '~/ui/format';
import { stepAnchor } from './addresses';
import type { ShownScore } from './score-page.server';
import { gradeWord, statusWord } from './words';

type IsScored = Extract<Scored, { status: 'scored' }>;
const tenth = (value: number) => formatNumber(value, { digits: 1 });

/** The components of inherent risk: points, what they could be at best and at worst, and whether the fact is known. */
export function ComponentTable({ components }: { components: readonly Component[] }) {
  const columns: Column<Component>[] = [
    {
      key: 'name',
      header: m.method_column_component(),
      cell: ({ id }) => <a href={`#${stepAnchor(`score/inherent/${id}`)}`}>{componentWord(id)}</a>,
    },
    { key: 'points', header: m.method_column_points(), align: 'end', cell: ({ points }) => <strong>{tenth(points)}</strong> },
    { key: 'low', header: m.method_column_low(), align: 'end', cell: ({ low }) => tenth(low) },
    { key: 'high', header: m.method_column_high(), align: 'end', cell: ({ high }) => tenth(high) },
    { key: 'max', header: m.method_column_max(), align: 'end', cell: ({ max }) => formatNumber(max) },
    {
      key: 'known',
      header: m.method_column_known(),
      cell: ({ known }) => (known ? m.method_known() : <span className="text-muted italic">{m.method_not_known()}</span>),
    },
    { key: 'rule', header: m.method_column_rule(), cell: ({ rule }) => <Link to={`/methodology/${rule}`}>{rule}</Link> },
  ];
  return <DataTable caption={m.method_components_title()} columns={columns} rows={components} rowKey={({ id }) => id} />;
}

/** What the answers take away, by control domain. */
export function DomainTable({ domains }: { domains: IsScored['domains'] }) {
  const columns: Column<IsScored['domains'][number]>[] = [
    {
      key: 'name',
      header: m.method_column_domain(),
      cell: ({ domain }) => <a href={`#${stepAnchor(`score/credit/${domain}`)}`}>{domainWord(domain)}</a>,
    },
    { key: 'weight', header: m.method_column_weight(), align: 'end', cell: ({ weight }) => formatNumber(weight) },
    {
      key: 'answered',
      header: m.method_column_answered(),
      align: 'end',
      cell: ({ answered, questions, ruledOut }) =>
        ruledOut ? m.method_counted_domain_out() : m.shell_progress_of({ completed: String(answered), total: String(questions) }),
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
  result: IsScored;
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
    { key: 'grade', header: m.method_column_grade(), cell: ({ grade }) => gradeWord(grade) },
    { key: 'status', header: m.method_column_status(), cell: ({ status }) => statusWord(status) },
    { key: 'points', header: m.method_column_points(), align: 'end', cell: ({ points }) => <strong>{tenth(points)}</strong> },
    { key: 'share', header: m.method_column_share(), align: 'end', cell: ({ share }) => formatPercent(share) },
  ];
  return <DataTable caption={m.method_findings_title()} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
