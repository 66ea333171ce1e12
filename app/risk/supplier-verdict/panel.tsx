import { type ReactNode, useId } from 'react';

/** A block of the overview with a heading of its own size, so that the whole page is read at a glance. */
export function Panel({ title, actions, id, children }: { title: ReactNode; actions?: ReactNode; id?: string; children: ReactNode }) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId} className="min-w-0 break-inside-avoid">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-1.5">
        <h2 id={headingId} className="text-base leading-6">
          {title}
        </h2>
        {actions && <div className="text-sm">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
