import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handleCheckAction } from '~/lending/consultant-independence/handle-check-action.server';
import { CheckForm, VerdictForm } from '~/lending/consultant-independence/check-form';
import { CheckSection } from '~/lending/consultant-independence/check-page';
import { readCheck } from '~/lending/consultant-independence/read-checks.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { readPlace } from '~/platform/http/read-place';
import { forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const of = { dealId: param(params, 'dealId'), number: readPlace(params.checkNumber) };
  const read = await member.inOrganization((db) => readCheck(db, of));
  if (!read) throw notFound();
  const isOpen = !read.isClosed && read.check.status === 'not-judged';
  const isOwn = read.check.recordedById === member.user.id;
  return {
    read,
    mayEdit: member.can('edit:deal') && !read.isClosed,
    judging: isOpen && member.can('decide:deal') ? (isOwn ? ('by-another' as const) : ('open' as const)) : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const of = { dealId: param(params, 'dealId'), number: readPlace(params.checkNumber) };
  const done = await handleCheckAction(member, { of, form: await readForm(request), now: new Date() });
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'forbidden') throw forbidden();
  if (done.kind === 'refused') return data({ intent: done.intent, failure: done.failure }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${of.dealId}/review/consultant-independence/${of.number}`, {
    tone: 'success',
    text: done.message,
  });
}

export default function Consultant() {
  const { read, mayEdit, judging } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const failureOf = (intent: string) => (refused?.intent === intent ? refused.failure : undefined);
  const { check, requirement } = read;
  return (
    <div className="grid grid-cols-1 gap-8">
      <CheckSection read={read} />
      {judging !== null && (
        <Section title={m.consultant_independence_judge()} lead={m.consultant_independence_judge_lead()} id="judge">
          {judging === 'open' ? (
            <VerdictForm failure={failureOf('judge')} seen={check.version} />
          ) : (
            <p>{m.consultant_independence_refused_same()}</p>
          )}
        </Section>
      )}
      {mayEdit && (
        <Section title={m.consultant_independence_change()} lead={m.consultant_independence_change_lead()} id="change">
          <CheckForm
            key={check.version}
            failure={failureOf('check')}
            saved={check}
            seen={check.version}
            requirement={requirement}
            submit={m.consultant_independence_change()}
          />
        </Section>
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
