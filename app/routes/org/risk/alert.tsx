import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ActivityTimeline } from '~/activity-log/activity-timeline';
import { listActivity } from '~/activity-log/list-activity.server';
import { AlertCard } from '~/risk/alerts/alert-card';
import { decideAlert } from '~/risk/alerts/decide-alert.server';
import { overrideFloor } from '~/risk/alerts/override-floor.server';
import { readAlert } from '~/risk/alerts/read-alerts.server';
import { decisionSchema } from '~/risk/alerts/schema';
import { titleText } from '~/risk/alerts/labels';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { ErrorSummary } from '~/ui/form-errors';
import { PageHeader, Section } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

const today = () => new Date(Date.now()).toISOString().slice(0, 10);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, can, inOrganization } = await requireMember(request, params, 'read:supplier');
  return inOrganization(async (db) => {
    const found = await readAlert(db, params.alertId);
    if (!found) throw notFound();
    const { alert, party } = found;
    const history = can('read:activity') ? (await listActivity(db, { recordKind: 'alert', recordId: alert.id })).events : null;
    return {
      alert,
      party,
      history,
      base: `/o/${organization.slug}`,
      floor: overrideFloor(today()),
      mayDecide: can('decide:alert'),
    };
  });
}

const refusals = { ended: m.alerts_error_ended, 'already-decided': m.alerts_error_decided, 'override-in-force': m.alerts_error_override };

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'decide:alert');
  const found = await inOrganization((db) => readAlert(db, params.alertId));
  if (!found) throw notFound();
  const form = await readForm(request);
  const parsed = parseForm(form, decisionSchema);
  if (!parsed.ok) {
    const words = { reason: m.alerts_error_reason, evidence: m.alerts_error_evidence };
    const errors = Object.keys(parsed.errors).map((name) => [name, [(words[name as keyof typeof words] ?? m.alerts_error_reason)()]]);
    return data({ ...parsed, errors: Object.fromEntries(errors) as typeof parsed.errors }, { status: 422 });
  }
  const { decision, reason, evidence, from } = parsed.value;
  const now = new Date(Date.now());
  const done = await inOrganization(async (db) => {
    const decided = await decideAlert(db, { alertId: found.alert.id, decision, reason, evidence, userId: user.id, now });
    if (decided.kind === 'decided' && decided.hasRaised)
      await scoreSuppliers(db, { partyIds: [decided.partyId], asOf: now.toISOString().slice(0, 10), userId: user.id });
    return decided;
  });
  if (done.kind === 'refused') {
    if (done.code === 'unknown-alert') throw notFound();
    return data(formFailure(form, { '': [refusals[done.code]()] }), { status: 422 });
  }
  const base = `/o/${organization.slug}`;
  const back = from === 'supplier' ? `${base}/suppliers/${found.party.publicId}#alerts` : `${base}/alerts/${found.alert.id}`;
  return redirectWithFlash(back, { tone: 'success', text: doneText(decision, done.hasRaised) });
}

function doneText(decision: 'confirm' | 'dismiss' | 'reopen', hasRaised: boolean): string {
  if (decision === 'dismiss') return m.alerts_dismissed_done();
  if (decision === 'reopen') return m.alerts_reopened_done();
  return hasRaised ? m.alerts_confirmed_override_done() : m.alerts_confirmed_done();
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? titleText(page.alert.kind, page.alert.basis) : m.alerts_title()} · Manumit` },
];

export default function AlertPage() {
  const { alert, party, history, base, floor, mayDecide } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const failed = failure && 'values' in failure ? failure : undefined;
  const supplier = `${base}/suppliers/${party.publicId}`;
  return (
    <>
      <PageHeader
        title={party.name}
        breadcrumbs={[
          { label: m.suppliers_list_title(), to: `${base}/suppliers` },
          { label: party.name, to: supplier },
          { label: m.alerts_title(), to: `${base}/alerts` },
          { label: m.alerts_word() },
        ]}
        actions={<LinkButton to={supplier}>{m.alerts_view_supplier()}</LinkButton>}
      />
      {failed && <ErrorSummary errors={failed.errors} />}
      <Section title={m.alerts_word()}>
        <AlertCard
          alert={alert}
          base={base}
          overridesHref={`${supplier}/score/overrides`}
          mayDecide={mayDecide}
          floor={floor}
          isAlone
          failure={failed}
        />
      </Section>
      {history && (
        <Section title={m.alerts_history()}>
          <ActivityTimeline events={history} />
        </Section>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
