import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { madeAt } from '~/access/posting.server';
import { requireMember } from '~/access/require-member.server';
import { knownParty } from '~/suppliers/registry/party-choices.server';
import { listInstruments } from '~/questionnaires/responses/list-instruments.server';
import { refusalLabel } from '~/questionnaires/responses/labels';
import { isForRecruiter } from '~/questionnaires/templates/for-recruiter';
import { findRecruiter } from '~/suppliers/labour-recruiters/read-recruiter.server';
import { AskForm } from '~/questionnaires/requests/ask-form';
import { proposeDepth } from '~/questionnaires/requests/propose-depth.server';
import { askRecruiter, askSupplier } from '~/questionnaires/requests/ask-supplier.server';
import { handOverLink } from '~/questionnaires/requests/hand-over-link.server';
import { LinkNotice } from '~/questionnaires/requests/link-notice';
import { askFields } from '~/questionnaires/requests/schema';
import { canSendMail } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  const url = new URL(request.url).searchParams;
  const chosen = url.get('supplier')?.trim() ?? '';
  const recruiterId = url.get('recruiter');
  const { recruiter, known, offered, proposal } = await member.inOrganization(async (db) => ({
    recruiter: recruiterId === null ? null : await findRecruiter(db, recruiterId),
    known: recruiterId === null ? await knownParty(db, chosen) : [],
    offered: await listInstruments(db),
    proposal: recruiterId === null ? await proposeDepth(db, chosen) : null,
  }));
  if (recruiterId !== null && !recruiter) throw notFound();
  const instruments = offered.filter(recruiter ? isForRecruiter : ({ audience }) => audience.includes('supplier'));
  return { recruiter, known, chosen, instruments, proposal, mails: canSendMail(), base: `/o/${member.organization.slug}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  const form = await readForm(request);
  const recruiterPublicId = new URL(request.url).searchParams.get('recruiter');
  if (recruiterPublicId !== null) form.set('supplier', recruiterPublicId);
  const read = parseForm(form, askFields);
  if (!read.ok) return data({ failure: read, openId: null, made: null }, { status: 422 });
  const { supplier: supplierPublicId, instrument: instrumentKey, dueOn = null, locale, email = null, message = '' } = read.value;
  const now = new Date();
  const asked = await member.inOrganization((db) =>
    recruiterPublicId === null
      ? askSupplier(db, { supplierPublicId, instrumentKey, dueOn, locale, email, message, userId: member.user.id, now })
      : askRecruiter(db, { recruiterPublicId, instrumentKey, dueOn, locale, email, message, userId: member.user.id, now }),
  );
  if (asked.kind === 'refused') {
    const failure = formFailure(form, {
      '': [recruiterPublicId !== null && asked.code === 'already-open' ? m.recruiter_reviews_review_already() : refusalLabel(asked.code)],
    });
    return data({ failure, openId: asked.code === 'already-open' ? asked.responseId : null, made: null }, { status: 422 });
  }
  const link = await handOverLink(
    member.inOrganization,
    { ...asked, email, locale, message, instrumentKey, dueOn: dueOn ? new Date(dueOn) : null },
    { asker: member.organization.name, origin: new URL(request.url).origin, now },
  );
  madeAt(`/o/${member.organization.slug}/requests/${asked.responseId}`);
  return data({ failure: null, openId: null, made: { link, responseId: asked.responseId } });
}

export const meta: MetaFunction = () => [{ title: `${m.requests_new_title()} · Manumit` }];

export default function NewRequest() {
  const { recruiter, known, chosen, instruments, proposal, mails, base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="max-w-prose">
      <PageHeader
        title={recruiter ? m.recruiter_reviews_review_send_to({ name: recruiter.name }) : m.requests_new_title()}
        lead={recruiter ? m.recruiter_reviews_review_send_lead() : m.requests_new_lead()}
        breadcrumbs={[
          recruiter
            ? { label: recruiter.name, to: `${base}/labour-recruiters/${recruiter.publicId}` }
            : { label: m.requests_title(), to: `${base}/requests` },
          { label: recruiter ? m.recruiter_reviews_review_send() : m.requests_new() },
        ]}
      />
      {reply?.made ? (
        <>
          <LinkNotice link={reply.made.link} />
          <div className="flex flex-wrap gap-2">
            <LinkButton to={`${base}/requests/${reply.made.responseId}`} variant="primary">
              {m.requests_to_request()}
            </LinkButton>
            {!recruiter && (
              <LinkButton to={`${base}/requests/new`} reloadDocument>
                {m.requests_ask_another()}
              </LinkButton>
            )}
          </div>
        </>
      ) : (
        <>
          {reply?.openId && (
            <p className="mb-4">
              <Link to={`${base}/responses/${reply.openId}`}>{m.responses_go_to_open()}</Link>
            </p>
          )}
          <AskForm
            known={recruiter ? null : known}
            chosen={chosen}
            instruments={instruments}
            proposal={proposal}
            mails={mails}
            failure={reply?.failure ?? undefined}
          />
        </>
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
