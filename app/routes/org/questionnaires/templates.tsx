import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { InstrumentTable } from '~/questionnaires/builder/instrument-list';
import { readInstrumentList } from '~/questionnaires/builder/list-page.server';
import { startEmpty } from '~/questionnaires/builder/start-draft.server';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { EmptyState } from '~/ui/empty-state';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const list = await member.inOrganization(readInstrumentList);
  return { ...list, base: `/o/${member.organization.slug}`, mayEdit: member.can('edit:template') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:template');
  const form = await readForm(request);
  const title = givenText(form, 'title').trim();
  if (title === '' || title.length > 200) return data({ error: m.builder_title_missing() }, { status: 422 });
  const started = await member.inOrganization((db) => startEmpty(db, { title, userId: member.user.id }));
  if (started.kind === 'refused') return data({ error: m.builder_refused_unknown() }, { status: 422 });
  return redirect(`/o/${member.organization.slug}/templates/${started.key}/edit`, { status: 303 });
}

export const meta: MetaFunction = () => [{ title: `${m.builder_title()} · Manumit` }];

export default function Instruments() {
  const { own, released, base, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const acts = mayEdit && (
    <>
      <Dialog trigger={m.builder_new()} title={m.builder_new()} variant="primary" icon="add">
        <Form method="post" className="grid gap-3">
          <Field name="title" label={m.builder_field_title()} required maxLength={200} />
          <div>
            <Button variant="primary">{m.builder_begin()}</Button>
          </div>
        </Form>
      </Dialog>
      <LinkButton to={`${base}/templates/import`} icon="import">
        {m.builder_import()}
      </LinkButton>
    </>
  );
  return (
    <>
      <PageHeader title={m.builder_title()} lead={m.builder_lead()} actions={acts} />
      {reply?.error && <Notice tone="danger">{reply.error}</Notice>}
      <Section title={m.builder_own()}>
        {own.length === 0 ? (
          <EmptyState title={m.builder_own_none()}>{m.builder_own_none_lead()}</EmptyState>
        ) : (
          <InstrumentTable caption={m.builder_own()} rows={own} base={base} />
        )}
      </Section>
      <Section title={m.builder_released()} lead={m.builder_released_lead()}>
        <InstrumentTable caption={m.builder_released()} rows={released} base={base} />
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
