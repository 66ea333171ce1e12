import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { originPathOf, type ShownOverview } from './shown-overview';

/** What can be done next: go on answering, submit, sign off, open again. */
export function NextAct({
  overview,
  left,
  nextSection,
  here,
  reason,
}: {
  overview: ShownOverview;
  left: number;
  nextSection: string | undefined;
  here: string;
  reason: string;
}) {
  const { may, status } = overview;
  if (status === 'open' && overview.sharing !== 'own')
    return <LinkButton to={overview.base + originPathOf(overview)}>{m.requests_to_request()}</LinkButton>;
  if (nextSection && may.answer)
    return (
      <div className="flex flex-wrap items-center gap-4">
        <LinkButton to={`${here}/questions/${nextSection}`} variant="primary">
          {m.responses_next_answer()}
        </LinkButton>
        <span className="text-muted">{m.responses_minutes_left({ minutes: overview.minutesLeft })}</span>
      </div>
    );
  if (status === 'open')
    return (
      <Form method="post" className="grid max-w-prose gap-3">
        <p>
          {left === 0 ? m.responses_complete() : null} {overview.scores ? m.responses_submit_lead() : m.templates_submit_lead()}
        </p>
        <div>
          <Button type="submit" name="intent" value="submit" variant="primary" disabled={!may.submit || left > 0}>
            {m.responses_submit()}
          </Button>
        </div>
      </Form>
    );
  return (
    <div className="flex flex-wrap items-start gap-3">
      {status === 'submitted' && may.approve && overview.sharing !== 'ended' && (
        <LinkButton to={`${here}/review#sign-off`} variant="primary">
          {m.answer_review_to_sign_off()}
        </LinkButton>
      )}
      {may.reopen && !overview.isOfAudit && (
        <Dialog trigger={m.responses_reopen()} title={m.responses_reopen()}>
          <Form method="post" className="grid gap-3">
            <p>{m.responses_reopen_lead()}</p>
            <FreeText
              name="reason"
              label={m.responses_reopen_reason()}
              required
              minLength={3}
              maxLength={1000}
              rows={3}
              defaultValue={reason}
            />
            <div>
              <Button type="submit" name="intent" value="reopen" variant="primary">
                {m.responses_reopen()}
              </Button>
            </div>
          </Form>
        </Dialog>
      )}
    </div>
  );
}
