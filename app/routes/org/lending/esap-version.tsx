import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handleVersionAction } from '~/lending/esap/handle-version-action.server';
import { readVersion } from '~/lending/esap/read-versions.server';
import { DifferenceSection } from '~/lending/esap/version-difference';
import { AccessSection, AgreeSection, VersionFacts } from '~/lending/esap/version-page';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const since = /^\d{1,4}$/.exec(givenText(new URL(request.url).searchParams, 'since'));
  const of = { dealId: param(params, 'dealId'), versionId: param(params, 'versionId'), since: since ? Number(since[0]) : null };
  const version = await member.inOrganization((db) => readVersion(db, of));
  if (!version) throw notFound();
  return {
    version,
    mayEdit: member.can('edit:deal'),
    today: new Date().toISOString().slice(0, 10),
    here: `/o/${member.organization.slug}/deals/${of.dealId}/esap`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const of = { dealId: param(params, 'dealId'), versionId: param(params, 'versionId') };
  const origin = new URL(request.url).origin;
  const done = await handleVersionAction(member, { ...of, form: await readForm(request), now: new Date(), origin });
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'refused') return data({ failure: done.failure, intent: done.intent, link: null }, { status: 422 });
  if (done.kind === 'sent') return data({ failure: undefined, intent: 'send', link: done.link });
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${of.dealId}/esap/versions/${of.versionId}`, {
    tone: 'success',
    text: done.message,
  });
}

export default function PlanVersion() {
  const { version, mayEdit, today, here } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const failureOf = (intent: string) => (reply?.intent === intent ? reply.failure : undefined);
  return (
    <div className="grid grid-cols-1 gap-8">
      <p data-print="none">
        <LinkButton to={`${here}/versions`} variant="quiet">
          {m.esap_versions()}
        </LinkButton>
      </p>
      <VersionFacts version={version} />
      <DifferenceSection version={version} here={here} />
      {mayEdit && <AgreeSection version={version} failureOf={failureOf} link={reply?.link ?? null} today={today} />}
      <AccessSection version={version} mayEdit={mayEdit} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
