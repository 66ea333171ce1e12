import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { CheckForm } from '~/lending/consultant-independence/check-form';
import { checkForm } from '~/lending/consultant-independence/independence-schema';
import { independenceRefusalLabel } from '~/lending/consultant-independence/independence-labels';
import { readChecksPage } from '~/lending/consultant-independence/read-checks.server';
import { writeCheck } from '~/lending/consultant-independence/write-check.server';
import { applyRecordForm } from '~/lending/deals/apply-record-form.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { parseForm } from '~/platform/forms/parse-form';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const read = await member.inOrganization((db) => readChecksPage(db, param(params, 'dealId')));
  if (!read) throw notFound();
  return { requirement: read.requirement };
}

export const action = async (args: ActionFunctionArgs) =>
  applyRecordForm(await requireMember(args.request, args.params, 'edit:deal'), args, {
    read: (form) => parseForm(form, checkForm),
    write: (db, check, by) => writeCheck(db, check, { ...by, of: null }),
    refusalLabel: ({ code }) => independenceRefusalLabel(code),
    done: ({ number }) => ({ to: `review/consultant-independence/${number}`, text: m.consultant_independence_recorded_flash() }),
  });

export default function NewConsultant() {
  const { requirement } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Section title={m.consultant_independence_add()} id="new-consultant">
      <CheckForm failure={reply?.failure} requirement={requirement} submit={m.consultant_independence_add()} />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
