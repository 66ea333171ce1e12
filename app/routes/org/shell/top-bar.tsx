import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { initials } from '~/ui/initials';
import { NotificationBell } from '~/platform/notifications/notification-bell';
import { Icon } from '~/ui/icon';
import { Menu } from '~/ui/menu';
import { LanguageForm, SignOutForm, ThemeForm } from '~/ui/preference-forms';
import { ProductMark } from '~/ui/product-mark';
import { CommandPalette } from './command-palette';
import { HelpMenu } from './help-menu';
import { MainNavigation } from './main-navigation';
import { MenuLinks } from './menu-links';
import type { Navigation, SubjectKey } from './navigation';

type OrganizationName = { slug: string; name: string };

/** The bar at the top of every page of an organization, in tab order: organization, navigation, search, notifications, help, account. */
export function TopBar({
  organization,
  others,
  user,
  theme,
  navigation,
  current,
  counts,
  unread,
}: {
  organization: OrganizationName & { kind: string };
  others: readonly OrganizationName[];
  user: { name: string; email: string };
  theme: 'light' | 'dark' | null;
  navigation: Navigation;
  current: SubjectKey | undefined;
  counts: Partial<Record<SubjectKey, number>>;
  unread: number;
}) {
  return (
    <header
      className="sticky top-0 z-20 flex h-13 items-center gap-1 border-b border-line bg-canvas px-3 sm:px-4 xl:px-8"
      data-print="none"
    >
      {others.length === 0 ? (
        <Link
          to={`/o/${organization.slug}`}
          className="flex min-h-11 min-w-9 shrink items-center gap-2.5 pe-2 font-semibold text-ink no-underline hover:text-ink"
        >
          <ProductMark />
          <span className="max-w-60 truncate">{organization.name}</span>
        </Link>
      ) : (
        <OrganizationMenu organization={organization} others={others} />
      )}
      <MainNavigation navigation={navigation} current={current} counts={counts} />
      <div className="ms-auto flex shrink-0 items-center gap-1">
        <CommandPalette slug={organization.slug} />
        <NotificationBell base={`/o/${organization.slug}`} unread={unread} />
        <HelpMenu base={`/o/${organization.slug}`} kind={organization.kind} />
        <PersonMenu user={user} theme={theme} settings={navigation.settings} />
      </div>
    </header>
  );
}

const round = 'flex size-9 items-center justify-center rounded hover:bg-sunken pointer-coarse:size-11';

function PersonMenu({
  user,
  theme,
  settings,
}: {
  user: { name: string; email: string };
  theme: 'light' | 'dark' | null;
  settings: Navigation['settings'];
}) {
  return (
    <Menu
      label={m.shell_your_account()}
      summaryClassName={round}
      summary={
        <span
          aria-hidden="true"
          className="flex size-7 items-center justify-center rounded-full border border-line bg-sunken text-xs font-semibold"
        >
          {initials(user.name)}
        </span>
      }
    >
      <div className="grid gap-3">
        <div className="min-w-0 px-2">
          <p className="truncate font-semibold">{user.name}</p>
          <p className="truncate text-muted">{user.email}</p>
        </div>
        <nav aria-label={m.shell_nav_settings()} className="border-t border-line pt-2">
          <MenuLinks links={settings} />
        </nav>
        <LanguageForm />
        <ThemeForm theme={theme} />
        <SignOutForm />
      </div>
    </Menu>
  );
}

function OrganizationMenu({ organization, others }: { organization: OrganizationName; others: readonly OrganizationName[] }) {
  return (
    <Menu
      align="start"
      className="min-w-9 shrink"
      summaryClassName="flex min-h-11 items-center gap-2.5 rounded pe-2 hover:bg-sunken"
      summary={
        <>
          <ProductMark />
          <span className="max-w-60 truncate font-semibold">{organization.name}</span>
          <Icon name="down" className="size-3 text-muted" />
        </>
      }
    >
      <p className="px-2 pb-1 text-xs text-muted">{m.shell_switch_organization()}</p>
      <MenuLinks links={others.map(({ slug, name }) => ({ to: `/o/${slug}`, label: name }))} />
    </Menu>
  );
}
