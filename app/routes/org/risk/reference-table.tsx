import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { cancelEdition, confirmEdition, withdrawEdition } from '~/risk/reference-tables/decide-edition.server';
import { DifferenceSection } from '~/risk/reference-tables/difference-section';
import { Confirmation, EditionFacts, Withdrawal } from '~/risk/reference-tables/edition-view';
import { EffectSection } from '~/risk/edition-effects/effect-section';
import { readEdition } from '~/risk/reference-tables/read-edition.server';
import { RemarkList } from '~/risk/reference-tables/remark-list';
import { showRun } from '~/platform/jobs/show-run';
import { startRun } from '~/platform/jobs/start-run.server';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, can, inOrganization } = await requireMember(request, params, 'read:supplier');
  const read = await inOrganization((db) => readEdition(db, param(params, 'editionId')));
  if (!read) throw notFound();
  const { run: comparison, ...edition } = read;
  const { run, compared } = comparison;
  return {
    base: `/o/${organization.slug}`,
    edition,
    compared,
    run: run && { id: run.id, progress: showRun(run) },
    mayDecide: can('edit:reference-table'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { organization, user, inOrganization } = await requireMember(request, params, 'edit:reference-table');
  const read = await inOrganization((db) => readEdition(db, param(params, 'editionId')));
  if (!read) throw notFound();
  const list = `/o/${organization.slug}/settings/reference-tables`;
  const here = `${list}/${read.id}`;
  const form = await readForm(request);
  const by = { id: read.id, organizationId: organization.id, userId: user.id, now: new Date() };
  switch (form.get('intent')) {
    case 'cancel':
      await inOrganization((db) => cancelEdition(db, read.id));
      return redirectWithFlash(list, { tone: 'success', text: m.reference_tables_cancelled() });
    case 'compare':
      await inOrganization((db) =>
        startRun(db, { kind: 'compare-edition', subjectId: read.id, organizationId: organization.id, userId: user.id }),
      );
      return redirectWithFlash(here, { tone: 'info', text: m.reference_tables_effect_going() });
    case 'confirm': {
      // Only an edition whose effect was computed can be confirmed.
      if (!read.run.compared && read.state.code === 'checked') return data({ problem: m.reference_tables_wait() }, { status: 422 });
      const done = await inOrganization((db) => confirmEdition(db, by));
      if (done.kind === 'refused') throw notFound();
      return redirectWithFlash(here, { tone: 'success', text: m.reference_tables_confirmed() });
    }
    case 'withdraw': {
      const reason = form.get('reason');
      const done = await inOrganization((db) => withdrawEdition(db, { ...by, reason: typeof reason === 'string' ? reason : '' }));
      if (done.kind === 'refused' && done.code === 'no-reason')
        return data({ problem: m.reference_tables_withdraw_no_reason() }, { status: 422 });
      if (done.kind === 'refused') throw notFound();
      return redirectWithFlash(here, { tone: 'success', text: m.reference_tables_withdrawn() });
    }
    default:
      throw new Response('Bad request', { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.edition.title ?? m.reference_tables_title()} · Manumit` },
];

export default function EditionPage() {
  const { base, edition, compared, run, mayDecide } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const here = `${base}/settings/reference-tables`;
  return (
    <>
      <PageHeader title={edition.title} breadcrumbs={[{ label: m.reference_tables_title(), to: here }, { label: edition.title }]} />
      <EditionFacts edition={edition} />
      <EffectSection compared={compared} run={run} base={base} isInForce={edition.state.code !== 'checked'}>
        {mayDecide && edition.state.code === 'checked' && <Confirmation edition={edition} isCompared={compared !== null} here={here} />}
      </EffectSection>
      {mayDecide && ['in-force', 'replaced'].includes(edition.state.code) && <Withdrawal problem={reply?.problem ?? null} />}
      {edition.remarks.length > 0 && <RemarkList remarks={edition.remarks} />}
      <DifferenceSection tables={edition.differences} file={`${here}/${edition.id}/differences.csv`} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
