import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { EntryForm } from '~/lending/stakeholder-engagement/engagement-forms';
import { EntrySection } from '~/lending/stakeholder-engagement/engagement-page';
import { entryForm, entryWords } from '~/lending/stakeholder-engagement/engagement-schema';
import { engagementRefusalLabel } from '~/lending/stakeholder-engagement/engagement-labels';
import { readEntry } from '~/lending/stakeholder-engagement/read-engagement.server';
import { takeForm } from '~/lending/stakeholder-engagement/take-form.server';
import { writeEntry } from '~/lending/stakeholder-engagement/write-engagement.server';
import { applyRecordForm } from '~/lending/deals/apply-record-form.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { readPlace } from '~/platform/http/read-place';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const of = { dealId: param(params, 'dealId'), number: readPlace(params.entryNumber) };
  const read = await member.inOrganization((db) => readEntry(db, of));
  if (!read) throw notFound();
  return { read, mayEdit: member.can('edit:deal') && !read.isClosed };
}

export const action = async (args: ActionFunctionArgs) => {
  const number = readPlace(args.params.entryNumber);
  return applyRecordForm(await requireMember(args.request, args.params, 'edit:deal'), args, {
    find: (db, dealId) => readEntry(db, { dealId, number }),
    read: (form) => takeForm(form, entryForm, entryWords),
    write: (db, value, by, form) => writeEntry(db, value, { ...by, of: { number, seen: Number(form.get('seen')) } }),
    refusalLabel: ({ code }) => engagementRefusalLabel(code),
    done: () => ({ to: `review/stakeholder-engagement/${number}`, text: m.stakeholder_engagement_corrected_flash() }),
  });
};

export default function EngagementEntry() {
  const { read, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="grid grid-cols-1 gap-8">
      <EntrySection read={read} />
      {mayEdit && (
        <Section title={m.stakeholder_engagement_correct()} lead={m.stakeholder_engagement_correct_lead()} id="correct">
          <EntryForm
            key={read.entry.version}
            failure={reply?.failure}
            saved={read.entry}
            seen={read.entry.version}
            submit={m.stakeholder_engagement_correct()}
          />
        </Section>
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
