import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { ShownAction } from './action-details';

const verdictWords: Readonly<Record<string, (words: { name: string; date: string }) => string>> = {
  approved: m.corrective_actions_extension_granted,
  rejected: m.corrective_actions_extension_refused,
  withdrawn: m.corrective_actions_extension_withdrawn,
};

/** More time: what was asked, by whom and why, and who granted or refused it. Nothing of it is ever taken away. */
export function ExtensionSection({
  action,
  failure,
  userId,
  may,
}: {
  action: ShownAction;
  failure: FormFailure | undefined;
  userId: string;
  may: { act: boolean; verify: boolean };
}) {
  const isOpen = action.status === 'pending' || action.status === 'in-progress';
  const waiting = action.extensions.find(({ state }) => state === 'open');
  const asked = failure?.values.intent?.[0] === 'ask-extension' ? failure : undefined;
  const decided = failure?.values.intent?.[0] === 'decide-extension' ? failure : undefined;
  return (
    <Section title={m.corrective_actions_extensions()} id="extensions">
      {action.extensions.length === 0 && <p className="mb-3 text-muted">{m.corrective_actions_extensions_none()}</p>}
      <ul className="grid gap-4">
        {action.extensions.map((each) => (
          <li key={each.id} className="max-w-prose border-s-4 border-line ps-3">
            <p className="font-semibold">
              {m.corrective_actions_extension_asked({ from: formatDate(each.oldDueOn), to: formatDate(each.newDueOn) })}
            </p>
            <p className="whitespace-pre-line">{each.reason}</p>
            <p className="text-xs text-muted">
              {m.corrective_actions_by_on({ name: each.askedBy ?? m.shell_unknown(), date: formatDate(each.askedAt) })}
            </p>
            {each.decidedAt !== null && (
              <p>
                {verdictWords[each.state]?.({ name: each.decidedBy ?? m.shell_unknown(), date: formatDate(each.decidedAt) })} {each.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
      {waiting && (
        <div className="mt-3 max-w-2xl" data-print="none">
          <ErrorSummary errors={decided?.errors} />
          {waiting.askedById === userId ? (
            <Notice tone="info" title={m.corrective_actions_extension_other_decides()}>
              <Form method="post">
                <input type="hidden" name="extensionId" value={waiting.id} />
                <input type="hidden" name="intent" value="decide-extension" />
                <Button name="verdict" value="withdrawn" variant="quiet">
                  {m.corrective_actions_extension_withdraw()}
                </Button>
              </Form>
            </Notice>
          ) : (
            may.verify && (
              <Form method="post" noValidate className="grid gap-3">
                <input type="hidden" name="extensionId" value={waiting.id} />
                <input type="hidden" name="intent" value="decide-extension" />
                <FreeText
                  label={m.corrective_actions_extension_answer()}
                  hint={m.corrective_actions_extension_answer_hint()}
                  rows={2}
                  maxLength={2000}
                  {...fieldOf(decided, 'answer')}
                />
                <div className="flex flex-wrap gap-2">
                  <Button name="verdict" value="approved">
                    {m.corrective_actions_extension_grant()}
                  </Button>
                  <Button name="verdict" value="rejected" variant="quiet">
                    {m.corrective_actions_extension_refuse()}
                  </Button>
                </div>
              </Form>
            )
          )}
        </div>
      )}
      {!waiting && isOpen && may.act && (
        <details className="mt-3 max-w-2xl" open={asked !== undefined} data-print="none">
          <summary className="cursor-pointer text-accent">{m.corrective_actions_extension_ask()}</summary>
          <Form method="post" noValidate className="mt-3 grid gap-3">
            <ErrorSummary errors={asked?.errors} />
            <Field type="date" label={m.corrective_actions_extension_until()} className="max-w-60" {...fieldOf(asked, 'newDueOn')} />
            <FreeText label={m.corrective_actions_extension_reason()} rows={2} maxLength={2000} {...fieldOf(asked, 'extensionReason')} />
            <div>
              <Button name="intent" value="ask-extension">
                {m.corrective_actions_extension_ask()}
              </Button>
            </div>
          </Form>
        </details>
      )}
    </Section>
  );
}
