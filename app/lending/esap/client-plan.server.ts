import { z } from 'zod';
import type { PlanClient } from '~/access/require-plan-client.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { formFailure } from '~/platform/forms/parse-form';
import type { FormFailure } from '~/ui/form-values';
import { type AgreeRefusal, agreeVersion } from './agree-version.server';
import { clientRefusal } from './client-labels';
import { planDocument } from './plan-content';

/** A version for its client: items, agreement, and its own comments. Runs in the respondents' database role. */
export async function readClientPlan(db: TenantDb, versionId: string) {
  const version = await db.frozenDocument.findFirst({
    where: { id: versionId, kind: 'esap' },
    select: { schemaVersion: true, content: true, hash: true },
  });
  if (!version) return null;
  const agreement = await db.esapAgreement.findFirst({ where: { versionId }, select: { name: true, function: true, agreedOn: true } });
  const comments = await db.esapComment.findMany({
    where: { versionId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: 2_000,
    select: { id: true, itemId: true, text: true, byName: true, byFunction: true, at: true },
  });
  return {
    content: readContent(planDocument, version),
    hash: version.hash,
    agreement: agreement && { ...agreement, agreedOn: agreement.agreedOn.toISOString().slice(0, 10) },
    comments,
  };
}
export type ClientPlan = NonNullable<Awaited<ReturnType<typeof readClientPlan>>>;

/** Whether the lender has frozen a newer version, which takes the place of this one. */
export async function isSuperseded(db: TenantDb, of: { dealId: string; number: number }): Promise<boolean> {
  return (await db.frozenDocument.count({ where: { kind: 'esap', dealId: of.dealId, version: { gt: of.number } } })) > 0;
}

export type ClientActed = { kind: 'done'; what: 'agreed' | 'said' } | { kind: 'failed'; failure: FormFailure };

const mostWords = 4_000;

/** Saves what a client sends: comments on items, and its agreement. If the agreement is refused, no comment is saved: the form comes back with its values. */
export async function actAsClient(client: PlanClient, form: FormData, now: Date): Promise<ClientActed> {
  const { versionId, dealId, number } = client.plan;
  const failed = (field: string, code: AgreeRefusal | 'nothing-said' | 'name-missing' | 'function-missing'): ClientActed => ({
    kind: 'failed',
    failure: formFailure(form, { [field]: [clientRefusal(code, client.plan.lender.name)] }),
  });
  const typed = (name: string, most: number) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, most);
  const [name, role, agrees] = [typed('name', 200), typed('function', 200), form.get('intent') === 'agree'];
  if (name === '') return failed('name', 'name-missing');
  if (role === '') return failed('function', 'function-missing');
  const plan = await client.read((db) => readClientPlan(db, versionId));
  const said = (plan?.content.lines ?? []).flatMap(({ id }) => {
    const text = typed(`comment-${id}`, mostWords);
    return text === '' ? [] : [{ itemId: id, text }];
  });
  if (!agrees && said.length === 0) return failed('', 'nothing-said');
  return client.write(async (db): Promise<ClientActed> => {
    if (await isSuperseded(db, { dealId, number })) return failed('', 'superseded');
    if (agrees) {
      const agreed = await agreeVersion(db, { how: 'link', name, function: role }, { versionId, now });
      if (agreed.kind !== 'agreed') return failed('', agreed.kind === 'refused' ? agreed.code : 'is-declined');
    }
    const known = await db.esapItem.findMany({
      where: { id: { in: said.map(({ itemId }) => z.guid().parse(itemId)) } },
      select: { id: true },
    });
    await db.esapComment.createMany({
      data: said
        .filter(({ itemId }) => known.some(({ id }) => id === itemId))
        .map((comment) => ({ ...comment, versionId, byName: name, byFunction: role, at: now })),
    });
    return { kind: 'done', what: agrees ? 'agreed' : 'said' };
  });
}
