import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { PublicFrame } from '~/ui/public-frame';

/** What the product is and for whom, and the two ways in. */
export function FrontPage() {
  const readers = [
    [m.accounts_front_companies(), m.accounts_front_companies_text()],
    [m.accounts_front_auditors(), m.accounts_front_auditors_text()],
    [m.accounts_front_lenders(), m.accounts_front_lenders_text()],
  ] as const;
  return (
    <PublicFrame wide>
      <div className="flex max-w-2xl flex-col gap-5 py-8">
        <h1>{m.accounts_front_title()}</h1>
        <p className="text-base">{m.accounts_front_lead()}</p>
        <p className="flex flex-wrap items-center gap-4">
          <LinkButton to="/sign-up" variant="primary" size="lg">
            {m.accounts_sign_up()}
          </LinkButton>
          <LinkButton to="/sign-in" size="lg">
            {m.accounts_sign_in()}
          </LinkButton>
          <Link to="/methodology">{m.accounts_front_method()}</Link>
          <Link to="/countries">{m.countries_method_link()}</Link>
        </p>
      </div>
      <div className="grid gap-8 py-4 md:grid-cols-3">
        {readers.map(([title, text]) => (
          <section key={title} className="flex flex-col gap-2 border-t border-line pt-4">
            <h2>{title}</h2>
            <p>{text}</p>
          </section>
        ))}
      </div>
    </PublicFrame>
  );
}
