import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { PageHeader } from '~/ui/page-header';
import type { TourStep } from './stories';

/** All steps of a tour, each with a button to its page. */
export function TourPage({ slug, steps }: { slug: string; steps: readonly TourStep[] }) {
  return (
    <Form method="post" action={`/o/${slug}/tour`}>
      <PageHeader
        title={m.demonstration_tour_title()}
        lead={m.demonstration_tour_lead({ count: steps.length })}
        actions={
          <Button variant="primary" name="step" value="0">
            {m.demonstration_tour_start()}
          </Button>
        }
      />
      <ol className="m-0 max-w-3xl list-none p-0">
        {steps.map(({ key, title, text }, index) => (
          <li key={key} className="grid grid-cols-[2rem_1fr_auto] items-baseline gap-x-3 border-b border-line py-3">
            <span className="text-muted tabular-nums">{index + 1}</span>
            <div>
              <h2 className="text-sm font-semibold">{title()}</h2>
              <p className="text-muted">{text()}</p>
            </div>
            <Button variant="quiet" size="sm" name="step" value={index} aria-label={`${m.demonstration_tour_go()} ${index + 1}`}>
              {m.demonstration_open()}
            </Button>
          </li>
        ))}
      </ol>
    </Form>
  );
}
