import { timescales } from '~/findings/corrective-actions/action-lists';
import { replyKinds } from '~/findings/right-of-reply/reply-states';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FreeText, NamedFile } from '~/platform/privacy/personal-data-hint';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { RadioGroup, Select } from '~/ui/select';
import { checkboxOf, type FormFailure, fieldOf } from '~/ui/form-values';
import type { SiteFinding } from './read-site.server';
import { siteReply, siteTimescale } from './site-texts';

type Failure = FormFailure | undefined;

/** Field ids are prefixed with the form's name, so that they are unique on the page. */
const named = (form: string, failure: Failure, name: string, value?: string) => ({
  ...fieldOf(failure, name, value),
  id: `field-${form}-${name}`,
});

function Speaker({ form, failure, value }: { form: string; failure: Failure; value?: string }) {
  return <Field label={m.site_sharing_by()} hint={m.site_sharing_by_hint()} maxLength={200} {...named(form, failure, 'by', value)} />;
}

/** Problems of the whole form. */
function Errors({ failure }: { failure: Failure }) {
  const whole = failure?.errors['']?.join(' ');
  return whole ? <Notice tone="danger">{whole}</Notice> : null;
}

/** The right of reply: submitted once, and editable until it is answered or printed. */
export function ReplyForm({ reply, asker, failure }: { reply: SiteFinding['reply']; asker: string; failure: Failure }) {
  const isSaid = reply?.repliedOn != null;
  const form = (
    <Form method="post" action="#reply" noValidate className="grid gap-4">
      <Errors failure={failure} />
      <RadioGroup
        label={m.site_sharing_reply_choose()}
        options={replyKinds.map((kind) => ({ value: kind, label: siteReply(kind) }))}
        {...fieldOf(failure, 'kind', reply?.kind)}
      />
      <FreeText label={m.site_sharing_text()} rows={5} maxLength={4000} {...named('reply', failure, 'text', reply?.text)} />
      <Speaker form="reply" failure={failure} value={reply?.repliedBy ?? ''} />
      {isSaid && <p className="text-muted">{m.site_sharing_reply_changeable({ asker })}</p>}
      <div>
        <Button type="submit" name="intent" value="reply" variant="primary" size="lg" className="w-full sm:w-auto">
          {isSaid ? m.site_sharing_reply_change() : m.site_sharing_reply_send()}
        </Button>
      </div>
    </Form>
  );
  if (!isSaid) return form;
  return (
    <details open={failure !== undefined}>
      <summary className="cursor-pointer py-2">{m.site_sharing_reply_change()}</summary>
      {form}
    </details>
  );
}

/** Root cause, action, owner and due date: the text fields of a corrective action plan. */
export function ProposeForm({ failure }: { failure: Failure }) {
  return (
    <details open={failure !== undefined} id="propose">
      <summary className="cursor-pointer py-2 font-semibold">{m.site_sharing_propose()}</summary>
      <Form method="post" action="#propose" noValidate className="grid gap-4">
        <Errors failure={failure} />
        <FreeText label={m.site_sharing_root()} rows={3} maxLength={4000} {...named('propose', failure, 'rootCause')} />
        <FreeText label={m.site_sharing_action()} rows={3} maxLength={4000} {...named('propose', failure, 'text')} />
        <Field label={m.site_sharing_owner()} maxLength={200} {...named('propose', failure, 'owner')} />
        <Select
          label={m.site_sharing_when()}
          empty="–"
          options={timescales.map((timescale) => ({ value: timescale, label: siteTimescale(timescale) }))}
          className="max-w-60"
          {...named('propose', failure, 'timescale')}
        />
        <Speaker form="propose" failure={failure} />
        <div>
          <Button type="submit" name="intent" value="propose" variant="primary" size="lg" className="w-full sm:w-auto">
            {m.site_sharing_propose_send()}
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** How far an action is, with what shows it. */
export function ProgressForm({
  actionId,
  accept,
  failure,
  kept,
}: {
  actionId: string;
  accept: string;
  failure: Failure;
  kept: readonly { id: string; fileName: string }[];
}) {
  const form = `progress-${actionId}`;
  return (
    <details open={failure !== undefined}>
      <summary className="cursor-pointer py-2">{m.site_sharing_progress()}</summary>
      <Form method="post" encType="multipart/form-data" action={`#action-${actionId}`} noValidate className="grid gap-4">
        <Errors failure={failure} />
        <input type="hidden" name="actionId" value={actionId} />
        <FreeText label={m.site_sharing_progress_text()} rows={3} maxLength={4000} {...named(form, failure, 'text')} />
        <Checkbox label={m.site_sharing_progress_done()} id={`field-${form}-isDone`} {...checkboxOf(failure, 'isDone')} />
        {failure && kept.length > 0 && (
          <ul>
            {kept.map(({ id, fileName }) => (
              <li key={id}>
                <input type="hidden" name="fileIds" value={id} />
                <bdi>{fileName}</bdi>
              </li>
            ))}
          </ul>
        )}
        <NamedFile
          label={m.files_add()}
          hint={`${m.files_choose_hint()} ${m.files_stripped_note()}`}
          optional
          multiple
          accept={accept}
          name="files"
          id={`field-${form}-files`}
          error={failure?.errors.files?.join(' ')}
        />
        <Speaker form={form} failure={failure} />
        <div>
          <Button type="submit" name="intent" value="progress" variant="primary" size="lg" className="w-full sm:w-auto">
            {m.site_sharing_progress_send()}
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** More time for an action: until when, and why. */
export function ExtensionForm({ actionId, dueOn, failure }: { actionId: string; dueOn: string; failure: Failure }) {
  const form = `extension-${actionId}`;
  return (
    <details open={failure !== undefined}>
      <summary className="cursor-pointer py-2">{m.site_sharing_extension()}</summary>
      <Form method="post" action={`#action-${actionId}`} noValidate className="grid gap-4">
        <Errors failure={failure} />
        <input type="hidden" name="actionId" value={actionId} />
        <Field type="date" label={m.site_sharing_extension_day()} className="max-w-60" {...named(form, failure, 'newDueOn', dueOn)} />
        <FreeText label={m.site_sharing_extension_text()} rows={2} maxLength={2000} {...named(form, failure, 'text')} />
        <Speaker form={form} failure={failure} />
        <div>
          <Button type="submit" name="intent" value="extension" size="lg" className="w-full sm:w-auto">
            {m.site_sharing_extension_send()}
          </Button>
        </div>
      </Form>
    </details>
  );
}
