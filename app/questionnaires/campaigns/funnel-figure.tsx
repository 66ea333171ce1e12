import { Link } from '@remix-run/react';
import { ChartFigure } from '~/documents/charts/chart-figure';
import {
  drawFunnel,
  type FunnelStage,
  type FunnelSteps,
  funnelStages,
  funnelTitle,
  stageLabel,
  waitingLabel,
  waitingStages,
} from '~/questionnaires/requests/funnel-steps';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import type { ChaseView } from './states';

const views: Partial<Record<FunnelStage, ChaseView>> = {
  invited: 'not-opened',
  opened: 'at-opened',
  started: 'at-started',
  submitted: 'to-review',
};

/** How far the requests of a campaign came, and who waits at each stage, with a link to them. */
export function FunnelFigure({ steps, bounced, path }: { steps: FunnelSteps; bounced: number; path: string }) {
  const href = (view: ChaseView) => `${path}?show=${view}#requests`;
  const hrefOf = (stage: FunnelStage) => {
    const view = views[stage];
    return view === undefined || steps[stage].waiting === 0 ? undefined : href(view);
  };
  const refused = funnelStages.reduce((sum, stage) => sum + steps[stage].refused, 0);
  const title = funnelTitle(steps);
  return (
    <ChartFigure
      title={title}
      wide={drawFunnel(steps, 'wide')}
      narrow={drawFunnel(steps, 'narrow')}
      linkFor={(id) => {
        const stage = waitingStages.find((each) => each === id);
        const to = stage && hrefOf(stage);
        return stage && to ? { href: to, label: waitingLabel(stage, steps[stage].waiting) } : undefined;
      }}
      legend={[
        { tone: 'credit', label: m.funnel_went_on() },
        { tone: 'basis-d', label: m.funnel_waits() },
        { tone: 'findings', label: m.funnel_refuse() },
      ]}
      fileHref={(format) => `${path}/chart?as=${format}`}
      table={
        <DataTable
          caption={title}
          rows={funnelStages}
          rowKey={(stage) => stage}
          columns={[
            { key: 'stage', header: m.funnel_stage(), cell: stageLabel },
            { key: 'reached', header: m.funnel_reached(), align: 'end', cell: (stage) => formatNumber(steps[stage].reached) },
            { key: 'waiting', header: m.funnel_waits(), align: 'end', cell: (stage) => formatNumber(steps[stage].waiting) },
            { key: 'refused', header: m.requests_funnel_refused(), align: 'end', cell: (stage) => formatNumber(steps[stage].refused) },
          ]}
        />
      }
    >
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
        {waitingStages.map((stage) => {
          const to = hrefOf(stage);
          return to ? (
            <li key={stage}>
              <Link to={to}>{waitingLabel(stage, steps[stage].waiting)}</Link>
            </li>
          ) : null;
        })}
        {refused > 0 && (
          <li>
            <Link to={href('refused')}>{m.funnel_refused({ count: refused })}</Link>
          </li>
        )}
        {bounced > 0 && (
          <li>
            <Link to={href('bounced')}>{m.funnel_bounced({ count: bounced })}</Link>
          </li>
        )}
      </ul>
    </ChartFigure>
  );
}
