import { drawStackedRows } from '~/documents/charts/stacked-rows-geometry';
import { m } from '~/paraglide/messages';
import type { Drawing } from '~/ui/drawing/shapes';
import { formatNumber, formatPercent } from '~/ui/format';

/** How far a request comes; each stage is reached through all before it. */
export const funnelStages = ['invited', 'opened', 'started', 'submitted', 'accepted'] as const;
export type FunnelStage = (typeof funnelStages)[number];
/** Of each stage: how many reached it, how many of them wait there, and how many refused there. The others went on. */
export type FunnelSteps = Record<FunnelStage, { reached: number; waiting: number; refused: number }>;
type Request = { status: string; hasOpened: boolean; hasStarted: boolean; isAccepted: boolean; count: number };

/** The last stage that a request reached. */
function stageOf({ status, hasOpened, hasStarted, isAccepted }: Request): FunnelStage {
  if (status === 'submitted') return isAccepted ? 'accepted' : 'submitted';
  return hasStarted ? 'started' : hasOpened ? 'opened' : 'invited';
}

/** Requests by stage. What is reached at one stage either waits there, was refused there, or reached the next. Pure. */
export function foldSteps(requests: readonly Request[]): FunnelSteps {
  const steps = Object.fromEntries(funnelStages.map((stage) => [stage, { reached: 0, waiting: 0, refused: 0 }])) as FunnelSteps;
  for (const request of requests) {
    const last = stageOf(request);
    for (const stage of funnelStages.slice(0, funnelStages.indexOf(last) + 1)) steps[stage].reached += request.count;
    if (request.status === 'refused') steps[last].refused += request.count;
    else if (last !== 'accepted') steps[last].waiting += request.count;
  }
  return steps;
}

const stageMessages = {
  invited: m.requests_funnel_invited,
  opened: m.requests_funnel_opened,
  started: m.requests_funnel_started,
  submitted: m.requests_funnel_submitted,
  accepted: m.funnel_accepted,
} satisfies Record<FunnelStage, () => string>;
export const stageLabel = (stage: FunnelStage): string => stageMessages[stage]();

const waitingMessages = {
  invited: m.funnel_waiting_invited,
  opened: m.funnel_waiting_opened,
  started: m.funnel_waiting_started,
  submitted: m.funnel_waiting_submitted,
} satisfies Record<Exclude<FunnelStage, 'accepted'>, (inputs: { count: number }) => string>;
export type WaitingStage = keyof typeof waitingMessages;
export const waitingStages = Object.keys(waitingMessages) as WaitingStage[];
/** Who waits at a stage: "18 have not opened the request". */
export const waitingLabel = (stage: WaitingStage, count: number): string => waitingMessages[stage]({ count });

/** What the funnel says: at which stage most wait. */
export function funnelTitle(steps: FunnelSteps): string {
  const { reached } = steps.invited;
  const most = waitingStages.toSorted((a, b) => steps[b].waiting - steps[a].waiting)[0] ?? 'invited';
  const { waiting } = steps[most];
  if (waiting === 0) return m.funnel_none_waiting({ count: reached, accepted: formatNumber(steps.accepted.reached) });
  return m.funnel_title({ waiting: waitingLabel(most, waiting), all: formatNumber(reached) });
}

/** A bar for each stage: who went on, who waits there, who refused there. */
export function drawFunnel(steps: FunnelSteps, size: 'wide' | 'narrow'): Drawing {
  const all = steps.invited.reached;
  const text = (count: number) => (count > 0 ? formatNumber(count) : '');
  const rows = funnelStages.map((stage) => {
    const { reached, waiting, refused } = steps[stage];
    const on = reached - waiting - refused;
    return {
      ...{ id: stage, label: stageLabel(stage), written: `${formatNumber(reached)} · ${formatPercent(all === 0 ? 0 : reached / all)}` },
      parts: [
        { size: on, tone: 'credit' as const },
        { size: waiting, tone: 'basis-d' as const, text: text(waiting) },
        { size: refused, tone: 'findings' as const },
      ],
    };
  });
  const room = size === 'wide' ? { width: 760, labelWidth: 110, writtenWidth: 90 } : { width: 328, labelWidth: 0, writtenWidth: 80 };
  return drawStackedRows(rows, { ...room, isByNumber: true });
}
