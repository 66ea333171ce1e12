import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatDate, formatMoney } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { ClientPlan } from './client-plan.server';
import { clientMilestone, clientRefusal } from './client-labels';
import type { FrozenItem } from './plan-content';

/** The sender of the plan, what the client can do with it, and the one button. */
export function PlanLinkPage({ lender, project, problem }: { lender: string; project: string; problem: string | null }) {
  return (
    <div className="grid max-w-prose gap-5 text-base">
      <h1>{m.esap_client_link_title({ lender })}</h1>
      {problem && <Notice tone="danger">{problem}</Notice>}
      <p>{m.esap_client_link_lead({ project })}</p>
      <Form method="post">
        <Button type="submit" variant="primary" size="lg" className="w-full sm:w-auto">
          {m.site_sharing_link_open()}
        </Button>
      </Form>
      <p className="text-muted">{m.site_sharing_link_once()}</p>
    </div>
  );
}

/** An expired link says why, and what can be done. */
export function PlanLinkOverPage({ lender, over }: { lender: string; over: 'used' | 'expired' | 'revoked' }) {
  const words = { used: m.respondent_over_used, expired: m.respondent_over_expired, revoked: m.respondent_over_revoked };
  return (
    <div className="grid max-w-prose gap-5 text-base">
      <h1>{m.respondent_over_title()}</h1>
      <p>{words[over]({ asker: lender })}</p>
      <p>{m.site_sharing_over_ask({ asker: lender })}</p>
    </div>
  );
}

type Props = {
  plan: SerializeFrom<ClientPlan>;
  isSuperseded: boolean;
  done: 'agreed' | 'said' | null;
  failure: FormFailure | undefined;
};

/** The plan for its client: item by item, a comment on each, and one form to agree or to send comments. Made for a phone. */
export function ClientPlanPage({ plan, isSuperseded, done, failure }: Props) {
  const { content, agreement, comments } = plan;
  const { lender } = content;
  const mayAnswer = !isSuperseded && agreement === null;
  return (
    <div className="grid grid-cols-1 gap-5 text-base">
      <header className="grid gap-1">
        <h1>{m.esap_client_title()}</h1>
        <p className="text-muted">
          <bdi>{content.project}</bdi> · {m.esap_client_version({ number: content.version, date: formatDate(content.frozenAt) })}
        </p>
      </header>
      {failure && (
        <Notice tone="danger" isLive>
          <ul>
            {Object.values(failure.errors)
              .flat()
              .map((text) => (
                <li key={text}>{text}</li>
              ))}
          </ul>
        </Notice>
      )}
      {done === 'said' && !failure && <Notice tone="success">{m.esap_client_said({ lender })}</Notice>}
      {agreement && (
        <Notice tone="success">
          {m.esap_client_agreed({ name: agreement.name, function: agreement.function, date: formatDate(agreement.agreedOn) })}
        </Notice>
      )}
      {isSuperseded && <Notice tone="warning">{clientRefusal('superseded', lender)}</Notice>}
      {mayAnswer && <p>{m.esap_client_lead({ lender })}</p>}
      <Form method="post" noValidate className="grid grid-cols-1 gap-6">
        <ol className="grid grid-cols-1 gap-6">
          {content.lines.map((line) => (
            <li key={line.id} className="grid grid-cols-1 gap-2 border-t border-line pt-4">
              <Line line={line} />
              {comments
                .filter(({ itemId }) => itemId === line.id)
                .map(({ id, text, byName, at }) => (
                  <blockquote key={id} className="border-s-4 border-line ps-3 whitespace-pre-line">
                    <bdi>{text}</bdi>
                    <span className="block text-sm text-muted">
                      <bdi>{byName}</bdi> · {formatDate(at)}
                    </span>
                  </blockquote>
                ))}
              {mayAnswer && (
                <TextArea
                  {...fieldOf(failure, `comment-${line.id}`)}
                  optional
                  label={m.esap_client_comment({ number: line.number })}
                  rows={2}
                  maxLength={4000}
                />
              )}
            </li>
          ))}
        </ol>
        {mayAnswer && (
          <fieldset className="grid max-w-prose gap-4 border-t border-edge pt-4">
            <legend className="sr-only">{m.esap_client_who()}</legend>
            <Field {...fieldOf(failure, 'name')} label={m.esap_client_name()} maxLength={200} autoComplete="name" />
            <Field
              {...fieldOf(failure, 'function')}
              label={m.esap_client_function()}
              hint={m.esap_client_function_hint()}
              maxLength={200}
            />
            <div className="grid gap-3 sm:flex">
              <Button type="submit" name="intent" value="agree" variant="primary" size="lg">
                {m.esap_client_agree()}
              </Button>
              <Button type="submit" name="intent" value="comment" size="lg">
                {m.esap_client_send()}
              </Button>
            </div>
            <p className="text-muted">{m.esap_client_agree_hint({ lender })}</p>
          </fieldset>
        )}
      </Form>
    </div>
  );
}

function Line({ line }: { line: FrozenItem }) {
  const { costMinor, currency } = line;
  // An amount keeps its order in right-to-left languages: its currency sign would otherwise be reordered.
  const facts: [label: string, value: string, direction?: 'ltr'][] = [
    [m.esap_client_reason(), line.reason],
    [m.esap_client_reference(), line.reference],
    [m.esap_client_deliverable(), line.deliverable],
    [m.esap_client_owner(), line.owner],
    [m.esap_client_due(), line.dueOn === null ? '' : formatDate(line.dueOn)],
    [m.esap_client_milestone(), line.milestone === null ? '' : clientMilestone(line.milestone)],
    [m.esap_client_cost(), costMinor === null || currency === null ? '' : formatMoney(costMinor, currency), 'ltr'],
    [m.esap_client_indicator(), line.indicator],
  ];
  return (
    <>
      <h2 className="text-base font-semibold whitespace-pre-line">
        {line.number}. <bdi>{line.action}</bdi>
      </h2>
      <dl className="grid gap-1">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value, direction]) => (
            <div key={label} className="grid gap-x-4 sm:grid-cols-[12rem_1fr]">
              <dt className="text-muted">{label}</dt>
              <dd className="min-w-0 whitespace-pre-line wrap-anywhere">
                <bdi dir={direction}>{value}</bdi>
              </dd>
            </div>
          ))}
      </dl>
    </>
  );
}
