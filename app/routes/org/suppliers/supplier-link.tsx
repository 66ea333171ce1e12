import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { type LinkEdited, editLink } from '~/suppliers/supply-links/edit-link.server';
import { savedLink, shareRefusal } from '~/suppliers/supply-links/link-answer';
import { LinkFields } from '~/suppliers/supply-links/link-fields';
import { linkChangeSchema, linkEndSchema } from '~/suppliers/supply-links/link-form';
import { linkName } from '~/suppliers/supply-links/link-labels';
import { OrderFacts } from '~/suppliers/supply-links/order-facts';
import { readLinkOrders } from '~/suppliers/supply-links/read-order-totals.server';
import { readLink } from '~/suppliers/supply-links/read-link.server';
import { unlinkParties } from '~/suppliers/supply-links/unlink-parties.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Section } from '~/ui/page-header';
import { checkboxOf, fieldOf } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const found = await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    const link = partyId ? await readLink(db, { linkId: param(params, 'linkId'), partyId }) : null;
    if (!partyId || !link) return null;
    const orders = link.kind === 'supplies' ? await readLinkOrders(db, { partyId, knownAt: null }) : null;
    return { link, orders: orders?.get(`${link.from.partyId} ${link.to.partyId}`) ?? null };
  });
  if (!found) throw notFound();
  const base = `/o/${member.organization.slug}`;
  return { ...found, base, chain: `${base}/suppliers/${params.supplierId}/supply-chain`, today: new Date().toISOString().slice(0, 10) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const userId = member.user.id;
  const linkId = param(params, 'linkId');
  const chain = `/o/${member.organization.slug}/suppliers/${params.supplierId}/supply-chain`;
  const form = await readForm(request);
  const intent = form.get('intent');
  if (intent === 'remove') {
    if (form.get('isSure') !== 'on')
      return data({ intent, failure: formFailure(form, { isSure: [m.supply_links_error_sure()] }) }, { status: 422 });
    await member.inOrganization(async (db) => {
      const partyId = await findSupplierId(db, params.supplierId);
      if (!partyId || !(await unlinkParties(db, { linkId, partyId, userId }))) throw notFound();
    });
    return redirectWithFlash(chain, { tone: 'success', text: m.suppliers_chain_removed() });
  }
  if (intent !== 'save' && intent !== 'end') throw intent === 'none' ? notFound() : badRequest('intent');
  const parsed = intent === 'save' ? parseForm(form, linkChangeSchema) : parseForm(form, linkEndSchema);
  if (!parsed.ok) return data({ intent, failure: parsed }, { status: 422 });
  const { value } = parsed;
  const result = await member.inOrganization(async (db): Promise<LinkEdited> => {
    const partyId = await findSupplierId(db, params.supplierId);
    const link = partyId ? await readLink(db, { linkId, partyId }) : null;
    if (!partyId || !link) return { kind: 'unknown' };
    if ('kind' in value) return editLink(db, { linkId, partyId, change: value, userId });
    const { id: _, from: __, to: ___, sourceId: ____, ...terms } = link;
    const validFrom = terms.validFrom !== null && terms.validFrom > value.validTo ? value.validTo : terms.validFrom;
    return editLink(db, { linkId, partyId, change: { ...terms, validFrom, ...value }, userId, act: 'end-link' });
  });
  if (result.kind === 'unknown') throw notFound();
  if (result.kind === 'refused') {
    const errors: Record<string, string[]> =
      result.code === 'exists' ? { kind: [m.suppliers_error_link_exists()] } : { share: [shareRefusal(result.problem)] };
    return data({ intent, failure: formFailure(form, errors) }, { status: 422 });
  }
  if (!result.isChanged) return redirectWithFlash(chain, { tone: 'info', text: m.suppliers_saved_nothing() });
  return redirectWithFlash(chain, savedLink(intent === 'end' ? m.supply_links_link_ended() : m.supply_links_link_saved(), result.cycle));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? `${page.link.from.name} → ${page.link.to.name}` : ''} · Manumit` },
];

export default function LinkPage() {
  const { link, orders, base, chain, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const failureOf = (intent: string) => (reply?.intent === intent ? reply.failure : null);
  return (
    <>
      <p>
        <Link to={chain}>{m.supply_links_back_to_chain()}</Link>
      </p>
      <Section
        title={
          <>
            <bdi>{link.from.name}</bdi> {linkName(link.kind)} <bdi>{link.to.name}</bdi>
          </>
        }
        lead={m.supply_links_edit_lead()}
        actions={<Link to={`${base}/sources/${link.sourceId}`}>{m.suppliers_source()}</Link>}
      >
        <Form method="post" noValidate className="grid max-w-2xl gap-4">
          <ErrorSummary errors={failureOf('save')?.errors} />
          <LinkFields failure={failureOf('save')} saved={link} intent="save" />
          <div>
            <Button name="intent" value="save" variant="primary">
              {m.supply_links_save_link()}
            </Button>
          </div>
        </Form>
      </Section>
      {orders && (
        <Section title={m.import_order_lines()}>
          <OrderFacts orders={orders} base={base} />
        </Section>
      )}
      <Section title={m.supply_links_end_title()} lead={m.supply_links_end_lead()}>
        <Form method="post" noValidate className="grid max-w-md gap-4">
          <ErrorSummary errors={failureOf('end')?.errors} />
          <Field
            type="date"
            label={m.supply_links_valid_to()}
            required
            id="end-valid-to"
            {...fieldOf(failureOf('end'), 'validTo', link.validTo ?? today)}
          />
          <Field label={m.supply_links_source()} optional id="end-note" {...fieldOf(failureOf('end'), 'note')} />
          <div>
            <Button name="intent" value="end">
              {m.supply_links_end_link()}
            </Button>
          </div>
        </Form>
      </Section>
      <Section title={m.supply_links_remove_title()} lead={m.supply_links_remove_lead()}>
        <Form method="post" noValidate className="grid max-w-md gap-4">
          <ErrorSummary errors={failureOf('remove')?.errors} />
          <Checkbox label={m.supply_links_remove_sure()} {...checkboxOf(failureOf('remove'), 'isSure')} />
          <div>
            <Button name="intent" value="remove" variant="danger">
              {m.supply_links_remove_link()}
            </Button>
          </div>
        </Form>
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
