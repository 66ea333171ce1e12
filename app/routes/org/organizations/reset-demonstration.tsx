import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isDemonstrationOpen } from '~/access/demonstration.server';
import { requireMember } from '~/access/require-member.server';
import { requestReset } from '~/organizations/demonstration/request-reset.server';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import { PageHeader } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';

/** Only where visitors may sign in freely: elsewhere the data may be the work of colleagues. */
async function requireOpenDemonstration(...given: Parameters<typeof requireMember>) {
  const member = await requireMember(...given);
  if (!member.organization.isDemonstration || !isDemonstrationOpen()) throw notFound();
  return member;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization } = await requireOpenDemonstration(request, params);
  return { slug: organization.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { organization, inOrganization } = await requireOpenDemonstration(request, params);
  await inOrganization((db) => requestReset(db, { organizationId: organization.id }));
  return redirect(`/demonstration?reset=${organization.id}`, 303);
}

export const meta: MetaFunction = () => [{ title: `${m.demonstration_reset()} · Manumit` }];

export default function ResetDemonstration() {
  const { slug } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.demonstration_reset()} lead={m.demonstration_reset_lead()} />
      <Form method="post" className="flex gap-3">
        <Button variant="danger">{m.demonstration_reset()}</Button>
        <LinkButton to={`/o/${slug}`}>{m.demonstration_reset_cancel()}</LinkButton>
      </Form>
    </>
  );
}
