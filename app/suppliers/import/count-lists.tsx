import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import type { BatchCounts, Committed } from './schema';
import { problemKind } from './labels';

/** What accepting would write, in numbers. */
export function WouldWrite({ counts }: { counts: BatchCounts }) {
  const lines = [
    m.import_count_good({ count: counts.valid + counts.warned }),
    counts.invalid > 0 && m.import_count_left_out({ count: counts.invalid }),
    m.import_count_suppliers_new({ count: counts.suppliersNew }),
    counts.suppliersKnown > 0 && m.import_count_suppliers_known({ count: counts.suppliersKnown }),
    m.import_count_sites_new({ count: counts.sitesNew }),
    counts.subcontractors > 0 && m.import_count_subcontractors({ count: counts.subcontractors }),
    counts.providersNew > 0 && m.import_count_providers_new({ count: counts.providersNew }),
    m.import_count_links({ count: counts.links }),
    counts.orders !== null && counts.orders.lines > 0 && m.import_count_order_lines({ count: counts.orders.lines }),
  ];
  return <Lines lines={lines} />;
}

/** What committing wrote. */
export function Wrote({ wrote }: { wrote: Committed }) {
  const lines = [
    m.import_count_suppliers_new({ count: wrote.suppliers }),
    m.import_count_sites_new({ count: wrote.sites }),
    wrote.providers > 0 && m.import_count_providers_new({ count: wrote.providers }),
    m.import_count_links({ count: wrote.links }),
    wrote.orderLines > 0 && m.import_count_order_lines({ count: wrote.orderLines }),
    m.import_count_facts({ count: wrote.facts }),
    wrote.changedParties > 0 && m.import_done_changed({ count: wrote.changedParties }),
    wrote.rowsLeftOut > 0 && m.import_count_left_out({ count: wrote.rowsLeftOut }),
  ];
  return <Lines lines={lines} />;
}

/** Lines with a dot each; false leaves one out. */
export function Lines({ lines }: { lines: readonly (string | false)[] }) {
  return <ul className="grid list-disc gap-1 ps-5">{lines.map((line) => line && <li key={line}>{line}</li>)}</ul>;
}

/** Problems by kind, the most severe first, each with a link to its rows. */
export function ProblemKinds({ problems, hrefOf }: { problems: BatchCounts['problems']; hrefOf: (code: string) => string }) {
  if (problems.length === 0) return <p>{m.import_problems_none()}</p>;
  return (
    <DataTable
      caption={m.import_problems_caption()}
      rows={problems}
      rowKey={({ code, severity }) => `${severity} ${code}`}
      columns={[
        {
          key: 'kind',
          header: m.import_column_kind(),
          isRowHeader: true,
          wraps: true,
          cell: ({ code }) => (
            <Link to={hrefOf(code)} preventScrollReset>
              {problemKind(code)}
            </Link>
          ),
        },
        {
          key: 'effect',
          header: m.import_column_effect(),
          cell: ({ severity }) => (severity === 'error' ? m.import_effect_error() : m.import_effect_warning()),
        },
        { key: 'count', header: m.import_column_count(), align: 'end', cell: ({ count }) => formatNumber(count) },
      ]}
    />
  );
}
