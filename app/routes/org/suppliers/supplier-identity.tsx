import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { listDuplicates } from '~/suppliers/duplicates/list-duplicates.server';
import { PairCard } from '~/suppliers/duplicates/pair-card';
import { reportDuplicate } from '~/suppliers/duplicates/report-duplicate.server';
import { listMerges } from '~/suppliers/merges/list-merges.server';
import { MergeTable } from '~/suppliers/merges/merge-table';
import { orderScores } from '~/suppliers/merges/score-merged.server';
import { undoMerge } from '~/suppliers/merges/undo-merge.server';
import { typedText } from '~/suppliers/parties/form-values';
import { findSupplierId, readSupplierHead } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Field, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { PageHeader, Section } from '~/ui/page-header';
import { fieldOf } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';

const reportSchema = z.object({
  other: z
    .string({ error: () => m.match_error_unknown() })
    .trim()
    .max(500),
  note: typedText(1000),
});
const refusals = {
  unknown: m.match_error_unknown,
  several: m.match_error_several,
  itself: m.match_error_itself,
  'put-away': m.match_error_put_away,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  return member.inOrganization(async (db) => {
    const head = await readSupplierHead(db, params.supplierId);
    if (!head) throw notFound();
    return {
      name: head.name,
      isArchived: head.isArchived,
      pairs: (await listDuplicates(db, { partyId: head.partyId })).pairs,
      merges: await listMerges(db, head.partyId),
      base: `/o/${member.organization.slug}`,
      page: `/o/${member.organization.slug}/suppliers/${head.publicId}`,
      mayEdit: member.can('edit:supplier'),
    };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const here = `/o/${member.organization.slug}/suppliers/${params.supplierId}/identity`;
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const form = await readForm(request);
  if (form.get('intent') === 'undo') {
    if (!member.can('edit:supplier')) throw forbidden();
    const mergeId = z.uuid().safeParse(form.get('mergeId')).data ?? '00000000-0000-0000-0000-000000000000';
    const undone = await member.inOrganization(
      async (db) => {
        const partyId = await findSupplierId(db, params.supplierId);
        const isHere =
          partyId !== null &&
          (await db.partyMerge.count({ where: { id: mergeId, OR: [{ keptPartyId: partyId }, { otherPartyId: partyId }] } })) > 0;
        if (!isHere) throw notFound();
        const result = await undoMerge(db, { ...who, mergeId, at: new Date() });
        if (result.kind === 'undone') await orderScores(db, { ...who, mergeId });
        return result;
      },
      { timeoutMs: 60_000 },
    );
    if (undone.kind === 'undone') return redirectWithFlash(here, { tone: 'success', text: m.match_undone_done() });
    return redirectWithFlash(here, { tone: 'warning', text: undone.code === 'later' ? m.match_undo_later() : m.match_gone() });
  }
  const parsed = parseForm(form, reportSchema);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const reported = await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    return reportDuplicate(db, { partyId, words: parsed.value.other, note: parsed.value.note, userId: member.user.id });
  });
  if (reported.kind === 'refused') return data(formFailure(form, { other: [refusals[reported.code]()] }), { status: 422 });
  return redirectWithFlash(here, { tone: 'success', text: m.match_report_done() });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${m.match_identity_title()} · ${page?.name ?? ''} · Manumit` },
];

export default function SupplierIdentity() {
  const { name, isArchived, pairs, merges, base, page, mayEdit } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.match_identity_title()}
        lead={m.match_identity_lead()}
        breadcrumbs={[
          { label: m.suppliers_list_title(), to: `${base}/suppliers` },
          { label: name, to: page },
          { label: m.match_identity_title() },
        ]}
        actions={
          mayEdit &&
          !isArchived && (
            <>
              <LinkButton to={`${page}/merge`}>{m.match_merge_start()}</LinkButton>
              <LinkButton to={`${page}/split`}>{m.match_split_start()}</LinkButton>
            </>
          )
        }
      />
      {pairs.length > 0 && (
        <Section title={m.match_open_pairs()}>
          <ul className="grid gap-6">
            {pairs.map((pair) => (
              <li key={pair.id}>
                <PairCard pair={pair} base={base} mayEdit={mayEdit} action={`${base}/suppliers/duplicates`} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={m.match_acts_title()}>
        {merges.length === 0 ? (
          <p className="text-muted">{m.match_acts_none()}</p>
        ) : (
          <MergeTable merges={merges} base={base} mayEdit={mayEdit} />
        )}
      </Section>
      <Section title={m.match_report_title()}>
        <Form method="post" noValidate className="grid max-w-xl gap-4">
          <ErrorSummary errors={failure?.errors} />
          <Field
            label={m.match_report_other()}
            hint={m.match_report_other_hint()}
            required
            maxLength={500}
            {...fieldOf(failure, 'other')}
          />
          <TextArea label={m.match_report_note()} optional rows={2} {...fieldOf(failure, 'note')} />
          <div>
            <Button name="intent" value="report">
              {m.match_report_do()}
            </Button>
          </div>
        </Form>
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
