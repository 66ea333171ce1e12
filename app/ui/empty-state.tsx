import type { ReactNode } from 'react';

/** What to see where there is nothing yet: why, and what to do next. */
export function EmptyState({ title, children, actions }: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-3 rounded border border-dashed border-edge px-6 py-10">
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {actions && <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
