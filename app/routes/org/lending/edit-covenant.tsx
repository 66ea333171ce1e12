import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { changeCovenant } from '~/lending/covenants/change-covenant.server';
import { CovenantForm } from '~/lending/covenants/covenant-form';
import { covenantFields } from '~/lending/covenants/covenant-schema';
import { covenantRefusalLabel } from '~/lending/covenants/labels';
import { readCovenant } from '~/lending/covenants/read-covenants.server';
import { applyRecordForm } from '~/lending/deals/apply-record-form.server';
import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { parseForm } from '~/platform/forms/parse-form';
import { notFound } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const { covenantId = '', dealId = '' } = params;
  const today = new Date().toISOString().slice(0, 10);
  const covenant = await member.inOrganization((db) => readCovenant(db, { covenantId, dealId, today }));
  if (!covenant) throw notFound();
  const { number, isTested, kind, text, reference, frequency, firstTestOn, tester, noticeHours, noticeOf } = covenant;
  return { number, isTested, saved: { kind, text, reference, frequency, firstTestOn, tester, noticeHours, noticeOf } };
}

export const action = async (args: ActionFunctionArgs) => {
  const { covenantId = '' } = args.params;
  return applyRecordForm(await requireMember(args.request, args.params, 'edit:deal'), args, {
    read: (form) => parseForm(form, covenantFields),
    write: (db, fields, by) => changeCovenant(db, fields, { ...by, covenantId }),
    refusalLabel: ({ code }) => covenantRefusalLabel(code),
    done: () => ({ to: `monitoring/covenants/${covenantId}`, text: m.monitoring_flash_changed() }),
  });
};

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

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
