import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { EntryForm } from '~/lending/stakeholder-engagement/engagement-forms';
import { entryForm, entryWords } from '~/lending/stakeholder-engagement/engagement-schema';
import { engagementRefusalLabel } from '~/lending/stakeholder-engagement/engagement-labels';
import { takeForm } from '~/lending/stakeholder-engagement/take-form.server';
import { writeEntry } from '~/lending/stakeholder-engagement/write-engagement.server';
import { requireEditable, applyRecordForm } from '~/lending/deals/apply-record-form.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';

export async function loader(args: LoaderFunctionArgs) {
  await requireEditable(args);
  return null;
}

export const action = async (args: ActionFunctionArgs) =>
  applyRecordForm(await requireMember(args.request, args.params, 'edit:deal'), args, {
    read: (form) => takeForm(form, entryForm, entryWords),
    write: (db, entry, by) => writeEntry(db, entry, { ...by, of: null }),
    refusalLabel: ({ code }) => engagementRefusalLabel(code),
    done: () => ({ to: 'review/stakeholder-engagement', text: m.stakeholder_engagement_recorded_flash() }),
  });

export default function NewEntry() {
  const reply = useActionData<typeof action>();
  return (
    <Section title={m.stakeholder_engagement_add()} id="new-entry">
      <EntryForm failure={reply?.failure} submit={m.stakeholder_engagement_add()} />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
