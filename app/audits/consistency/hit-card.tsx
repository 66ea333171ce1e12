import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { hitStateLabel, severityLabel } from './labels';
import type { ShownHit } from './show-hit';

/** One hit: what disagrees and what is asked, the entries concerned, and its explanation. `children`: what the reader can do. */
export function HitCard({ hit, beside, children }: { hit: ShownHit; beside?: ReactNode; children?: ReactNode }) {
  const { key, rule, severity, state, zero, text, inputs, more, explanation } = hit;
  const isOpen = severity === 'contradiction' && state !== 'explained';
  return (
    <section
      aria-labelledby={`hit-${key}`}
      data-hit={key}
      data-open={isOpen ? '' : undefined}
      className={classNames('grid gap-3 rounded border bg-surface p-4', isOpen ? 'border-danger' : 'border-line')}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className={classNames('font-semibold', isOpen ? 'text-danger' : 'text-muted')}>
          {severityLabel(severity)} · {hitStateLabel(state)}
        </p>
        <span className="text-xs text-muted">{rule}</span>
      </div>
      <h4 id={`hit-${key}`} className="max-w-prose text-base font-semibold">
        {text}
      </h4>
      <div>
        <p className="text-muted">{m.consistency_inputs()}</p>
        <ul className="mt-1 max-w-4xl divide-y divide-line border-y border-line">
          {inputs.map(({ key: input, label, value, href }) => (
            <li key={`${input} ${value}`} className="grid gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[1fr_12rem]">
              {href ? (
                <a href={href} className="inline-flex items-center pointer-coarse:min-h-11">
                  {label}
                </a>
              ) : (
                <span>{label}</span>
              )}
              <span className="min-w-0 font-semibold break-words">
                <bdi>{value}</bdi>
              </span>
            </li>
          ))}
        </ul>
        {more > 0 && <p className="text-muted">{m.consistency_more({ count: more })}</p>}
      </div>
      {zero === 'z3' && <p className="text-muted">{m.consistency_not_considered()}</p>}
      {zero === 'z5' && <p className="text-muted">{m.consistency_case()}</p>}
      {beside}
      {explanation !== null && (
        <p className="max-w-prose whitespace-pre-line">
          <span className="text-muted">{m.consistency_explanation()}</span> <bdi>{explanation}</bdi>
        </p>
      )}
      {children}
    </section>
  );
}
