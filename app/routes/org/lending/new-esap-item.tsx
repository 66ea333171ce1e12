import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ItemForm } from '~/lending/esap/item-form';
import { itemForm } from '~/lending/esap/schema';
import { planRefusalLabel } from '~/lending/esap/labels';
import { addItem } from '~/lending/esap/write-item.server';
import { requireEditable, applyRecordForm } from '~/lending/deals/apply-record-form.server';
import { m } from '~/paraglide/messages';
import { parseForm } from '~/platform/forms/parse-form';

export async function loader(args: LoaderFunctionArgs) {
  const { found } = await requireEditable(args);
  return { currency: found.currency };
}

export const action = async (args: ActionFunctionArgs) =>
  applyRecordForm(await requireMember(args.request, args.params, 'edit:deal'), args, {
    read: (form) => parseForm(form, itemForm),
    write: addItem,
    refusalLabel: ({ code }) => planRefusalLabel(code),
    done: ({ itemId, number }) => ({ to: `esap/items/${itemId}`, text: m.esap_added_flash({ number }) }),
  });

export default function NewPlanLine() {
  const { currency } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <section aria-labelledby="new-line">
      <h2 id="new-line" className="mb-4">
        {m.esap_add()}
      </h2>
      <ItemForm failure={reply?.failure} currency={currency} submit={m.esap_add()} />
    </section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
