import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { LanguageMenu } from '~/ui/preference-forms';

/**
 * The page of a respondent without an account: requester and language, without other navigation. It runs no script of the product's own pages
 * (`handle.isPlain`): it must load on a slow connection, and survive translation by a browser.
 */
export function AnswerFrame({ asker, home, children }: { asker: string | null; home?: string; children: ReactNode }) {
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50"
      >
        {m.shell_skip_to_content()}
      </a>
      <header className="border-b border-line" data-print="none">
        <div className="mx-auto flex max-w-3xl items-center justify-between gap-4 px-4 py-2">
          {asker && (
            <p className="min-w-0 font-semibold">
              {home ? (
                <Link to={home} className="inline-flex min-h-11 items-center text-ink">
                  {m.respondent_for({ asker })}
                </Link>
              ) : (
                <span>{m.respondent_for({ asker })}</span>
              )}
            </p>
          )}
          <LanguageMenu />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-3xl px-4 py-6 outline-none">
        {children}
      </main>
    </>
  );
}
