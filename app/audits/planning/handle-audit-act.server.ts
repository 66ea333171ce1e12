import type { z } from 'zod';
import type { Permission } from '~/access/permissions';
import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { Acted } from '~/platform/forms/answer-act.server';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { givenText } from '~/platform/http/given-text';
import { type FoundAudit, findAudit } from './find-audit.server';

export type ActOptions = { auditId: string; form: FormData; now: Date };

type Act<Intent extends string> = { intent: Intent };
export type ActOutcome = { kind: 'done' } | { kind: 'refused'; errors: Record<string, string[]> };

/**
 * What one form on a page of an audit asks: read by `fields`, allowed by `needs`, done by `perform` in one transaction, confirmed by `flashes`.
 */
export async function handleAuditAct<Intent extends string, Given extends Act<Intent>>(
  member: Member,
  { auditId, form, now }: ActOptions,
  page: {
    fields: z.ZodType<Given>;
    needs: Readonly<Record<Intent, Permission>>;
    flashes: Readonly<Record<Intent, () => string>>;
    perform: (db: TenantDb, audit: FoundAudit, asked: { act: Given; of: { userId: string; now: Date } }) => Promise<ActOutcome>;
  },
): Promise<Acted> {
  const intent = givenText(form, 'intent');
  const read = parseForm(form, page.fields);
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const act = read.value;
  if (!member.can(page.needs[act.intent])) return { kind: 'forbidden' };
  const of = { userId: member.user.id, now };
  return member.inOrganization(async (db): Promise<Acted> => {
    const audit = await findAudit(db, { auditId, userId: of.userId, role: member.role });
    if (!audit) return { kind: 'unknown' };
    const done = await page.perform(db, audit, { act, of });
    if (done.kind === 'refused') return { kind: 'refused', intent, failure: formFailure(form, done.errors) };
    return { kind: 'done', message: page.flashes[act.intent]() };
  });
}
