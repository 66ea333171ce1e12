import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { readMergeChoices } from '~/suppliers/merges/merge-form';
import { MergePreviewForm } from '~/suppliers/merges/merge-preview';
import { mergeSuppliers } from '~/suppliers/merges/merge-suppliers.server';
import { previewMerge } from '~/suppliers/merges/preview-merge.server';
import { orderScores } from '~/suppliers/merges/score-merged.server';
import { findParty } from '~/suppliers/parties/find-party.server';
import { readSupplierHead } from '~/suppliers/registry/read-supplier.server';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { PageHeader } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

const refusals = {
  unknown: m.match_error_unknown,
  several: m.match_error_several,
  same: m.match_error_itself,
  'put-away': m.match_error_put_away,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const search = new URL(request.url).searchParams;
  const words = search.get('with')?.trim() ?? '';
  const { head, found } = await member.inOrganization(async (db) => ({
    head: await readSupplierHead(db, params.supplierId),
    found: words === '' ? null : await findParty(db, { words, kinds: ['supplier'] }),
  }));
  if (!head) throw notFound();
  const base = `/o/${member.organization.slug}`;
  const page = { name: head.name, publicId: head.publicId, words, base };
  if (found === null) return { ...page, error: null, preview: null, sectors: {} };
  if (found.kind !== 'found') return { ...page, error: refusals[found.kind](), preview: null, sectors: {} };
  const preview = await previewMerge(member.inOrganization, {
    keptId: head.partyId,
    otherId: found.partyId,
    choices: readMergeChoices(search),
    organizationId: member.organization.id,
    userId: member.user.id,
    at: new Date(),
  });
  if (preview.kind === 'refused') return { ...page, error: refusals[preview.code](), preview: null, sectors: {} };
  return { ...page, error: null, preview, sectors: sectorTitles([preview.kept.sector, preview.other.sector]) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const base = `/o/${member.organization.slug}/suppliers/${params.supplierId}`;
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const form = await readForm(request);
  const words = givenText(form, 'with');
  const result = await member.inOrganization(
    async (db) => {
      const head = await readSupplierHead(db, params.supplierId);
      if (!head) throw notFound();
      const found = await findParty(db, { words, kinds: ['supplier'] });
      if (found.kind !== 'found') return found;
      const merged = await mergeSuppliers(db, {
        ...who,
        keptId: head.partyId,
        otherId: found.partyId,
        choices: readMergeChoices(form),
        at: new Date(),
      });
      if (merged.kind === 'merged') await orderScores(db, { ...who, mergeId: merged.mergeId });
      return merged;
    },
    { timeoutMs: 60_000 },
  );
  // After a refusal the page shows the reason instead.
  if (result.kind !== 'merged') return redirect(`${base}/merge?with=${encodeURIComponent(words)}`, 303);
  return redirectWithFlash(`${base}/identity`, { tone: 'success', text: m.match_merge_done() });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${m.match_merge_title()} · ${page?.name ?? ''} · Manumit` },
];

export default function MergeSuppliers() {
  const { name, publicId, words, base, error, preview, sectors } = useLoaderData<typeof loader>();
  const page = `${base}/suppliers/${publicId}`;
  return (
    <>
      <PageHeader
        title={m.match_merge_title()}
        lead={preview ? m.match_merge_lead() : undefined}
        breadcrumbs={[
          { label: m.suppliers_list_title(), to: `${base}/suppliers` },
          { label: name, to: page },
          { label: m.match_identity_title(), to: `${page}/identity` },
          { label: m.match_merge_title() },
        ]}
        actions={
          preview && (
            <LinkButton to={`${base}/suppliers/${preview.other.publicId}/merge?with=${publicId}`}>{m.match_merge_swap()}</LinkButton>
          )
        }
      />
      {preview ? (
        <MergePreviewForm preview={preview} base={base} sectors={sectors} />
      ) : (
        <Form method="get" className="grid max-w-xl gap-4">
          <Field
            name="with"
            label={m.match_merge_choose()}
            hint={m.match_report_other_hint()}
            defaultValue={words}
            error={error ?? undefined}
            required
            maxLength={500}
          />
          <div>
            <Button variant="primary">{m.match_merge_show()}</Button>
          </div>
        </Form>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
