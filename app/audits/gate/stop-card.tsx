import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { stopStateLabel } from './labels';
import type { ShownStop } from './show-stops';

/** One point of the gate: what stops, the values it was found with, and where its acceptance is. `children`: what the reader can do. */
export function StopCard({ stop, children }: { stop: ShownStop; children?: ReactNode }) {
  const { key, text, state, isStopping, inputs } = stop;
  return (
    <section
      aria-labelledby={`stop-${key}`}
      data-stop={key}
      data-open={isStopping ? '' : undefined}
      className={classNames('grid gap-3 rounded border bg-surface p-4', isStopping ? 'border-danger' : 'border-line')}
    >
      <p className={classNames('font-semibold', isStopping ? 'text-danger' : 'text-muted')}>{stopStateLabel(state)}</p>
      <h4 id={`stop-${key}`} className="max-w-prose text-base font-semibold">
        {text}
      </h4>
      <ul className="grid max-w-2xl gap-1.5">
        {inputs.map((input) => (
          <li key={input.key} className="grid gap-x-4 sm:grid-cols-[1fr_14rem]">
            <span>{input.label}</span>
            <span className="min-w-0 font-semibold break-words">
              <bdi>{input.value ?? m.gate_withheld()}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
