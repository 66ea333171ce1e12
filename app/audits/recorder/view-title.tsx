import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { placeLink } from './use-place';

/** The heading of a view, with the way back to the list. It takes the focus when one arrives. */
export function ViewTitle({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
  return (
    <div className="grid gap-2">
      <p>
        <a href={placeLink()} className="inline-flex min-h-11 items-center">
          {m.recorder_back()}
        </a>
      </p>
      <h2 data-view-title="" tabIndex={-1}>
        {children}
      </h2>
      {lead && <p className="max-w-prose text-muted">{lead}</p>}
    </div>
  );
}
