import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { changeCovenant } from '~/features/monitoring/change-covenant.server';
import { CovenantForm } from '~/features/monitoring/covenant-form';
import { covenantFields } from '~/features/monitoring/monitoring-schema';
import { monitoringRefusalWord } from '~/features/monitoring/monitoring-words';
import { readCovenant } from '~/features/monitoring/read-covenants.server';
import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { formFailure, parseForm } from '~/web/parse-form';
import { notFound, redirectWithFlash } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:transaction');
  const { covenantId = '', transactionId = '' } = params;
  const today = new Date().toISOString().slice(0, 10);
  const covenant = await member.inOrganization((db) => readCovenant(db, { covenantId, transactionId, today }));
  if (!covenant) throw notFound();
  const { number, isTested, kind, text, reference, frequency, firstTestOn, tester, noticeHours, noticeOf } = covenant;
  return { number, isTested, saved: { kind, text, reference, frequency, firstTestOn, tester, noticeHours, noticeOf } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:transaction');
  const form = await request.formData();
  const read = parseForm(form, covenantFields);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const { covenantId = '', transactionId = '' } = params;
  const changed = await member.inOrganization((db) =>
    changeCovenant(db, read.value, { covenantId, transactionId, userId: member.user.id }),
  );
  if (changed.kind === 'unknown') throw notFound();
  if (changed.kind === 'refused')
    return data({ failure: formFailure(form, { '': [monitoringRefusalWord(changed.code)] }) }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/transactions/${transactionId}/monitoring/covenants/${covenantId}`, {
    tone: 'success',
    text: m.monitoring_flash_changed(),
  });
}

export default function EditCovenant() {
  const { number, isTested, saved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Section title={m.monitoring_covenant_number({ number })} id="covenant">
      {isTested ? (
        <Notice tone="info">{m.monitoring_refused_was_tested()}</Notice>
      ) : (
        <CovenantForm saved={saved} failure={reply?.failure} submit={m.monitoring_save()} />
      )}
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
