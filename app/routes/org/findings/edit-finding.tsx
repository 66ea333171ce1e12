import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { FindingForm } from '~/findings/findings/finding-form';
import { findingFormChoices } from '~/findings/findings/finding-form-choices.server';
import { countFiles } from '~/findings/findings/finding-files.server';
import { readFinding } from '~/findings/findings/read-finding.server';
import { amendFinding } from '~/findings/findings/record-finding.server';
import { takeFindingForm } from '~/findings/findings/take-finding-form.server';
import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'edit:finding');
  const read = await inOrganization(async (db) => {
    const finding = await readFinding(db, param(params, 'findingId'));
    if (!finding) throw notFound();
    return { finding, choices: await findingFormChoices(db, { partyId: finding.partyId, exceptId: finding.id }) };
  });
  const { finding, choices } = read;
  // A finding raised by an answer keeps its evidence grade, even one that the form does not offer.
  const grades = choices.evidenceGrades.includes(finding.evidenceGrade)
    ? choices.evidenceGrades
    : [finding.evidenceGrade, ...choices.evidenceGrades];
  return { finding, choices: { ...choices, evidenceGrades: grades }, base: `/o/${organization.slug}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'edit:finding');
  const findingId = param(params, 'findingId');
  const heldFiles = await inOrganization(async (db) => ((await readFinding(db, findingId)) ? countFiles(db, findingId) : null));
  if (heldFiles === null) throw notFound();
  const taken = await takeFindingForm(request, { organizationId: organization.id, userId: user.id, inOrganization, heldFiles });
  if (!taken) throw badRequest('a form with files is needed');
  if (taken.kind === 'refused') return data(taken.failure, { status: 422 });
  const amended = await inOrganization(async (db) => {
    const result = await amendFinding(db, { findingId, userId: user.id, fields: taken.fields });
    if (result.kind === 'amended')
      await scoreSuppliers(db, { partyIds: [result.partyId], asOf: new Date(Date.now()).toISOString().slice(0, 10), userId: user.id });
    return result;
  });
  if (amended.kind === 'refused') {
    const problems = amended.problems.filter((problem) => problem !== 'unknown-finding');
    if (problems.length < amended.problems.length) throw notFound();
    return data(taken.refuse(problems), { status: 422 });
  }
  return redirectWithFlash(`/o/${organization.slug}/findings/${findingId}`, { tone: 'success', text: m.findings_saved() });
}

export const meta: MetaFunction = () => [{ title: `${m.findings_edit()} · Manumit` }];

export default function EditFinding() {
  const { finding, choices, base } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const page = `${base}/findings/${finding.id}`;
  return (
    <>
      <PageHeader
        title={m.findings_edit_title()}
        lead={m.findings_edit_lead()}
        breadcrumbs={[
          { label: m.shell_nav_findings(), to: `${base}/findings` },
          { label: finding.party.name, to: page },
          { label: m.findings_edit() },
        ]}
      />
      {finding.files.length > 0 && (
        <div className="mb-6 max-w-3xl">
          <Notice tone="info">{m.findings_files_held({ count: finding.files.length })}</Notice>
        </div>
      )}
      <FindingForm choices={choices} saved={finding} failure={failure} cancel={page} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
