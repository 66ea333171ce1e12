import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';

/** Sends a signed report to the buyer who commissioned the audit, or says when it was sent. */
export function BuyerSection({
  buyer,
  until,
  base,
}: {
  buyer: { name: string; commission: string; sent: { id: string; createdAt: Date | string } | null };
  until: string;
  base: string;
}) {
  const { name, commission, sent } = buyer;
  return (
    <Section
      title={m.shared_access_buyer_title({ buyer: name })}
      lead={sent ? undefined : m.shared_access_buyer_lead({ buyer: name, commission, date: formatDate(until) })}
    >
      {sent ? (
        <p>
          <Link to={`${base}/shared-access/${sent.id}`}>{m.shared_access_buyer_sent({ date: formatDate(sent.createdAt) })}</Link>
        </p>
      ) : (
        <Form method="post">
          <Button name="intent" value="buyer" variant="primary">
            {m.shared_access_buyer_send()}
          </Button>
        </Form>
      )}
    </Section>
  );
}
