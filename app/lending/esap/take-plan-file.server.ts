import { givenText } from '~/platform/http/given-text';
import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import { countReading } from '~/platform/parser/count-reading.server';
import { readRefusalText, tooOftenText } from '~/platform/parser/refusal-labels';
import { readForm } from '~/platform/forms/read-form.server';
import { readUpload } from '~/platform/forms/read-upload.server';
import { isSoundJson } from '~/access/sound-text';
import { applyFile, proposalOf, proposalSchema } from './apply-file.server';
import { compareFile, milestoneReader } from './compare-file';
import type { ImportReply } from './import-section';
import { readPlan } from './read-plan.server';
import { readPlanApart } from './read-plan-apart.server';
import { fileRefusalLabel, milestoneLabel, planRefusalLabel } from './labels';

/** A plan is a small file. */
const fileBytes = 5 * 1024 * 1024;

export type PlanFileTaken = ImportReply | { kind: 'applied'; changed: number; added: number };

/** Compares an uploaded file with the current plan, without writing, or applies a confirmed comparison. Null for no such deal. */
export async function takePlanFile(
  member: Member,
  request: Request,
  options: { dealId: string; now: Date; address: string },
): Promise<PlanFileTaken | null> {
  const { dealId, now, address } = options;
  const plan = await member.inOrganization((db) => readPlan(db, { dealId, today: now.toISOString().slice(0, 10) }));
  if (!plan) return null;
  const problem = (message: string): ImportReply => ({ kind: 'problem', message });
  if (plan.deal.isClosed) return problem(planRefusalLabel('is-declined'));
  if (!request.headers.get('Content-Type')?.startsWith('multipart/form-data')) return confirm(member, await readForm(request), options);
  const owner = member.organization.id;
  const minutes = await countReading({ organizationId: owner, address });
  if (minutes > 0) return problem(tooOftenText(minutes));
  const upload = await readUpload(request, { limit: fileBytes });
  if (upload.kind === 'problem') return problem(upload.code === 'too-large' ? m.esap_file_too_large() : m.esap_file_none());
  if (!upload.file) return problem(m.esap_file_none());
  const read = await readPlanApart(upload.file.bytes, { owner });
  if (read.kind === 'unread') return problem(readRefusalText(read.refusal));
  if (read.kind === 'refused') return problem(fileRefusalLabel(read.code, read.cell));
  const compared = compareFile(
    read.rows,
    plan,
    milestoneReader((milestone) => [milestoneLabel(milestone)]),
  );
  return { kind: 'compared', compared, proposal: proposalOf(compared) };
}

async function confirm(member: Member, form: FormData, options: { dealId: string; now: Date }): Promise<PlanFileTaken | null> {
  const problem = (message: string): ImportReply => ({ kind: 'problem', message });
  const proposal = proposalSchema.safeParse(parsed(givenText(form, 'proposal')));
  if (!proposal.success) return problem(m.esap_file_none());
  const [taken, added] = [new Set(form.getAll('take')), new Set(form.getAll('add'))];
  const chosen = {
    changes: proposal.data.changes.filter(({ itemId }) => taken.has(itemId)),
    added: proposal.data.added.filter(({ row }) => added.has(String(row))),
  };
  const applied = await member.inOrganization((db) => applyFile(db, chosen, { ...options, userId: member.user.id }), { timeoutMs: 60_000 });
  if (applied.kind === 'unknown') return null;
  return applied.kind === 'refused' ? problem(planRefusalLabel(applied.code)) : applied;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isSoundJson(value) ? value : null;
  } catch {
    return null;
  }
}
