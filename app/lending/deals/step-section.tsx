import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { RadioGroup, Select } from '~/ui/select';
import { Timeline } from '~/ui/timeline';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { DealRead } from './read-deal.server';
import { committeeDecisions } from '~/lending/deal-record/states';
import { blockPath, drawstopPath } from './block-href';
import { blockLabel, drawstopLabel } from './labels';
import { decisionLabel, stateLabel } from '~/lending/deal-record/labels';

type Shown = SerializeFrom<DealRead>;
export type Refused = { intent: string; failure: FormFailure } | null;

/** The next step with its obstacles, each leading to where it is removed, and the other steps: hold, resume, move back, decline. */
export function NextStepSection({ deal, here, mayEdit, refused }: { deal: Shown; here: string; mayEdit: boolean; refused: Refused }) {
  const { next, status, drawstops } = deal;
  const blocks = next?.blocks ?? [];
  // What stops disbursement is the next task wherever nothing stops the next status.
  const isStopped = next !== null && blocks.length === 0 && drawstops.length > 0;
  // The end of a loan comes years later: it is no task of today.
  const isEnd = next?.to === 'exited';
  const failure = refused?.intent === 'go-on' ? refused.failure : undefined;
  return (
    <Section title={titleOf(deal, isStopped)} id="next">
      {failure && <ErrorSummary errors={failure.errors} />}
      {isStopped ? (
        <>
          <Obstacles
            title={m.deals_next_blocked()}
            lines={drawstops.map((stop) => ({ key: stop.code, to: here + drawstopPath(stop), label: drawstopLabel(stop) }))}
          />
          {isEnd && <p className="my-3 max-w-prose">{m.deals_next_exit()}</p>}
        </>
      ) : next === null ? (
        <p className="my-3 text-muted">
          {status === 'held' && deal.heldFrom ? m.deals_resume_lead({ state: stateLabel(deal.heldFrom) }) : m.deals_next_none()}
        </p>
      ) : blocks.length === 0 ? (
        <p className="my-3 max-w-prose">{isEnd ? m.deals_next_exit() : m.deals_next_free()}</p>
      ) : (
        <Obstacles
          title={m.deals_next_blocked()}
          lines={blocks.map((block) => ({ key: block.code, to: here + blockPath(block, mayEdit), label: blockLabel(block) }))}
        />
      )}
      {mayEdit && (
        <div className="flex flex-wrap items-start gap-2" data-print="none">
          {next && blocks.length === 0 && (
            <Form method="post">
              <input type="hidden" name="intent" value="go-on" />
              <input type="hidden" name="seen" value={status} />
              <Button type="submit" variant={isEnd || isStopped ? 'secondary' : 'primary'}>
                {m.deals_go_on({ state: stateLabel(next.to) })}
              </Button>
            </Form>
          )}
          <SideSteps deal={deal} refused={refused} />
        </div>
      )}
    </Section>
  );
}

function titleOf({ next, status }: Shown, isStopped: boolean): string {
  if (isStopped) return m.deals_next_stopped();
  return next ? m.deals_next_title({ state: stateLabel(next.to) }) : stateLabel(status);
}

