import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { madeAt } from '~/access/posting.server';
import { requireMember } from '~/access/require-member.server';
import { listAccessRequests } from '~/sharing/access-requests/access-requests.server';
import { SharedAccessForm } from '~/sharing/shared-access/shared-access-form';
import { giveAccess } from '~/sharing/shared-access/give-access.server';
import { sharedAccessFields } from '~/sharing/shared-access/schema';
import { listGrantableFiles } from '~/sharing/shared-access/list-shareable-files.server';
import { listShareable } from '~/sharing/shared-access/list-shareable.server';
import { canSendMail } from '~/platform/mail/send.server';
import { SharedAccessLinkNotice } from '~/sharing/shared-access/shared-access-link-notice';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatDate } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'share:answers');
  const organizationId = member.organization.id;
  const url = new URL(request.url).searchParams;
  const wanted = url.get('request');
  const read = await member.inOrganization(async (db) => ({
    shareable: await listShareable(db),
    asked: wanted ? await listAccessRequests(db, { organizationId, side: 'received' }) : [],
  }));
  const asked = read.asked.find(({ id, status }) => id === wanted && status === 'open') ?? null;
  const chosen = read.shareable.find(({ id }) => id === url.get('response')) ?? (read.shareable.length === 1 ? read.shareable[0] : null);
  const files = chosen ? await member.inOrganization((db) => listGrantableFiles(db, chosen.id)) : [];
  return {
    files,
    shareable: read.shareable.map(({ sections: _, ...rest }) => rest),
    response: chosen ?? null,
    asked: asked && { id: asked.id, party: asked.party, purpose: asked.purpose, reason: asked.reason },
    mails: canSendMail(),
    base: `/o/${member.organization.slug}`,
    today: new Date().toISOString().slice(0, 10),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'share:answers');
  const form = await readForm(request);
  const read = parseForm(form, sharedAccessFields);
  if (!read.ok) return data({ failure: read, link: null }, { status: 422 });
  const given = await giveAccess(member, { ...read.value, origin: new URL(request.url).origin, now: new Date() });
  switch (given.kind) {
    case 'refused':
      return data({ failure: formFailure(form, { [given.field]: [given.message] }), link: null }, { status: given.status });
    case 'link':
      madeAt(`/o/${member.organization.slug}/shared-access/${given.sharedAccessId}`);
      return data({ failure: null, link: given });
    case 'given':
      return redirect(`/o/${member.organization.slug}/shared-access/${given.sharedAccessId}`, { status: 303 });
  }
}

export const meta: MetaFunction = () => [{ title: `${m.shared_access_new_title()} · Manumit` }];

export default function NewGrant() {
  const { shareable, response, files, asked, mails, base, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const link = reply?.link ?? null;
  return (
    <div className="max-w-prose">
      <PageHeader
        title={m.shared_access_new_title()}
        lead={m.shared_access_new_lead()}
        breadcrumbs={[{ label: m.shared_access_grants_title(), to: `${base}/shared-access` }, { label: m.shared_access_new() }]}
      />
      {link ? (
        <SharedAccessLinkNotice link={link} base={base} />
      ) : response ? (
        <>
          <p className="mb-6">
            {m.shared_access_form_what({ questionnaire: response.instrument, date: formatDate(response.submittedAt) })}
          </p>
          <SharedAccessForm
            response={response}
            files={files}
            asked={asked}
            mails={mails}
            today={today}
            failure={reply?.failure ?? undefined}
          />
        </>
      ) : shareable.length === 0 ? (
        <EmptyState
          title={m.shared_access_nothing_title()}
          actions={<LinkButton to={`${base}/received-requests`}>{m.shared_access_received_nav()}</LinkButton>}
        >
          {m.shared_access_nothing_text()}
        </EmptyState>
      ) : (
        <Section title={m.shared_access_choose_title()}>
          <ul className="grid">
            {shareable.map(({ id, instrument, asker, submittedAt }) => (
              <li key={id} className="border-b border-line">
                <Link to={`?response=${id}${asked ? `&request=${asked.id}` : ''}`} className="block min-h-11 py-2">
                  {m.shared_access_choose_row({ questionnaire: instrument, asker, date: formatDate(submittedAt) })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
