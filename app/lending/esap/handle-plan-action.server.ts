import { givenText } from '~/platform/http/given-text';
import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import { formatList } from '~/ui/format';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { freezeVersion } from './freeze-version.server';
import { commentOnItem, type ItemStep, moveItem } from './move-item.server';
import { itemActs, planActs } from './schema';
import { importFromSources } from './import-from-sources.server';
import { findItem } from './write-item.server';
import { itemStatusLabel, planRefusalLabel } from './labels';

export type PlanActed =
  | { kind: 'done'; message: string; to: string }
  | { kind: 'refused'; intent: string; failure: FormFailure }
  | { kind: 'forbidden' }
  | { kind: 'unknown' };

/** The acts of the page of a plan: lines from what the reviews and audits found, one or all; leaving one out for a reason; freezing a version. */
export async function handlePlanAction(member: Member, options: { dealId: string; form: FormData; now: Date }): Promise<PlanActed> {
  const { dealId, form, now } = options;
  const read = parseForm(form, planActs);
  const intent = givenText(form, 'intent');
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const act = read.value;
  const refused = (text: string): PlanActed => ({ kind: 'refused', intent, failure: formFailure(form, { '': [text] }) });
  const by = { dealId, userId: member.user.id, now };
  if (act.intent === 'freeze') {
    const frozen = await member.inOrganization((db) => freezeVersion(db, { ...by, note: act.note, lender: member.organization.name }));
    if (frozen.kind === 'unknown') return frozen;
    if (frozen.kind === 'refused')
      return refused(
        frozen.code === 'lines-lack'
          ? m.esap_refused_lack({ numbers: formatList(frozen.numbers.map(String)) })
          : planRefusalLabel(frozen.code),
      );
    return { kind: 'done', message: m.esap_frozen_flash({ number: frozen.number }), to: `/versions/${frozen.versionId}` };
  }
  const keys = act.intent === 'take-up-all' ? ('all' as const) : [act.key];
  const taken = await member.inOrganization((db) =>
    importFromSources(db, { ...by, keys, ...(act.intent === 'leave-out' ? { leaveOut: act.words } : {}) }),
  );
  if (taken.kind === 'unknown') return taken;
  if (taken.kind === 'refused') return refused(planRefusalLabel(taken.code));
  const message = act.intent === 'leave-out' ? m.esap_left_out_flash() : m.esap_taken_flash({ lines: taken.lines });
  return { kind: 'done', message, to: '' };
}

/** Actions of an item's page: progress, verification by another person, comments. */
export async function handleItemAction(
  member: Member,
  options: { dealId: string; itemId: string; form: FormData; now: Date },
): Promise<PlanActed> {
  const { dealId, itemId, form, now } = options;
  const intent = givenText(form, 'intent');
  const read = parseForm(form, itemActs);
  if (!read.ok) return (await isThere(member, options)) ? { kind: 'refused', intent, failure: read } : { kind: 'unknown' };
  const act = read.value;
  const mayComment = member.can('edit:deal') || member.can('verify:corrective-action');
  const may = act.intent === 'comment' ? mayComment : member.can(act.intent === 'verify' ? 'verify:corrective-action' : 'edit:deal');
  if (!may) return { kind: 'forbidden' };
  const by = { dealId, itemId, userId: member.user.id, now };
  const refused = (code: string): PlanActed => ({ kind: 'refused', intent, failure: formFailure(form, { '': [planRefusalLabel(code)] }) });
  if (act.intent === 'comment') {
    const said = await member.inOrganization((db) => commentOnItem(db, { ...by, text: act.words }));
    if (said.kind === 'unknown') return said;
    return said.kind === 'refused' ? refused(said.code) : { kind: 'done', message: m.esap_comment_flash(), to: '' };
  }
  const step: ItemStep = act.intent === 'start' ? { to: 'start' } : { to: act.intent, words: act.words };
  const moved = await member.inOrganization((db) => moveItem(db, step, by));
  if (moved.kind === 'unknown') return moved;
  if (moved.kind === 'refused') return refused(moved.code);
  return { kind: 'done', message: m.esap_moved_flash({ status: itemStatusLabel(moved.status) }), to: '' };
}

async function isThere(member: Member, of: { dealId: string; itemId: string }): Promise<boolean> {
  return (await member.inOrganization((db) => findItem(db, of))) !== null;
}
