import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { Section } from '~/ui/page-header';

/** The code by which other organizations find this one. */
export function CodeSection({ code, mayRenew }: { code: string; mayRenew: boolean }) {
  return (
    <Section title={m.shared_access_code_title()} lead={m.shared_access_code_lead()}>
      <div className="flex max-w-prose flex-wrap items-end gap-3">
        <input className="control font-mono" readOnly value={code} aria-label={m.shared_access_code_title()} size={18} />
        {mayRenew && (
          <Form method="post">
            <Button name="intent" value="renew-code">
              {m.shared_access_code_renew()}
            </Button>
          </Form>
        )}
      </div>
    </Section>
  );
}
