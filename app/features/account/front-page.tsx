import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';

/** What the product is and for whom, and the two ways in. */
export function FrontPage() {
  const readers = [
    [m.account_front_companies(), m.account_front_companies_text()],
    [m.account_front_auditors(), m.account_front_auditors_text()],
    [m.account_front_lenders(), m.account_front_lenders_text()],
  ] as const;
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-10 px-4 py-10">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <p className="font-semibold">Manumit</p>
        <nav className="flex gap-4">
          <Link to="/sign-in">{m.account_sign_in()}</Link>
          <Link to="/sign-up">{m.account_sign_up()}</Link>
        </nav>
      </header>
      <main id="main" className="flex flex-col gap-10">
        <div className="flex max-w-2xl flex-col gap-4">
          <h1>{m.account_front_title()}</h1>
          <p className="text-base">{m.account_front_lead()}</p>
          <p className="flex flex-wrap items-center gap-4">
            <Link to="/sign-up">{m.account_sign_up()}</Link>
            <Link to="/sign-in">{m.account_sign_in()}</Link>
            <Link to="/methodology">{m.account_front_method()}</Link>
          </p>
        </div>
        <div className="grid gap-6 md:grid-cols-3">
          {readers.map(([title, text]) => (
            <section key={title} className="flex flex-col gap-2 border-t border-line pt-4">
              <h2>{title}</h2>
              <p>{text}</p>
            </section>
          ))}
        </div>
      </main>
    </div>
  );
}
