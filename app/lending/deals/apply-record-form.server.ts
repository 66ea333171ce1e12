import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { type Member, requireMember } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { FormFailure } from '~/ui/form-values';
import { formFailure } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { param } from '~/platform/http/param.server';

/** The deal of an address, for members who may edit it. */
export async function requireEditable({ request, params }: Pick<LoaderFunctionArgs, 'request' | 'params'>) {
  const member = await requireMember(request, params, 'edit:deal');
  const found = await member.inOrganization((db) => findDeal(db, param(params, 'dealId')));
  if (!found) throw notFound();
  return { member, found };
}

export type RecordBy = { dealId: string; userId: string; now: Date };
type Refused<Answer> = Extract<Answer, { kind: 'refused' }>;
type Written<Answer> = Exclude<Answer, { kind: 'refused' | 'unknown' }>;

/**
 * Handles a form that records part of a deal, for `member`, who may edit it: 404 for an unknown record, the form with its values on refusal, a redirect with a
 * message after success.
 */
export async function applyRecordForm<Value, Answer extends { kind: string }>(
  member: Member,
  { request, params }: Pick<ActionFunctionArgs, 'request' | 'params'>,
  {
    find = findDeal,
    read,
    write,
    refusalLabel,
    done,
  }: {
    /** The record that the form edits, when it is more than the deal. */
    find?: (db: TenantDb, dealId: string) => Promise<unknown>;
    read: (form: FormData, now: Date) => { ok: true; value: Value } | FormFailure;
    write: (db: TenantDb, value: Value, by: RecordBy, form: FormData) => Promise<Answer>;
    refusalLabel: (refused: Refused<Answer>) => string;
    /** The redirect path below the deal, and the message shown there. */
    done: (written: Written<Answer>) => { to: string; text: string };
  },
) {
  const dealId = param(params, 'dealId');
  if (!(await member.inOrganization((db) => find(db, dealId)))) throw notFound();
  const form = await readForm(request);
  const now = new Date();
  const given = read(form, now);
  if (!given.ok) return data({ failure: given }, { status: 422 });
  const answer = await member.inOrganization((db) => write(db, given.value, { dealId, userId: member.user.id, now }, form));
  if (isRefused(answer)) return data({ failure: formFailure(form, { '': [refusalLabel(answer)] }) }, { status: 422 });
  if (!isWritten(answer)) throw notFound();
  const { to, text } = done(answer);
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${dealId}/${to}`, { tone: 'success', text });
}

const isRefused = <Answer extends { kind: string }>(answer: Answer): answer is Refused<Answer> => answer.kind === 'refused';
const isWritten = <Answer extends { kind: string }>(answer: Answer): answer is Written<Answer> => answer.kind !== 'unknown';
