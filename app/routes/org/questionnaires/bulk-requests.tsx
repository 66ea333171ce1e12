import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, forbidden, redirectWithFlash } from '~/platform/http/responses.server';
import { readSelection } from '~/platform/lists/selection';
import { canSendMail } from '~/platform/mail/send.server';
import {
  changeRequests,
  mostRequests,
  type RequestChange,
  requestChanges,
  selectRequests,
} from '~/questionnaires/requests/change-requests.server';
import { readRequestFilter, requestFilterNames } from '~/questionnaires/requests/request-filter';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';

const shownNames = 12;

/** Ticked requests, or all that match, and what to do with them: a file leads on, a change is confirmed here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const search = new URL(request.url).searchParams;
  const list = `/o/${member.organization.slug}/requests`;
  const act = z.enum([...requestChanges, 'export']).safeParse(search.get('act'));
  if (!act.success) throw redirect(list);
  if (!member.can(act.data === 'export' ? 'export:supplier' : 'ask:supplier')) throw forbidden();
  const selection = readSelection(search, requestFilterNames);
  if (!selection) throw await redirectWithFlash(list, { tone: 'info', text: m.lists_nothing_selected() });
  if (act.data === 'export') throw redirect(`${list}/export?${selection}`);
  const change = act.data;
  const filter = readRequestFilter(selection);
  const rows = await member.inOrganization((db) => selectRequests(db, { change, filter, now: new Date(Date.now()) }));
  const possible = rows.filter(({ isPossible }) => isPossible).map(({ name }) => name);
  return {
    list,
    change,
    most: mostRequests[change],
    isTooMany: rows.length > mostRequests[change],
    count: possible.length,
    skipped: rows.length - possible.length,
    names: possible.slice(0, shownNames),
    mails: canSendMail(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  const url = new URL(request.url);
  const list = `/o/${member.organization.slug}/requests`;
  const change = z.enum(requestChanges).safeParse(url.searchParams.get('act'));
  const confirmed = z.coerce
    .number()
    .int()
    .min(1)
    .safeParse((await readForm(request)).get('confirmed'));
  const selection = readSelection(url.searchParams, requestFilterNames);
  if (!change.success || !confirmed.success || !selection || confirmed.data > mostRequests[change.data]) throw badRequest('act');
  const changed = await changeRequests(member.inOrganization, {
    ...{ change: change.data, filter: readRequestFilter(selection), confirmed: confirmed.data, userId: member.user.id },
    ...{ asker: member.organization.name, origin: url.origin, now: new Date(Date.now()) },
  });
  if (changed.kind === 'other-count') {
    url.searchParams.delete('_routes');
    return redirectWithFlash(`${list}/bulk?${url.searchParams}`, { tone: 'warning', text: m.lists_other_count() });
  }
  const text =
    change.data === 'remind' ? m.lists_requests_reminded({ count: changed.count }) : m.lists_requests_withdrawn({ count: changed.count });
  if (changed.notMailed === 0) return redirectWithFlash(list, { tone: 'success', text });
  return redirectWithFlash(list, { tone: 'warning', text: `${text} ${m.lists_requests_not_mailed({ count: changed.notMailed })}` });
}

const titles = {
  remind: m.lists_requests_remind,
  withdraw: m.lists_requests_withdraw,
} satisfies Record<RequestChange, (input: { count: number }) => string>;
const effects = { remind: m.lists_requests_remind_effect, withdraw: m.requests_withdraw_lead } satisfies Record<
  RequestChange,
  () => string
>;
const skips = {
  remind: m.lists_requests_remind_skipped,
  withdraw: m.lists_requests_withdraw_skipped,
} satisfies Record<RequestChange, (input: { count: number }) => string>;

export const meta: MetaFunction = () => [{ title: `${m.requests_title()} · Manumit` }];

export default function BulkRequests() {
  const { list, change, most, isTooMany, count, skipped, names, mails } = useLoaderData<typeof loader>();
  const title = titles[change]({ count });
  const rest = count - names.length;
  const isOffered = count > 0 && (change === 'withdraw' || mails);
  return (
    <div className="max-w-2xl">
      <PageHeader title={title} breadcrumbs={[{ label: m.requests_title(), to: list }, { label: title }]} />
      {isTooMany ? (
        <Notice tone="warning">{m.lists_requests_too_many({ most: formatNumber(most) })}</Notice>
      ) : (
        <div className="grid gap-4">
          <p>{change === 'remind' && !mails ? m.campaigns_reminders_no_mail() : effects[change]()}</p>
          <ul className="list-disc ps-5">
            {names.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the list never changes
              <li key={index}>
                <bdi>{name}</bdi>
              </li>
            ))}
            {rest > 0 && <li className="text-muted">{m.lists_and_more({ count: rest })}</li>}
          </ul>
          {skipped > 0 && <p className="text-muted">{skips[change]({ count: skipped })}</p>}
          <Form method="post" className="flex flex-wrap gap-2">
            <input type="hidden" name="confirmed" value={count} />
            {isOffered && (
              <Button type="submit" variant={change === 'withdraw' ? 'danger' : 'primary'}>
                {title}
              </Button>
            )}
            <LinkButton to={list}>{m.shell_cancel()}</LinkButton>
          </Form>
        </div>
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
