import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { EntryForm } from '~/features/engagement/engagement-forms';
import { EntrySection } from '~/features/engagement/engagement-page';
import { entryForm, entryWords } from '~/features/engagement/engagement-schema';
import { engagementRefusalWord } from '~/features/engagement/engagement-words';
import { readEntry } from '~/features/engagement/read-engagement.server';
import { takeForm } from '~/features/engagement/take-form.server';
import { writeEntry } from '~/features/engagement/write-engagement.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { formFailure } from '~/web/parse-form';
import { readPlace } from '~/web/read-place';
import { notFound, redirectWithFlash } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:transaction');
  const of = { transactionId: params.transactionId ?? '', number: readPlace(params.entryNumber) };
  const read = await member.inOrganization((db) => readEntry(db, of));
  if (!read) throw notFound();
  return { read, mayEdit: member.can('edit:transaction') && !read.isClosed };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:transaction');
  const of = { transactionId: params.transactionId ?? '', number: readPlace(params.entryNumber) };
  if (!(await member.inOrganization((db) => readEntry(db, of)))) throw notFound();
  const form = await request.formData();
  const now = new Date();
  const read = takeForm(form, entryForm(now.toISOString().slice(0, 10)), entryWords);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const by = { transactionId: of.transactionId, userId: member.user.id, now, of: { number: of.number, seen: Number(form.get('seen')) } };
  const written = await member.inOrganization((db) => writeEntry(db, read.value, by));
  if (written.kind === 'unknown') throw notFound();
  if (written.kind === 'refused')
    return data({ failure: formFailure(form, { '': [engagementRefusalWord(written.code)] }) }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/transactions/${of.transactionId}/review/engagement/${of.number}`, {
    tone: 'success',
    text: m.engagement_corrected_flash(),
  });
}

export default function EngagementEntry() {
  const { read, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="grid grid-cols-1 gap-8">
      <EntrySection read={read} />
      {mayEdit && (
        <Section title={m.engagement_correct()} lead={m.engagement_correct_lead()} id="correct">
          <EntryForm
            key={read.entry.version}
            failure={reply?.failure}
            saved={read.entry}
            seen={read.entry.version}
            submit={m.engagement_correct()}
          />
        </Section>
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
