import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { madeAt } from '~/access/posting.server';
import { requireMember } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import { publish } from '~/platform/events/events.server';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { createLabourRecruiter } from '~/suppliers/labour-recruiters/add-labour-recruiter.server';
import { typedCountry, typedName } from '~/suppliers/parties/form-values';
import { createSupplier } from '~/suppliers/registry/create-supplier.server';
import type { Choice } from '~/ui/combobox/choice';
import type { FormFailure } from '~/ui/form-values';
import { addableKinds, partyActs, partyFieldNames } from '~/suppliers/choices/party-step-fields';

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params'> & {
  /** The field that chooses the company. */
  name: string;
};
/** `known`: the company that was added, by name. */
export type PartyStepped = { failure: FormFailure; isRefused: boolean; known: Choice[] };

const fields = z.object({
  [partyFieldNames.kind]: z.enum(addableKinds).catch('supplier'),
  [partyFieldNames.name]: typedName(),
  [partyFieldNames.country]: typedCountry(),
});
type Typed = { kind: (typeof addableKinds)[number]; name: string; country: string | null };
const folders = { supplier: 'suppliers', 'labour-recruiter': 'labour-recruiters' } as const;

/**
 * The answer to the buttons of `PartyStep`: the form again with all that was typed, and after a save with the new company chosen. Null where the form does
 * something else. Only members who may edit suppliers get past the first button.
 */
export async function takePartyStep(form: FormData, { name, request, params }: Asked): Promise<PartyStepped | null> {
  const act = form.get('intent');
  const again = (failure: FormFailure, more: Partial<PartyStepped> = {}) => ({ failure, isRefused: false, known: [], ...more });
  if (act === partyActs.leave) return again(withoutParty(form));
  if (act !== partyActs.open && act !== partyActs.save) return null;
  const { user, organization, inOrganization } = await requireMember(request, params, 'edit:supplier');
  if (act === partyActs.open) return again(formFailure(form, {}));
  const read = parseForm(form, fields);
  if (!read.ok) return again(read, { isRefused: true });
  const { addedKind: kind, addedName, addedCountry: country } = read.value;
  const publicId = await inOrganization((db) => addParty(db, { kind, name: addedName, country }, user.id));
  if (publicId === null) return again(formFailure(form, { [partyFieldNames.name]: [m.choices_party_exists()] }), { isRefused: true });
  madeAt(`/o/${organization.slug}/${folders[kind]}/${publicId}`);
  form.set(name, publicId);
  return again(withoutParty(form), { known: [{ value: publicId, label: addedName }] });
}

/** Adds the company, and answers its public ID; null where one of this name is there already. */
async function addParty(db: TenantDb, { kind, name, country }: Typed, userId: string): Promise<string | null> {
  const values = country === null ? {} : { country };
  if (kind === 'labour-recruiter') return createLabourRecruiter(db, { entry: { name, values, note: null }, userId });
  const created = await createSupplier(db, { entry: { name, values, suppliesTo: null, isDuplicateMeant: false }, userId });
  if (created.kind !== 'created') return null;
  await publish(db, 'score-inputs.changed', { partyIds: [created.partyId], asOf: new Date().toISOString().slice(0, 10), userId });
  return created.publicId;
}

/** The form as it was before a company was added to it. */
function withoutParty(form: FormData): FormFailure {
  for (const name of [...Object.values(partyFieldNames), 'intent']) form.delete(name);
  return formFailure(form, {});
}
