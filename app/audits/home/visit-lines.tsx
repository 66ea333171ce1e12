import type { ReactNode } from 'react';
import { Icon } from '~/ui/icon';

export type VisitLine = {
  key: string;
  label: string;
  text: ReactNode;
  /** Null: a fact that is neither done nor open. */
  isDone: boolean | null;
  /** Where it is done. */
  href?: string;
};

/** What is done and what is open, each with its figure; an open one leads to where it is done. */
export function VisitLines({ lines }: { lines: readonly VisitLine[] }) {
  return (
    <ul>
      {lines.map(({ key, label, text, isDone, href }) => (
        <li key={key} className="grid grid-cols-[1.25rem_minmax(0,1fr)] items-baseline gap-x-2 border-b border-line py-1.5" data-line={key}>
          {isDone === null ? <span /> : <Icon name={isDone ? 'check' : 'question'} className={isDone ? 'text-success' : 'text-warning'} />}
          <span className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-3">
            {/* The recorder is a page of its own, outside of this application. */}
            {href ? <a href={href}>{label}</a> : <span>{label}</span>}
            <span className="text-xs text-muted">{text}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
