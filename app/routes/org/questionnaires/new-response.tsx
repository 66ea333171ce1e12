import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { InstrumentChoice } from '~/questionnaires/responses/instrument-choice';
import { listInstruments } from '~/questionnaires/responses/list-instruments.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { refusalLabel } from '~/questionnaires/responses/labels';
import { isForRecruiter, isForSupplier } from '~/questionnaires/templates/for-recruiter';
import { findRecruiter } from '~/suppliers/labour-recruiters/read-recruiter.server';
import { m } from '~/paraglide/messages';
import { comingDayFault, readComingDay } from '~/platform/forms/entered-day';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { knownParty } from '~/suppliers/registry/party-choices.server';
import { PartyField } from '~/suppliers/choices/party-field';
import { formFailure } from '~/platform/forms/parse-form';
import { fieldOf } from '~/ui/form-values';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'open:response');
  const url = new URL(request.url).searchParams;
  const chosen = url.get('supplier')?.trim() ?? '';
  const recruiterId = url.get('recruiter');
  const { recruiter, known, offered } = await member.inOrganization(async (db) => ({
    recruiter: recruiterId === null ? null : await findRecruiter(db, recruiterId),
    known: recruiterId === null ? await knownParty(db, chosen) : [],
    offered: await listInstruments(db),
  }));
  if (recruiterId !== null && !recruiter) throw notFound();
  const instruments = offered.filter(recruiter ? isForRecruiter : isForSupplier);
  const instrument = instruments.find(({ key }) => key === url.get('instrument'))?.key;
  return { recruiter, known, chosen, instruments, instrument, base: `/o/${member.organization.slug}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'open:response');
  const form = await readForm(request);
  const sent = (name: string) => String(form.get(name) ?? '').trim();
  const recruiterId = new URL(request.url).searchParams.get('recruiter');
  const [supplier, instrumentKey, dueOn] = [recruiterId ?? sent('supplier'), sent('instrument'), sent('dueOn')];
  const errors: Record<string, string[]> = {};
  if (!supplier) errors.supplier = [m.responses_new_choose()];
  if (dueOn && readComingDay(dueOn) === undefined) errors.dueOn = [comingDayFault(dueOn, () => m.responses_new_due_bad())];
  if (Object.keys(errors).length > 0) return data({ failure: formFailure(form, errors), openId: null }, { status: 422 });
  const opened = await member.inOrganization((db) =>
    openResponse(db, {
      ...{ supplierPublicId: supplier, partyKind: recruiterId === null ? 'supplier' : 'labour-recruiter' },
      ...{ instrumentKey, dueOn: dueOn || null, userId: member.user.id },
    }),
  );
  if (opened.kind === 'refused')
    return data(
      {
        failure: formFailure(form, {
          '': [recruiterId !== null && opened.code === 'already-open' ? m.recruiter_reviews_review_already() : refusalLabel(opened.code)],
        }),
        openId: opened.responseId ?? null,
      },
      { status: 422 },
    );
  return redirect(`/o/${member.organization.slug}/responses/${opened.responseId}`, { status: 303 });
}

export const meta: MetaFunction = () => [{ title: `${m.responses_new_title()} · Manumit` }];

export default function NewResponse() {
  const { recruiter, known, chosen, instruments, instrument, base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const failure = reply?.failure;
  const refusal = failure?.errors['']?.[0];
  return (
    <div className="max-w-prose">
      <PageHeader
        title={recruiter ? m.recruiter_reviews_review_new() : m.responses_new_title()}
        {...(recruiter ? { lead: recruiter.name } : {})}
        breadcrumbs={[
          recruiter
            ? { label: recruiter.name, to: `${base}/labour-recruiters/${recruiter.publicId}` }
            : { label: m.responses_title(), to: `${base}/responses` },
          { label: recruiter ? m.recruiter_reviews_review_start() : m.responses_new() },
        ]}
      />
      {refusal && (
        <Notice tone="danger">
          {refusal}{' '}
          {reply?.openId && (
            <Link to={`${base}/responses/${reply.openId}`} className="underline">
              {m.responses_go_to_open()}
            </Link>
          )}
        </Notice>
      )}
      <Form method="post" noValidate className="grid gap-6">
        {!recruiter && (
          <PartyField
            {...fieldOf(failure, 'supplier', chosen)}
            label={m.responses_new_supplier()}
            hint={m.responses_search_hint()}
            known={known}
          />
        )}
        <InstrumentChoice instruments={instruments} chosen={failure?.values.instrument?.[0] ?? instrument} />
        <Field {...fieldOf(failure, 'dueOn')} type="date" isComing label={m.responses_new_due()} optional className="max-w-60" />
        <div>
          <Button type="submit" variant="primary">
            {m.responses_new_submit()}
          </Button>
        </div>
      </Form>
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
