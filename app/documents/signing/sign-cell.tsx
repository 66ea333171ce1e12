import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';

/** When a report in a list was signed; else the act that signs it, where `action` says that it may be. */
export function SignCell({ hash, signedAt, action }: { hash: string; signedAt: Date | string | null; action: string | null }) {
  if (signedAt) return <span>{m.signing_signed_on({ date: formatDate(signedAt) })}</span>;
  if (action === null) return '—';
  return (
    <Form method="post" action={action}>
      <Button type="submit" size="sm" title={m.signing_sign_lead()} aria-label={`${m.signing_sign()} · ${hash.slice(0, 12)}`}>
        {m.signing_sign()}
      </Button>
    </Form>
  );
}
