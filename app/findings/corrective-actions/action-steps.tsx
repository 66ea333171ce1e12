import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FreeText, NamedFile } from '~/platform/privacy/personal-data-hint';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { AcceptanceSection, VerifyForm } from './verify-form';
import type { ShownAction } from './action-details';

/** The next steps of an action, each with its text field. A refused form stays open with its values. */
export function ActionSteps({
  action,
  failure,
  may,
  accept,
  isOwnWork,
  userId,
  today,
}: {
  action: ShownAction;
  failure: FormFailure | undefined;
  may: { act: boolean; verify: boolean };
  accept: string;
  /** The reader completed it, so another has to verify. */
  isOwnWork: boolean;
  userId: string;
  today: string;
}) {
  const { status } = action;
  const isOpen = status === 'pending' || status === 'in-progress';
  const refusedBy = (intent: string) => (failure?.values.intent?.[0] === intent ? failure : undefined);
  const step = (intent: string, words: { label: string; hint?: string; name: string; button: string; primary?: boolean }) => {
    const failed = refusedBy(intent);
    return (
      <Form method="post" noValidate className="grid gap-3">
        <ErrorSummary errors={failed?.errors} />
        <FreeText
          label={words.label}
          hint={words.hint}
          rows={2}
          maxLength={2000}
          id={`field-${words.name}`}
          {...fieldOf(failed, words.name)}
        />
        <div>
          <Button name="intent" value={intent} variant={words.primary ? 'primary' : 'secondary'}>
            {words.button}
          </Button>
        </div>
      </Form>
    );
  };
  if (!may.act && !may.verify) return null;
  return (
    <Section title={m.corrective_actions_next()} id="next">
      <div className="grid max-w-2xl gap-6" data-print="none">
        {may.act && status === 'pending' && (
          <Form method="post">
            <Button name="intent" value="start">
              {m.corrective_actions_start()}
            </Button>
          </Form>
        )}
        {may.act &&
          isOpen &&
          step('complete', {
            label: m.corrective_actions_completion(),
            hint: m.findings_no_names(),
            name: 'note',
            button: m.corrective_actions_complete(),
            primary: true,
          })}
        {status === 'completed' &&
          may.verify &&
          (isOwnWork ? (
            <Notice tone="info">{m.corrective_actions_other_verifies()}</Notice>
          ) : (
            <VerifyForm failure={refusedBy('verify')} today={today} />
          ))}
        {status === 'completed' && may.verify && (
          <AcceptanceSection {...{ action, userId }} failure={refusedBy('ask-acceptance') ?? refusedBy('decide-acceptance')} />
        )}
        {may.verify && !isOpen && (
          <details open={refusedBy('reopen') !== undefined}>
            <summary className="cursor-pointer text-accent">{m.corrective_actions_reopen()}</summary>
            <div className="mt-3">
              {step('reopen', { label: m.corrective_actions_reopen_reason(), name: 'reason', button: m.corrective_actions_reopen() })}
            </div>
          </details>
        )}
        {may.act && (
          <Form method="post" encType="multipart/form-data" className="grid gap-3">
            <NamedFile
              label={m.corrective_actions_files()}
              hint={m.findings_files_hint()}
              name="files"
              multiple
              accept={accept}
              error={failure?.errors.files?.join(' ')}
            />
            <div>
              <Button name="intent" value="attach">
                {m.corrective_actions_files_send()}
              </Button>
            </div>
          </Form>
        )}
        {may.act && (
          <details open={refusedBy('sign') !== undefined}>
            <summary className="cursor-pointer text-accent">{m.corrective_actions_sign()}</summary>
            <Form method="post" noValidate className="mt-3 grid gap-3">
              <ErrorSummary errors={refusedBy('sign')?.errors} />
              <Field
                label={m.corrective_actions_committee()}
                hint={m.corrective_actions_committee_hint()}
                maxLength={200}
                {...fieldOf(refusedBy('sign'), 'committee', action.committee)}
              />
              <Field
                type="date"
                isPast
                label={m.corrective_actions_committee_on()}
                className="max-w-60"
                {...fieldOf(refusedBy('sign'), 'committeeOn', action.committeeOn)}
              />
              <div>
                <Button name="intent" value="sign">
                  {m.corrective_actions_sign_save()}
                </Button>
              </div>
            </Form>
          </details>
        )}
      </div>
    </Section>
  );
}
