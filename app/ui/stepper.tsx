import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { classNames } from './class-names';
import { Icon } from './icon';

export type Step = { key: string; label: string; to?: string };

/** The steps of a longer act; those behind the current one are links when they have an address. */
export function Stepper({ label, steps, current }: { label: string; steps: readonly Step[]; current: string }) {
  const at = steps.findIndex(({ key }) => key === current);
  return (
    <nav aria-label={label} className="mb-6" data-print="none">
      <p className="mb-2 text-muted sm:hidden">
        {m.shell_labelled({ name: m.shell_step_of({ step: at + 1, total: steps.length }) })}{' '}
        <span className="text-ink">{steps[at]?.label}</span>
      </p>
      <ol className="flex gap-1">
        {steps.map((step, index) => {
          const isDone = index < at;
          const isCurrent = index === at;
          const words = (
            <>
              {isDone ? (
                <Icon name="check" label={m.shell_step_done()} className="text-accent" />
              ) : (
                <span aria-hidden="true">{index + 1}</span>
              )}
              {step.label}
            </>
          );
          return (
            <li
              key={step.key}
              aria-current={isCurrent ? 'step' : undefined}
              className={classNames('grow border-t-2 pt-2', index <= at ? 'border-accent' : 'border-line')}
            >
              <span
                className={classNames('flex items-center gap-2 max-sm:sr-only', isCurrent && 'font-semibold', !isCurrent && 'text-muted')}
              >
                {isDone && step.to ? (
                  <Link to={step.to} className="flex items-center gap-2 text-muted">
                    {words}
                  </Link>
                ) : (
                  words
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
