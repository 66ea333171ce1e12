import type { LoaderFunctionArgs } from '@remix-run/node';
import { madeAt } from '~/access/posting.server';
import { requireMember } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { formFields } from '~/suppliers/fields/definition/read-fields';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { notFound } from '~/platform/http/responses.server';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import type { FormFailure } from '~/ui/form-values';
import { addSite } from './add-site.server';
import { siteActs } from './site-acts';
import { siteFormSchema } from './site-form';

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params'> & {
  /** The field that chooses the site. */
  name: string;
  supplierPublicId: string;
  /** What a new site changes about its supplier, in the same transaction. */
  afterwards: (db: TenantDb, added: { supplierPartyId: string; userId: string }) => Promise<unknown>;
};

/**
 * The answer to the buttons of `SiteStep`: the form again with all that was typed, and after a save with the new site chosen. Null where the form does
 * something else. Only members who may edit suppliers get past the first button.
 */
export async function takeSiteStep(form: FormData, asked: Asked): Promise<{ failure: FormFailure; isRefused: boolean } | null> {
  const act = form.get('intent');
  if (act === siteActs.leave) return { failure: withoutSite(form), isRefused: false };
  if (act !== siteActs.open && act !== siteActs.save) return null;
  const { user, organization, inOrganization } = await requireMember(asked.request, asked.params, 'edit:supplier');
  if (act === siteActs.open) return { failure: formFailure(form, {}), isRefused: false };
  const read = parseForm(form, siteFormSchema);
  if (!read.ok) return { failure: read, isRefused: true };
  const publicId = await inOrganization(async (db) => {
    const supplierPartyId = await findSupplierId(db, asked.supplierPublicId);
    if (!supplierPartyId) throw notFound();
    const added = await addSite(db, { supplierPartyId, entry: read.value, userId: user.id });
    await asked.afterwards(db, { supplierPartyId, userId: user.id });
    return added;
  });
  madeAt(`/o/${organization.slug}/sites/${publicId}`);
  form.set(asked.name, publicId);
  return { failure: withoutSite(form), isRefused: false };
}

/** The form as it was before a site was added to it. */
function withoutSite(form: FormData): FormFailure {
  for (const { definition } of formFields('site')) form.delete(definition.key);
  for (const name of ['note', 'intent']) form.delete(name);
  return formFailure(form, {});
}
