import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { DateText } from '~/ui/values';

/** The public side of the key that signs an organization's reports: what readers compare. */
export function SigningKeySection({
  signingKey,
  here,
  mayRetire,
}: {
  signingKey: { fingerprint: string; createdAt: Date | string } | null;
  here: string;
  mayRetire: boolean;
}) {
  return (
    <Section title={m.signing_key_title()} lead={signingKey ? m.signing_key_lead() : m.signing_key_none()} id="signing-key">
      {signingKey && (
        <>
          <KeyValueList
            pairs={[
              {
                key: 'fingerprint',
                label: m.signing_key_fingerprint(),
                value: <code className="text-xs break-all">{signingKey.fingerprint}</code>,
              },
              { key: 'since', label: m.signing_key_since(), value: <DateText value={signingKey.createdAt} /> },
              {
                key: 'certificate',
                label: m.signing_key_file(),
                value: (
                  <a href={`${here}/certificate.pem`} download>
                    {m.signing_key_certificate()}
                  </a>
                ),
              },
            ]}
          />
          {mayRetire && (
            <details className="mt-4">
              <summary className="cursor-pointer text-danger">{m.signing_key_retire()}</summary>
              <Form method="post" className="mt-3 grid gap-3">
                <p className="text-muted">{m.signing_key_retire_lead()}</p>
                <div>
                  <Button type="submit" name="intent" value="retire-key" variant="danger">
                    {m.signing_key_retire()}
                  </Button>
                </div>
              </Form>
            </details>
          )}
        </>
      )}
    </Section>
  );
}
