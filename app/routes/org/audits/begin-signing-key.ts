import type { ActionFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { beginKey } from '~/documents/personal-keys/begin-key.server';
import { keyAsked } from '~/documents/personal-keys/key-acts';
import { refusalLabel } from '~/documents/personal-keys/refusal-label';
import { relyingParty } from '~/documents/personal-keys/relying-party.server';
import { m } from '~/paraglide/messages';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';

const headers = { 'cache-control': 'no-store' };

/** The first step of a personal signing key: what the page asks of the person's device. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'record:audit');
  const read = parseForm(await readForm(request), keyAsked);
  if (!read.ok) return Response.json({ refused: read.errors.label?.[0] ?? m.personal_key_label_missing() }, { status: 409, headers });
  const who = { organizationId: organization.id, userId: user.id, userName: user.name, email: user.email, now: new Date() };
  const begun = await inOrganization((db) => beginKey(db, who, relyingParty(request)));
  if (begun.kind === 'refused') return Response.json({ refused: refusalLabel(begun.code) }, { status: 409, headers });
  const { token, options, salt } = begun;
  return Response.json({ token, options, salt }, { headers });
}
