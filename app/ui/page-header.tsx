import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Icon } from './icon';
import { SubjectViews } from './subject-views';

/** A step of the way to this page; the last one, which alone has no `to`, may be left out. Two steps may have one label, never one address. */
export type Crumb = { label: string; to?: string };

/** The way to this page. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={m.shell_breadcrumbs()}>
      <ol className="flex flex-wrap items-center gap-1 text-muted">
        {crumbs.map((crumb, index) => (
          <li key={crumb.to ?? 'here'} className="flex items-center gap-1">
            {index > 0 && <Icon name="chevron" className="size-3" />}
            {crumb.to ? (
              <Link to={crumb.to} className="pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center">
                {crumb.label}
              </Link>
            ) : (
              <bdi>{crumb.label}</bdi>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The head of a page: where we are, its name, the other views of its subject, one sentence, what can be done. `meta` is a line of facts under the title. */
export function PageHeader({
  title,
  lead,
  actions,
  breadcrumbs = [],
  beside,
  meta,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: readonly Crumb[];
  /** At the end of the line of the way to the page. */
  beside?: ReactNode;
  meta?: ReactNode;
}) {
  return (
    <header className="mb-6 grid grid-cols-[minmax(0,1fr)] gap-2">
      {breadcrumbs.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-x-6">
          <Breadcrumbs crumbs={breadcrumbs} />
          {beside}
        </div>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex max-w-full min-w-0 flex-wrap items-center gap-x-6 gap-y-1">
          <h1 className="min-w-0">
            <bdi>{title}</bdi>
          </h1>
          <SubjectViews />
        </div>
        {actions && (
          <div className="flex flex-wrap items-center gap-2 pt-0.5" data-print="none">
            {actions}
          </div>
        )}
      </div>
      {meta && <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">{meta}</div>}
      {lead && <p className="max-w-prose text-base text-muted">{lead}</p>}
    </header>
  );
}

/** A part of a page with its own heading. */
export function Section({
  title,
  lead,
  actions,
  children,
  id,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  id?: string;
}) {
  return (
    <section id={id} className="mt-8 first:mt-0">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-b border-line pb-2">
        <h2>{title}</h2>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {lead && <p className="mb-3 max-w-prose text-muted">{lead}</p>}
      {children}
    </section>
  );
}
