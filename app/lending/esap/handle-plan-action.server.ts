import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import { formatList } from '~/ui/format';
import type { FormFailure } from '~/web/forms';
import { formFailure, parseForm } from '~/web/parse-form';
import { freezeVersion } from './freeze-version.server';
import { commentLine, type LineStep, moveLine } from './move-line.server';
import { lineActs, planActs } from './schema';
import { importFromSources } from './import-from-sources.server';
import { findLine } from './write-line.server';
import { lineStatusWord, planRefusalWord } from './words';

export type PlanActed =
  | { kind: 'done'; message: string; to: string }
  | { kind: 'refused'; intent: string; failure: FormFailure }
  | { kind: 'forbidden' }
  | { kind: 'unknown' };

/** The acts of the page of a plan: lines from what the reviews and audits found, one or all; leaving one out for a reason; freezing a version. */
export async function handlePlanAction(member: Member, options: { transactionId: string; form: FormData; now: Date }): Promise<PlanActed> {
  const { transactionId, form, now } = options;
  const read = parseForm(form, planActs);
  const intent = String(form.get('intent') ?? '');
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const act = read.value;
  const refused = (text: string): PlanActed => ({ kind: 'refused', intent, failure: formFailure(form, { '': [text] }) });
  const by = { transactionId, userId: member.user.id, now };
  if (act.intent === 'freeze') {
    const frozen = await member.inOrganization((db) => freezeVersion(db, { ...by, note: act.note, lender: member.organization.name }));
    if (frozen.kind === 'unknown') return frozen;
    if (frozen.kind === 'refused')
      return refused(
        frozen.code === 'lines-lack'
          ? m.esap_refused_lack({ numbers: formatList(frozen.numbers.map(String)) })
          : planRefusalWord(frozen.code),
      );
    return { kind: 'done', message: m.esap_frozen_flash({ number: frozen.number }), to: `/versions/${frozen.versionId}` };
  }
  const keys = act.intent === 'take-up-all' ? ('all' as const) : [act.key];
  const taken = await member.inOrganization((db) =>
    importFromSources(db, { ...by, keys, ...(act.intent === 'leave-out' ? { leaveOut: act.words } : {}) }),
  );
  if (taken.kind === 'unknown') return taken;
  if (taken.kind === 'refused') return refused(planRefusalWord(taken.code));
  const message = act.intent === 'leave-out' ? m.esap_left_out_flash() : m.esap_taken_flash({ lines: taken.lines });
  return { kind: 'done', message, to: '' };
}

/** The acts of the page of a line: its progress, its verification by another person, what is said to it. */
export async function handleLineAction(
  member: Member,
  options: { transactionId: string; lineId: string; form: FormData; now: Date },
): Promise<PlanActed> {
  const { transactionId, lineId, form, now } = options;
  const intent = String(form.get('intent') ?? '');
  const read = parseForm(form, lineActs);
  if (!read.ok) return (await isThere(member, options)) ? { kind: 'refused', intent, failure: read } : { kind: 'unknown' };
  const act = read.value;
  const mayComment = member.can('edit:transaction') || member.can('verify:action');
  const may = act.intent === 'comment' ? mayComment : member.can(act.intent === 'verify' ? 'verify:action' : 'edit:transaction');
  if (!may) return { kind: 'forbidden' };
  const by = { transactionId, lineId, userId: member.user.id, now };
  const refused = (code: string): PlanActed => ({ kind: 'refused', intent, failure: formFailure(form, { '': [planRefusalWord(code)] }) });
  if (act.intent === 'comment') {
    const said = await member.inOrganization((db) => commentLine(db, { ...by, text: act.words }));
    if (said.kind === 'unknown') return said;
    return said.kind === 'refused' ? refused(said.code) : { kind: 'done', message: m.esap_comment_flash(), to: '' };
  }
  const step: LineStep = act.intent === 'start' ? { to: 'start' } : { to: act.intent, words: act.words };
  const moved = await member.inOrganization((db) => moveLine(db, step, by));
  if (moved.kind === 'unknown') return moved;
  if (moved.kind === 'refused') return refused(moved.code);
  return { kind: 'done', message: m.esap_moved_flash({ status: lineStatusWord(moved.status) }), to: '' };
}

async function isThere(member: Member, of: { transactionId: string; lineId: string }): Promise<boolean> {
  return (await member.inOrganization((db) => findLine(db, of))) !== null;
}
