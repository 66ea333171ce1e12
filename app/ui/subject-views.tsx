import { Link, useLocation } from '@remix-run/react';
import { createContext, useContext } from 'react';
import { classNames } from './class-names';

/** The views of one subject, such as list and map; `label` names them together. */
export type SubjectViewsValue = { label: string; views: readonly { to: string; label: string }[] } | null;

/** The frame of an organization's pages says which views a page is one of; `PageHeader` shows them beside the title. */
export const SubjectViewsContext = createContext<SubjectViewsValue>(null);

/** The views as tabs beside the title. They scroll where they do not fit. */
export function SubjectViews() {
  const subject = useContext(SubjectViewsContext);
  const { pathname } = useLocation();
  if (!subject) return null;
  return (
    <nav aria-label={subject.label} className="max-w-full min-w-0 overflow-x-auto" data-print="none">
      <ul className="flex gap-1">
        {subject.views.map(({ to, label }) => {
          const isHere = to === pathname;
          return (
            <li key={to}>
              <Link
                to={to}
                prefetch="intent"
                aria-current={isHere ? 'page' : undefined}
                className={classNames(
                  'flex min-h-9 items-center border-b-2 px-2 whitespace-nowrap no-underline -outline-offset-2 pointer-coarse:min-h-11',
                  isHere
                    ? 'border-accent font-semibold text-ink'
                    : 'border-transparent text-muted hover:text-ink forced-colors:border-[Canvas]',
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
