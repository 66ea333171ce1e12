import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { findSampleReport, listDemonstrationAccounts } from '~/access/demonstration.server';
import { listMemberships } from '~/access/memberships.server';
import { readSession } from '~/access/session.server';
import { FrontPage } from '~/organizations/accounts/front-page';
import { AccountPage } from '~/organizations/accounts/account-page';
import { m } from '~/paraglide/messages';
import { useLoaderData } from '@remix-run/react';

/** Visitors see the product page; a signed-in person goes to the only organization, or chooses one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const session = await readSession(request);
  if (!session)
    return {
      organizations: null,
      hasDemonstration: (await listDemonstrationAccounts()).length > 0,
      hasSample: (await findSampleReport()) !== null,
    };
  const memberships = await listMemberships(session.user.id);
  const [first, second] = memberships;
  if (first && !second) throw redirect(`/o/${first.organization.slug}`);
  return {
    organizations: memberships.map(({ organization }) => ({ slug: organization.slug, name: organization.name })),
    hasDemonstration: false,
    hasSample: false,
  };
}

export const meta: MetaFunction = () => [{ title: `Manumit · ${m.accounts_front_title()}` }];

export default function Index() {
  const { organizations, hasDemonstration, hasSample } = useLoaderData<typeof loader>();
  if (!organizations) return <FrontPage hasDemonstration={hasDemonstration} hasSample={hasSample} />;
  return (
    <AccountPage
      title={m.accounts_organizations_yours()}
      lead={organizations.length === 0 ? m.accounts_organizations_none() : undefined}
      isSignedIn
    >
      {organizations.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {organizations.map(({ slug, name }) => (
            <li key={slug}>
              <Link to={`/o/${slug}`}>{name}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <Link to="/sign-up">{m.accounts_new_organization_title()}</Link>
      </p>
      <p>
        <Link to="/account">{m.shell_account_settings()}</Link>
      </p>
      <p>
        <Link to="/sign-out">{m.accounts_sign_out()}</Link>
      </p>
    </AccountPage>
  );
}
