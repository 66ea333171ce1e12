import { NavLink } from '@remix-run/react';
import { classNames } from './class-names';

export type Tab = { to: string; label: string; count?: number | undefined; end?: boolean };

/** Tabs are links, so each has an address and works without script. `label` names the group. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink
              to={tab.to}
              end={tab.end ?? false}
              preventScrollReset
              className={({ isActive }) =>
                classNames(
                  '-mb-px flex min-h-9 items-center gap-1.5 border-b-2 px-3 whitespace-nowrap no-underline -outline-offset-2',
                  isActive ? 'border-accent font-semibold text-ink' : 'border-transparent text-muted hover:text-ink',
                )
              }
            >
              {tab.label}
              {tab.count !== undefined && <span className="text-xs font-normal text-muted">{tab.count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
