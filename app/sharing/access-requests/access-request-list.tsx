import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { accessRequestLabel, purposeLabel } from './labels';

type Asked = {
  id: string;
  party: string;
  purpose: string;
  reason: string;
  status: string;
  answer: string | null;
  createdAt: Date | string;
};

/** Received requests for access: each open one is answered by an offer, or by a refusal with its reason. */
export function AccessRequestsReceived({ asked, base, mayAnswer }: { asked: readonly Asked[]; base: string; mayAnswer: boolean }) {
  return (
    <ul className="grid max-w-3xl gap-4">
      {asked.map((request) => (
        <li key={request.id} className="grid gap-2 border-b border-line pb-4">
          <AskedWords request={request} />
          {request.status === 'open' && mayAnswer && (
            <div className="flex flex-wrap items-end gap-3">
              <LinkButton to={`${base}/shared-access/new?request=${request.id}`} variant="primary">
                {m.shared_access_asked_share()}
              </LinkButton>
              <Form method="post" className="flex flex-wrap items-end gap-2">
                <input type="hidden" name="request" value={request.id} />
                <Field id={`answer-${request.id}`} name="answer" optional label={m.shared_access_asked_why_not()} maxLength={1000} />
                <Button name="intent" value="refuse-access">
                  {m.shared_access_asked_refuse()}
                </Button>
              </Form>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Sent requests for access. */
export function AccessRequestsSent({ asked, mayAsk }: { asked: readonly Asked[]; mayAsk: boolean }) {
  return (
    <ul className="grid max-w-3xl gap-4">
      {asked.map((request) => (
        <li key={request.id} className="grid gap-2 border-b border-line pb-4">
          <AskedWords request={request} />
          {request.status === 'open' && mayAsk && (
            <Form method="post">
              <input type="hidden" name="request" value={request.id} />
              <Button size="sm" name="intent" value="withdraw-access">
                {m.shared_access_asked_withdraw()}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

function AskedWords({ request }: { request: Asked }) {
  return (
    <div className="grid gap-1">
      <p>
        <strong className="font-semibold">{request.party}</strong>
        {' · '}
        {purposeLabel(request.purpose)}
        {' · '}
        {accessRequestLabel(request.status)}
        {' · '}
        {formatDate(request.createdAt)}
      </p>
      <p>{request.reason}</p>
      {request.answer && <p className="text-muted">{request.answer}</p>}
    </div>
  );
}
