import { Link } from '@remix-run/react';
import type { Role } from '~/access/permissions';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { tourOf } from './stories';

export type DemonstrationState = { isOpen: boolean; tourStep: number | null };

/** Above each page of a demonstration: that its data are fictional, the other roles, and the current step of the tour. */
export function DemonstrationBar({
  organization,
  role,
  state,
}: {
  organization: { slug: string; kind: string };
  role: Role;
  state: DemonstrationState;
}) {
  const tourPath = `/o/${organization.slug}/tour`;
  return (
    <div className="border-b border-line bg-sunken px-4 py-1 text-xs sm:px-6 lg:px-8" data-print="none">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-4 gap-y-1 [&_a]:inline-flex [&_a]:min-h-6 [&_a]:items-center">
        <span className="text-muted">{m.demonstration_bar()}</span>
        {state.isOpen ? (
          <>
            <Link to="/demonstration">{m.demonstration_switch_role()}</Link>
            <Link to={`/o/${organization.slug}/demonstration/reset`}>{m.demonstration_reset()}</Link>
          </>
        ) : null}
        {state.tourStep === null ? (
          <Link to={tourPath}>{m.demonstration_take_tour()}</Link>
        ) : (
          <TourPosition path={tourPath} steps={tourOf({ kind: organization.kind, role })} at={state.tourStep} />
        )}
      </div>
    </div>
  );
}

function TourPosition({ path, steps, at }: { path: string; steps: ReturnType<typeof tourOf>; at: number }) {
  const step = steps[at];
  if (!step) return <Link to={path}>{m.demonstration_take_tour()}</Link>;
  const next = steps[at + 1];
  return (
    <Form method="post" action={path} className="grid w-full gap-2 pb-1 md:grid-cols-[1fr_auto] md:items-center">
      <p className="text-sm">
        <span className="text-muted">{m.demonstration_tour_position({ step: at + 1, count: steps.length })}</span>{' '}
        <strong className="font-semibold">{step.title()}</strong> {step.text()}
      </p>
      <p className="flex flex-wrap items-center gap-2">
        {at > 0 ? (
          <Button size="sm" name="step" value={at - 1}>
            {m.demonstration_tour_back()}
          </Button>
        ) : null}
        {next ? (
          <Button size="sm" variant="primary" name="step" value={at + 1}>
            {m.demonstration_tour_next({ title: next.title() })}
          </Button>
        ) : null}
        <Button size="sm" variant={next ? 'quiet' : 'primary'} name="step" value="end">
          {next ? m.demonstration_tour_leave() : m.demonstration_tour_end()}
        </Button>
      </p>
    </Form>
  );
}
