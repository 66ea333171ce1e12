import { Link, NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { Icon } from '~/ui/icon';
import { Menu } from '~/ui/menu';
import { LanguageForm } from '~/ui/preference-forms';

export type MethodContents = {
  rules: { id: string; title: string; lang: string; isInForce: boolean }[];
  supplements: { id: string; title: string; lang: string }[];
  tables: { id: string; name: string; title: string }[];
  isSignedIn: boolean;
};

const linkClass = ({ isActive }: { isActive: boolean }) =>
  classNames(
    'block border-s-2 py-1 ps-3 no-underline',
    isActive ? 'border-accent font-semibold text-ink' : 'border-line text-muted hover:text-ink',
  );

/** The frame of the public pages of the method: contents at the side, folded away on narrow screens. */
export function MethodFrame({ contents, children }: { contents: MethodContents; children: ReactNode }) {
  return (
    <>
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:p-3">
        {m.shell_skip_to_content()}
      </a>
      <header className="border-b border-line" data-print="none">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-4 px-4 py-3">
          <p className="flex items-baseline gap-3">
            <Link to="/" className="font-semibold text-ink no-underline">
              Manumit
            </Link>
            <Link to="/methodology" className="text-muted no-underline hover:text-ink">
              {m.shell_nav_method()}
            </Link>
          </p>
          <div className="flex items-center gap-3">
            <Link to={contents.isSignedIn ? '/' : '/sign-in'}>{contents.isSignedIn ? m.shell_nav_organizations() : m.shell_sign_in()}</Link>
            <Menu label={m.shell_language()} summary={<Icon name="language" />}>
              <LanguageForm />
            </Menu>
          </div>
        </div>
      </header>
      <div className="mx-auto grid max-w-6xl gap-x-12 px-4 py-6 lg:grid-cols-[13rem_minmax(0,1fr)] lg:py-10">
        <details className="mb-6 border-b border-line pb-3 lg:hidden" data-print="none">
          <summary className="flex items-center justify-between font-semibold">
            {m.method_contents()} <Icon name="down" />
          </summary>
          <Contents contents={contents} />
        </details>
        <aside className="text-sm max-lg:hidden" data-print="none">
          <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto">
            <Contents contents={contents} />
          </div>
        </aside>
        <main id="main" className="min-w-0">
          {children}
        </main>
      </div>
    </>
  );
}

function Contents({ contents }: { contents: MethodContents }) {
  return (
    <nav aria-label={m.method_contents()} className="grid gap-4 pt-2 lg:pt-0">
      <ul>
        <li>
          <NavLink to="/methodology" end className={linkClass}>
            {m.method_overview()}
          </NavLink>
        </li>
        <li>
          <NavLink to="/methodology/calculator" className={linkClass}>
            {m.what_if_calculator()}
          </NavLink>
        </li>
        <li>
          <NavLink to="/methodology/debt" className={linkClass}>
            {m.what_if_debt()}
          </NavLink>
        </li>
        <li>
          <NavLink to="/methodology/worked" className={linkClass}>
            {m.methodology_worked_title()}
          </NavLink>
        </li>
        <li>
          <NavLink to="/methodology/controls" className={linkClass}>
            {m.methodology_controls_title()}
          </NavLink>
        </li>
        <li>
          <NavLink to="/methodology/targets" className={linkClass}>
            {m.targets_nav()}
          </NavLink>
        </li>
        <li>
          <NavLink to="/methodology/compare" className={linkClass}>
            {m.method_compare_link()}
          </NavLink>
        </li>
        <li>
          <NavLink to="/countries" className={linkClass}>
            {m.countries_list_title()}
          </NavLink>
        </li>
        <li>
          <NavLink to="/sectors" className={linkClass}>
            {m.sectors_list_title()}
          </NavLink>
        </li>
      </ul>
      <div>
        <p className="mb-1 text-xs text-muted">{m.method_rules()}</p>
        <ul>
          {contents.rules
            .filter(({ isInForce }) => isInForce)
            .map(({ id, title, lang }) => (
              <li key={id}>
                <NavLink to={`/methodology/${id}`} className={linkClass}>
                  {id} <span lang={lang}>{title}</span>
                </NavLink>
              </li>
            ))}
        </ul>
      </div>
      <div>
        <p className="mb-1 text-xs text-muted">{m.methodology_supplements()}</p>
        <ul>
          {contents.supplements.map(({ id, title, lang }) => (
            <li key={id}>
              <NavLink to={`/methodology/${id}`} className={linkClass}>
                <span lang={lang}>{title}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <p className="mb-1 text-xs text-muted">{m.method_tables()}</p>
        <ul>
          {contents.tables.map(({ id, name, title }) => (
            <li key={id}>
              <NavLink to={`/methodology/tables/${id}`} className={linkClass} title={title}>
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
