import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';

type Claimable = { organizationId: string; email: string; asker: string; invitedAt: Date | string };

/** Other questionnaires sent to an address that this person verified: they can be added to the account. */
export function ClaimableSection({ claimable }: { claimable: readonly Claimable[] }) {
  if (claimable.length === 0) return null;
  return (
    <Section title={m.shared_access_claimable_title()} lead={m.shared_access_claimable_lead()}>
      <ul className="grid max-w-3xl gap-2">
        {claimable.map(({ organizationId, email, asker, invitedAt }) => (
          <li key={organizationId} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2">
            <span>{m.shared_access_claimable_row({ asker, email, date: formatDate(invitedAt) })}</span>
            <Form method="post">
              <input type="hidden" name="organizationId" value={organizationId} />
              <Button name="intent" value="claim">
                {m.shared_access_claimable_take()}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
