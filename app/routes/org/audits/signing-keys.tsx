import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { createKey } from '~/documents/personal-keys/create-key.server';
import { createInBrowser } from '~/documents/personal-keys/in-browser';
import { KeyTable } from '~/documents/personal-keys/key-table';
import { keyActs } from '~/documents/personal-keys/key-acts';
import { listKeys } from '~/documents/personal-keys/list-keys.server';
import { keyAnswerSchema, readAnswer } from '~/documents/personal-keys/messages-between';
import { PasskeyForm } from '~/documents/personal-keys/passkey-form';
import { refusalLabel } from '~/documents/personal-keys/refusal-label';
import { relyingParty } from '~/documents/personal-keys/relying-party.server';
import { revokeKey } from '~/documents/personal-keys/revoke-key.server';
import { m } from '~/paraglide/messages';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { Field } from '~/ui/field';
import { ErrorSummary } from '~/ui/form-errors';
import { PageHeader, Section } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, organization, can, inOrganization } = await requireMember(request, params, 'record:audit');
  const mayAll = can('edit:organization');
  const keys = await inOrganization((db) => listKeys(db, { userId: user.id, isWhole: mayAll }));
  const here = `/o/${organization.slug}/signing-keys`;
  return { own: keys.filter(({ isOwn }) => isOwn), others: keys.filter(({ isOwn }) => !isOwn), mayAll, here };
}

/** Creates a key after the person's device confirmed, or revokes one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, can, inOrganization } = await requireMember(request, params, 'record:audit');
  const read = parseForm(await readForm(request), keyActs);
  if (!read.ok) return data({ refused: Object.values(read.errors).flat()[0] ?? m.personal_key_label_missing() }, { status: 422 });
  const act = read.value;
  const now = new Date();
  const here = `/o/${organization.slug}/signing-keys`;
  if (act.intent === 'revoke') {
    const isWhole = can('edit:organization');
    if (!(await inOrganization((db) => revokeKey(db, { keyId: act.key, userId: user.id, isWhole, now })))) throw notFound();
    return redirectWithFlash(here, { tone: 'success', text: m.personal_key_revoked_flash() });
  }
  const answer = readAnswer(keyAnswerSchema, act.answer);
  if (!answer) return data({ refused: m.personal_key_needs_script() }, { status: 422 });
  const owner = { organizationId: organization.id, organizationName: organization.name, userId: user.id, userName: user.name, now };
  const created = await inOrganization((db) => createKey(db, { label: act.label, answer }, owner, relyingParty(request)));
  if (created.kind === 'refused') return data({ refused: refusalLabel(created.code) }, { status: 422 });
  return redirectWithFlash(here, { tone: 'success', text: m.personal_key_created_flash() });
}

export const meta: MetaFunction<typeof loader> = () => [{ title: `${m.personal_key_title()} · Manumit` }];

export default function SigningKeys() {
  const { own, others, mayAll, here } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={m.personal_key_title()} lead={m.personal_key_lead()} />
      <ErrorSummary errors={reply ? { '': [reply.refused] } : undefined} />
      <Section title={m.personal_key_own()} id="own-keys">
        <KeyTable caption={m.personal_key_own()} keys={own} />
      </Section>
      <Section title={m.personal_key_create_title()} lead={m.personal_key_create_lead()} id="new-key">
        <PasskeyForm
          action={here}
          confirm={(form) => createInBrowser(`${here}/new`, form)}
          submit={m.personal_key_create()}
          isPrimary={own.length === 0}
        >
          <input type="hidden" name="intent" value="create" />
          <Field name="label" label={m.personal_key_device()} hint={m.personal_key_device_hint()} maxLength={60} className="max-w-sm" />
        </PasskeyForm>
      </Section>
      {mayAll && (
        <Section title={m.personal_key_of_members()} lead={m.personal_key_of_members_lead()} id="keys-of-members">
          <KeyTable caption={m.personal_key_of_members()} keys={others} isOfOthers />
        </Section>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
