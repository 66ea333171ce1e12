import { type ActionFunctionArgs, data } from '@remix-run/node';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { askedBy } from '~/audits/report/read-audit-report.server';
import { beginAuditSignature, signAuditWithPasskey } from '~/audits/report/sign-audit-with-passkey.server';
import { readAnswer, signatureAnswerSchema } from '~/documents/personal-keys/messages-between';
import { refusalLabel } from '~/documents/personal-keys/refusal-label';
import { relyingParty } from '~/documents/personal-keys/relying-party.server';
import { m } from '~/paraglide/messages';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { param } from '~/platform/http/param.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

const acts = z.object({ key: z.guid(), answer: z.string().max(60_000).optional() });
const headers = { 'cache-control': 'no-store' };

/** Both steps of a signature with a passkey: without an answer what the device confirms, as JSON; with one, the report is signed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'record:audit');
  const { organization, user, inOrganization } = member;
  const read = parseForm(await readForm(request), acts);
  if (!read.ok) throw notFound();
  const { key: keyId, answer: given } = read.value;
  const auditId = param(params, 'auditId');
  const asked = {
    ...askedBy(member, { auditId, now: new Date() }),
    ...{ reportId: param(params, 'reportId'), organizationId: organization.id, userName: user.name },
  };
  const site = relyingParty(request);
  if (given === undefined) {
    const begun = await beginAuditSignature(inOrganization, { ...asked, keyId }, site);
    if (begun.kind === 'begun') return Response.json({ ...begun }, { headers });
    if (begun.code === 'unknown-report') throw notFound();
    return Response.json({ refused: refusalLabel(begun.code) }, { status: 409, headers });
  }
  const answer = readAnswer(signatureAnswerSchema, given);
  if (!answer) return data({ refused: m.personal_key_needs_script() }, { status: 422 });
  const signed = await signAuditWithPasskey(inOrganization, { ...asked, answer }, site);
  if (signed.kind === 'refused') {
    if (signed.code === 'unknown-report') throw notFound();
    return data({ refused: refusalLabel(signed.code) }, { status: 422 });
  }
  const text = signed.isStamped === false ? m.signing_stamp_waiting_flash() : m.signing_person_flash();
  return redirectWithFlash(`/o/${organization.slug}/audits/${auditId}/reports`, { tone: 'success', text });
}
