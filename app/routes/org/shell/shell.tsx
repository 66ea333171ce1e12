import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { can, type Role } from '~/access/permissions';
import { DemonstrationBar, type DemonstrationState } from '~/organizations/demonstration/demonstration-bar';
import { m } from '~/paraglide/messages';
import { KeyboardSheet } from '~/ui/keyboard-sheet';
import { LostClicks } from '~/ui/lost-clicks';
import { SubjectViewsContext } from '~/ui/subject-views';
import { currentEntry, navigationOf, type SubjectKey, viewsBeside } from './navigation';
import { TopBar } from './top-bar';

export type ShellData = {
  user: { name: string; email: string };
  organization: { slug: string; name: string; kind: string };
  others: readonly { slug: string; name: string }[];
  role: Role;
  theme: 'light' | 'dark' | null;
  counts: Partial<Record<SubjectKey, number>>;
  unread: number;
  demonstration: DemonstrationState | null;
};

/** The frame around every page of an organization. */
export function Shell({ data, children }: { data: ShellData; children: ReactNode }) {
  const { user, organization, others, role, theme, counts } = data;
  const { pathname } = useLocation();
  const navigation = navigationOf({ ...organization, can: (permission) => can(role, permission) });
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50"
      >
        {m.shell_skip_to_content()}
      </a>
      <TopBar
        organization={organization}
        others={others}
        user={user}
        theme={theme}
        navigation={navigation}
        current={currentEntry(navigation, pathname)?.key}
        counts={counts}
        unread={data.unread}
      />
      {data.demonstration ? <DemonstrationBar organization={organization} role={role} state={data.demonstration} /> : null}
      <main id="content" tabIndex={-1} className="min-w-0 px-4 pt-5 pb-8 outline-none max-[1100px]:pb-24 sm:px-6 xl:px-8 print:p-0">
        <SubjectViewsContext.Provider value={viewsBeside(navigation, pathname)}>{children}</SubjectViewsContext.Provider>
      </main>
      <KeyboardSheet />
      <LostClicks />
    </>
  );
}
