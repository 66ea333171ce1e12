import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { PackSection } from '~/lending/due-diligence-report/pack-section';
import { readPack } from '~/lending/due-diligence-report/read-pack.server';
import { handleTransactionAction } from '~/lending/deals/handle-transaction-action.server';
import { CategorySection } from '~/lending/categorisation/category-section';
import { readShownTransaction } from '~/lending/deals/read-shown.server';
import { RecordSection } from '~/lending/deals/record-section';
import { ScopeSection } from '~/lending/applicability/scope-section';
import { isCategoryFixed } from '~/lending/deals/states';
import { CommitteeSection, NextStepSection, StepsSection } from '~/lending/deals/step-section';
import { readForm } from '~/web/read-form.server';
import { forbidden, notFound, redirectWithFlash } from '~/web/responses.server';

/** From the agreed plan until money flows. */
const withPack: ReadonlySet<string> = new Set(['plan-agreed', 'committee', 'conditions-met']);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:transaction');
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const transaction = await readShownTransaction(request, member, { transactionId: params.transactionId ?? '', today });
  if (!transaction) throw notFound();
  const { id: transactionId, status, client } = transaction;
  const pack = withPack.has(status)
    ? await member.inOrganization((db) => readPack(db, { transactionId, clientPartyId: client.partyId, now }))
    : null;
  const isLive = transaction.status !== 'declined';
  return {
    transaction,
    pack,
    base: `/o/${member.organization.slug}`,
    userId: member.user.id,
    mayEdit: member.can('edit:transaction') && isLive,
    mayDecide: member.can('decide:transaction'),
    here: `/o/${member.organization.slug}/deals/${transaction.id}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:transaction');
  const transactionId = params.transactionId ?? '';
  const done = await handleTransactionAction(member, { transactionId, form: await readForm(request), now: new Date() });
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'forbidden') throw forbidden();
  if (done.kind === 'refused') return data({ failure: done.failure, intent: done.intent }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${transactionId}`, { tone: 'success', text: done.message });
}

export default function TransactionOverview() {
  const { transaction, pack, base, userId, mayEdit, mayDecide, here } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const failureOf = (intent: string) => (refused?.intent === intent ? refused.failure : undefined);
  return (
    <div className="grid grid-cols-1 gap-8">
      <NextStepSection transaction={transaction} mayEdit={mayEdit} refused={refused} />
      <CommitteeSection transaction={transaction} userId={userId} mayDecide={mayDecide} failure={failureOf('decide')} />
      {pack && <PackSection pack={pack} here={here} base={base} />}
      <ScopeSection transaction={transaction} mayEdit={mayEdit} failure={failureOf('test-scope')} />
      <CategorySection
        decided={transaction.categories}
        mayEdit={mayEdit && !isCategoryFixed(transaction)}
        failure={failureOf('categorise')}
      />
      <RecordSection record={transaction.record} editPath={mayEdit ? `${here}/edit` : null} />
      <StepsSection steps={transaction.steps} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
