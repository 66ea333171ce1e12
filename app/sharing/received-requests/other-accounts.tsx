import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';

/** Links to the person's other organizations that received questionnaires. Answers stay in the organization that was asked. */
export function OtherAccounts({ accounts }: { accounts: readonly { slug: string; name: string; received: number }[] }) {
  if (accounts.length === 0) return null;
  return (
    <Section title={m.shared_access_accounts_title()} lead={m.shared_access_accounts_lead()}>
      <ul className="grid gap-1">
        {accounts.map(({ slug, name, received }) => (
          <li key={slug}>
            <Link to={`/o/${slug}/received-requests`} className="text-accent underline">
              {name}
            </Link>{' '}
            <span className="text-muted">{m.shared_access_accounts_count({ count: received })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
