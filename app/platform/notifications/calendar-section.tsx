import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { CopyField } from '~/ui/copy-field';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';

/** The address of the member's calendar: made, shown once, replaced, revoked. */
export function CalendarSection({ since, address }: { since: string | Date | null; address: string | null }) {
  return (
    <div className="mt-8 max-w-3xl">
      <Section title={m.notifications_calendar()}>
        <div className="grid gap-3">
          <p className="text-muted">{m.notifications_calendar_lead()}</p>
          {address !== null && (
            <Notice tone="success">
              <div className="grid gap-2">
                <p>{m.notifications_calendar_once()}</p>
                <CopyField value={address} label={m.notifications_calendar_address()} />
              </div>
            </Notice>
          )}
          {since !== null && <p>{m.notifications_calendar_since({ day: formatDate(since) })}</p>}
          <Form method="post" className="flex flex-wrap gap-2">
            <Button name="intent" value="create-calendar">
              {since === null ? m.notifications_calendar_create() : m.notifications_calendar_replace()}
            </Button>
            {since !== null && (
              <Button name="intent" value="revoke-calendar" variant="danger">
                {m.notifications_calendar_revoke()}
              </Button>
            )}
          </Form>
        </div>
      </Section>
    </div>
  );
}
