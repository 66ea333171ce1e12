import { NavLink, useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { classNames } from './class-names';

export type Tab = { to: string; label: string; count?: number | undefined; end?: boolean };

/** Tabs are links, so each has an address and works without script. `label` names the group. On a narrow screen they scroll, up to the one that is shown. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is shown when the path changes
  useEffect(() => {
    const shown = row.current?.querySelector('[aria-current=page]')?.getBoundingClientRect();
    const box = row.current?.getBoundingClientRect();
    // The row alone is moved: the page itself stays where its reader or the address put it.
    if (row.current && shown && box) row.current.scrollLeft += Math.max(0, shown.right - box.right) - Math.max(0, box.left - shown.left);
  }, [pathname]);
  return (
    <nav ref={row} aria-label={label} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink
              to={tab.to}
              end={tab.end ?? false}
              preventScrollReset
              className={({ isActive }) =>
                classNames(
                  '-mb-px flex min-h-9 items-center gap-1.5 border-b-2 px-3 whitespace-nowrap no-underline -outline-offset-2 pointer-coarse:min-h-11',
                  isActive
                    ? 'border-accent font-semibold text-ink'
                    : 'border-transparent text-muted hover:text-ink forced-colors:border-[Canvas]',
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
