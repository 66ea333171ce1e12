import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Icon } from './icon';
import { Menu } from './menu';
import { LanguageForm, SignOutForm } from './preference-forms';

/**
 * The frame of pages outside of organizations: signing in, one's own account, verifying a report. `wide` for tables.
 * `isSignedIn`: the way back to the organizations and to the account instead of the way in.
 */
export function PublicFrame({ children, wide = false, isSignedIn = false }: { children: ReactNode; wide?: boolean; isSignedIn?: boolean }) {
  const width = wide ? 'max-w-6xl' : 'max-w-3xl';
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50"
      >
        {m.shell_skip_to_content()}
      </a>
      <header className="border-b border-line" data-print="none">
        <div className={`mx-auto flex min-h-12 items-center gap-4 px-4 ${width}`}>
          <Link to="/" className="flex items-center gap-2 font-semibold text-ink no-underline">
            <img src="/favicon.svg" width={24} height={24} alt="" />
            Manumit
          </Link>
          <nav aria-label={m.shell_navigation_main()} className="ms-auto flex items-center gap-4">
            <Link to="/methodology">{m.shell_nav_method()}</Link>
            {isSignedIn ? <Link to="/">{m.shell_nav_organizations()}</Link> : <Link to="/sign-in">{m.shell_sign_in()}</Link>}
          </nav>
          {isSignedIn ? (
            <Menu label={m.shell_your_account()} summary={<Icon name="user" />}>
              <div className="grid gap-4">
                <Link to="/account">{m.shell_account_settings()}</Link>
                <LanguageForm />
                <SignOutForm />
              </div>
            </Menu>
          ) : (
            <Menu label={m.shell_language()} summary={<Icon name="language" />}>
              <LanguageForm />
            </Menu>
          )}
        </div>
      </header>
      <main id="content" tabIndex={-1} className={`mx-auto px-4 py-8 outline-none ${width}`}>
        {children}
      </main>
    </>
  );
}
