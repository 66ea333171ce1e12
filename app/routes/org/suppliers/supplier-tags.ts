import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { createTag } from '~/suppliers/tags/create-tag.server';
import { longestTag, tagName } from '~/suppliers/tags/tag-name';
import { tagSuppliers } from '~/suppliers/tags/tag-suppliers.server';
import { m } from '~/paraglide/messages';
import { readForm } from '~/web/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/web/responses.server';

/** Adds a tag to a supplier by its name, or removes one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:tag');
  const form = await readForm(request);
  const intent = form.get('intent');
  if (intent !== 'add-tag' && intent !== 'remove-tag') throw badRequest('intent');
  const isAdded = intent === 'add-tag';
  const sent = String(form.get(isAdded ? 'name' : 'tagId') ?? '');
  const userId = member.user.id;
  const page = `/o/${member.organization.slug}/suppliers/${params.supplierId}`;
  const refuse = (text: string) => redirectWithFlash(page, { tone: 'danger', text });
  const outcome = await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    const created = isAdded ? await createTag(db, { name: sent, userId }) : null;
    if (created?.kind === 'refused') return created;
    const tagId = created?.tagId ?? z.uuid().safeParse(sent).data;
    const tag = tagId ? await db.tag.findFirst({ where: { id: tagId }, select: { id: true, name: true } }) : null;
    if (!tag) throw notFound();
    await tagSuppliers(db, { suppliers: { partyIds: [partyId] }, tagId: tag.id, isAdded, userId });
    return { kind: 'tagged' as const, name: tag.name };
  });
  if (outcome.kind === 'refused')
    return refuse(outcome.code === 'name-missing' ? m.tags_problem_name() : m.tags_problem_long({ count: longestTag }));
  const name = tagName(outcome.name);
  return redirectWithFlash(page, { tone: 'success', text: isAdded ? m.tags_added({ name }) : m.tags_removed({ name }) });
}
