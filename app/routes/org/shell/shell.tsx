import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { can, type Role } from '~/access/permissions';
import { DemonstrationBar, type DemonstrationState } from '~/organizations/demonstration/demonstration-bar';
import { m } from '~/paraglide/messages';
import { placesOf } from './navigation';
import { SideNavigation } from './side-navigation';
import { TopBar } from './top-bar';

export type ShellData = {
  user: { name: string; email: string };
  organization: { slug: string; name: string; kind: string };
  others: readonly { slug: string; name: string }[];
  role: Role;
  theme: 'light' | 'dark' | null;
  unread: number;
  demonstration: DemonstrationState | null;
};

/** The shell around every page of an organization. */
export function Shell({ data, children }: { data: ShellData; children: ReactNode }) {
  const { user, organization, others, role, theme } = data;
  const groups = placesOf({ ...organization, can: (permission) => can(role, permission) });
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50"
      >
        {m.shell_skip_to_content()}
      </a>
      <TopBar organization={organization} others={others} user={user} theme={theme} groups={groups} unread={data.unread} />
      {data.demonstration ? <DemonstrationBar organization={organization} role={role} state={data.demonstration} /> : null}
      <div className="lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <aside
          className="sticky top-12 hidden h-[calc(100dvh-3rem)] flex-col justify-between overflow-y-auto border-e border-line py-4 lg:flex"
          data-print="none"
        >
          <SideNavigation groups={groups} />
          <p className="mt-6 px-3.5 text-xs text-muted">
            <Link to="/methodology" className="text-muted">
              Manumit
            </Link>
            <br />
            {m.shell_made_open()}
          </p>
        </aside>
        <main id="content" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none sm:px-6 lg:px-8">
          <div className="mx-auto max-w-[90rem]">{children}</div>
        </main>
      </div>
    </>
  );
}
