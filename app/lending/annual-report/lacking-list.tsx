import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import type { Lacking } from './count-year';
import { lackPath, lackLabel } from './lack-labels';

/** Why the annual report cannot be made: each deal with its gaps, linked to the pages that close them. */
export function LackingList({ lacking, base }: { lacking: readonly Lacking[]; base: string }) {
  return (
    <div className="grid gap-4" id="lacking">
      <Notice tone="warning" title={m.annual_report_refused_title()}>
        {m.annual_report_refused_text()}
      </Notice>
      <DataTable
        caption={m.annual_report_refused_title()}
        rows={lacking}
        rowKey={({ id }) => id}
        isStacked
        columns={[
          { key: 'number', header: m.deals_number(), cell: ({ id, number }) => <Link to={`${base}/deals/${id}`}>{number}</Link> },
          { key: 'project', header: m.deals_project(), wraps: true, cell: ({ projectName }) => <bdi>{projectName}</bdi> },
          {
            key: 'lacks',
            header: m.annual_report_refused_lacks(),
            wraps: true,
            cell: ({ id, lacks }) => (
              <ul className="grid gap-1">
                {lacks.map((code) => (
                  <li key={code}>
                    <Link to={`${base}/deals/${id}${lackPath(code)}`}>{lackLabel(code)}</Link>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </div>
  );
}
