import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { ChooseSupplier } from '~/suppliers/choices/choose-supplier';
import { foundByAddress } from '~/platform/forms/search-step.server';
import { FindingForm } from '~/findings/findings/finding-form';
import { findingFormChoices } from '~/findings/findings/finding-form-choices.server';
import { findingOfAnswer } from '~/findings/findings/finding-of-answer.server';
import { recordFinding } from '~/findings/findings/record-finding.server';
import { takeFindingForm } from '~/findings/findings/take-finding-form.server';
import { OpenCaseHere } from '~/platform/privacy/open-case';
import { findSupplierId, readSupplierHead } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:finding');
  const url = new URL(request.url).searchParams;
  const publicId = url.get('supplier')?.trim() ?? '';
  const read = await member.inOrganization(async (db) => {
    const head = publicId ? await readSupplierHead(db, publicId) : null;
    if (publicId && !head) throw notFound();
    const partyId = head ? await findSupplierId(db, publicId) : null;
    return head && partyId
      ? {
          supplier: { name: head.name, publicId },
          choices: await findingFormChoices(db, { partyId }),
          proposed: await findingOfAnswer(db, { partyId, ...answerIn(url) }),
        }
      : { supplier: null, choices: null, proposed: null };
  });
  return {
    ...read,
    ...(await foundByAddress({ request, params })),
    mayOpenCase: member.can('open:sensitive-case'),
    mayAdd: member.can('edit:supplier'),
    base: `/o/${member.organization.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'edit:finding');
  const address = new URL(request.url).searchParams;
  const publicId = givenText(address, 'supplier');
  const partyId = await inOrganization((db) => findSupplierId(db, publicId));
  if (!partyId) throw notFound();
  const taken = await takeFindingForm(request, { organizationId: organization.id, userId: user.id, inOrganization });
  if (!taken) throw badRequest('a form with files is needed');
  if (taken.kind === 'refused') return data(taken.failure, { status: 422 });
  const recorded = await inOrganization(async (db) => {
    const proposed = await findingOfAnswer(db, { partyId, ...answerIn(address) });
    const result = await recordFinding(db, {
      partyId,
      responseId: proposed?.responseId,
      answered: proposed?.question,
      userId: user.id,
      fields: taken.fields,
    });
    if (result.kind === 'recorded')
      await scoreSuppliers(db, { partyIds: [partyId], asOf: new Date(Date.now()).toISOString().slice(0, 10), userId: user.id });
    return result;
  });
  if (recorded.kind === 'refused') return data(taken.refuse(recorded.problems), { status: 422 });
  return redirectWithFlash(`/o/${organization.slug}/findings/${recorded.findingId}`, { tone: 'success', text: m.findings_recorded() });
}

/** The answer that the address says the finding is about. */
const answerIn = (address: URLSearchParams) => ({ responseId: givenText(address, 'response'), question: givenText(address, 'question') });

export const meta: MetaFunction = () => [{ title: `${m.findings_record()} · Manumit` }];

export default function NewFinding() {
  const { supplier, choices, proposed, mayOpenCase, mayAdd, base } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={supplier ? m.findings_record_of({ supplier: supplier.name }) : m.findings_record()}
        lead={m.findings_record_lead()}
        breadcrumbs={[{ label: m.shell_nav_findings(), to: `${base}/findings` }, { label: m.findings_record() }]}
      />
      {supplier ? (
        <>
          {mayOpenCase && <OpenCaseHere base={base} about={supplier.publicId} />}
          <FindingForm choices={choices} proposed={proposed} failure={failure} cancel={`${base}/suppliers/${supplier.publicId}/findings`} />
        </>
      ) : (
        <ChooseSupplier
          name="supplier"
          label={m.responses_new_supplier()}
          hint={m.findings_choose_supplier()}
          form="finding"
          mayAdd={mayAdd}
        />
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
