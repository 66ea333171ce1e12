import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { NotificationBell } from '~/platform/notifications/notification-bell';
import { Icon } from '~/ui/icon';
import { Menu } from '~/ui/menu';
import { LanguageForm, SignOutForm, ThemeForm } from '~/ui/preference-forms';
import { CommandPalette } from './command-palette';
import type { PlaceGroup } from './navigation';
import { SideNavigation } from './side-navigation';

type OrganizationName = { slug: string; name: string };

/** The bar over every page of an organization: where we are, the finder, the person. */
export function TopBar({
  organization,
  others,
  user,
  theme,
  groups,
  unread,
}: {
  organization: OrganizationName;
  others: readonly OrganizationName[];
  user: { name: string; email: string };
  theme: 'light' | 'dark' | null;
  groups: readonly PlaceGroup[];
  unread: number;
}) {
  return (
    <header className="sticky top-0 z-20 flex min-h-12 items-center gap-2 border-b border-line bg-canvas px-2 sm:px-4" data-print="none">
      <Menu className="lg:hidden" align="start" label={m.shell_menu()} summary={<Icon name="menu" />}>
        <SideNavigation groups={groups} />
      </Menu>
      {others.length === 0 ? (
        <Link to={`/o/${organization.slug}`} className="min-w-0 truncate px-2 font-semibold text-ink no-underline">
          {organization.name}
        </Link>
      ) : (
        <OrganizationMenu organization={organization} others={others} />
      )}
      <div className="ms-auto flex items-center gap-1">
        <CommandPalette slug={organization.slug} groups={groups} />
        <NotificationBell base={`/o/${organization.slug}`} unread={unread} />
        <Menu
          label={m.shell_your_account()}
          summary={
            <>
              <Icon name="user" />
              <span className="max-w-40 truncate max-md:hidden">{user.name}</span>
              <Icon name="down" className="size-3 text-muted" />
            </>
          }
        >
          <div className="grid gap-4">
            <div className="min-w-0">
              <p className="truncate font-semibold">{user.name}</p>
              <p className="truncate text-muted">{user.email}</p>
              <p className="mt-1">
                <Link to="/account">{m.shell_account_settings()}</Link>
              </p>
            </div>
            <LanguageForm />
            <ThemeForm theme={theme} />
            <SignOutForm />
          </div>
        </Menu>
      </div>
    </header>
  );
}

function OrganizationMenu({ organization, others }: { organization: OrganizationName; others: readonly OrganizationName[] }) {
  return (
    <Menu
      align="start"
      className="min-w-0"
      summary={
        <>
          <span className="truncate font-semibold">{organization.name}</span>
          <Icon name="down" className="size-3 text-muted" />
        </>
      }
    >
      <p className="px-2 pb-1 text-xs text-muted">{m.shell_switch_organization()}</p>
      <ul>
        {others.map(({ slug, name }) => (
          <li key={slug}>
            <Link to={`/o/${slug}`} className="flex min-h-9 items-center rounded px-2 text-ink no-underline hover:bg-sunken">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