/** What is to be done first, each linked to the place where it is done. */
function Obstacles({ title, lines }: { title: string; lines: readonly { key: string; to: string; label: string }[] }) {
  return (
    <>
      <p className="my-2 font-semibold">{title}</p>
      <ul className="mb-3 list-disc ps-5">
        {lines.map(({ key, to, label }) => (
          <li key={key}>
            <Link to={to} className="inline-block min-h-6">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function SideSteps({ deal, refused }: { deal: Shown; refused: Refused }) {
  const { status, earlier } = deal;
  const isLent = status === 'closed' || status === 'monitoring' || status === 'exited';
  if (isLent || status === 'declined') return null;
  const side = (intent: 'hold' | 'resume' | 'decline', title: string) => (
    <SideStep intent={intent} title={title} status={status} refused={refused} />
  );
  return (
    <>
      {status === 'held' ? side('resume', m.deals_resume()) : side('hold', m.deals_hold())}
      {earlier.length > 0 && (
        <SideStep intent="go-back" title={m.deals_take_back()} status={status} refused={refused}>
          <Select
            name="to"
            label={m.deals_take_back_to()}
            hint={m.deals_take_back_hint()}
            options={[...earlier].reverse().map((value) => ({ value, label: stateLabel(value) }))}
          />
        </SideStep>
      )}
      {side('decline', m.deals_decline_act())}
    </>
  );
}

function SideStep({
  intent,
  title,
  status,
  refused,
  children,
}: {
  intent: 'hold' | 'resume' | 'decline' | 'go-back';
  title: string;
  status: string;
  refused: Refused;
  children?: React.ReactNode;
}) {
  const failure = refused?.intent === intent ? refused.failure : undefined;
  const form = (
    <Form method="post" noValidate className="grid gap-4">
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="seen" value={status} />
      {children}
      <FreeText {...fieldOf(failure, 'reason')} id={`reason-${intent}`} label={m.deals_reason()} rows={3} maxLength={2000} />
      <div>
        <Button type="submit" variant={intent === 'decline' ? 'danger' : 'primary'}>
          {title}
        </Button>
      </div>
    </Form>
  );
  return (
    <Dialog trigger={title} title={title} variant={intent === 'decline' ? 'danger' : 'secondary'} isRefused={failure !== undefined}>
      {form}
    </Dialog>
  );
}

/** The committee's decision, not by the member who submitted the deal. */
export function CommitteeSection({
  deal,
  userId,
  mayDecide,
  failure,
}: {
  deal: Shown;
  userId: string;
  mayDecide: boolean;
  failure: FormFailure | undefined;
}) {
  if (deal.status !== 'committee' || deal.facts.decision !== null) return null;
  const brought = deal.steps.find(({ to, from }) => to === 'committee' && from !== 'committee' && from !== 'held');
  return (
    <Section title={m.deals_committee_title()} lead={m.deals_four_eyes()} id="committee">
      {mayDecide && brought?.byId !== userId && (
        <Form method="post" noValidate className="mt-3 grid max-w-prose gap-4" data-print="none">
          <ErrorSummary errors={failure?.errors} />
          <input type="hidden" name="intent" value="decide" />
          <input type="hidden" name="seen" value={deal.status} />
          <RadioGroup
            {...fieldOf(failure, 'decision')}
            label={m.deals_decision()}
            options={committeeDecisions.map((value) => ({ value, label: decisionLabel(value) }))}
          />
          <FreeText
            {...fieldOf(failure, 'conditions')}
            optional
            label={m.deals_conditions()}
            hint={m.deals_conditions_hint()}
            rows={4}
            maxLength={4000}
          />
          <FreeText {...fieldOf(failure, 'reason')} label={m.deals_reasons()} rows={3} maxLength={2000} />
          <div>
            <Button type="submit" variant="primary">
              {m.deals_decide()}
            </Button>
          </div>
        </Form>
      )}
      {mayDecide && brought?.byId === userId && <Notice tone="info">{m.deals_refused_same_person()}</Notice>}
    </Section>
  );
}

/** Every step taken, the newest first, with reasons and conditions. */
export function StepsSection({ steps }: { steps: Shown['steps'] }) {
  return (
    <Section title={m.deals_steps_title()} id="steps">
      <Timeline
        empty={m.deals_steps_none()}
        events={steps.map(({ id, at, by, from, to, decision, reason, conditions }) => ({
          id,
          at,
          who: by ?? '',
          what: (
            <>
              {decision ? decisionLabel(decision) : m.deals_step_from_to({ from: stateLabel(from), to: stateLabel(to) })}
              {reason && <span className="block">{reason}</span>}
              {conditions && (
                <span className="block whitespace-pre-line">
                  {m.shell_labelled({ name: m.deals_conditions() })} {conditions}
                </span>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}
