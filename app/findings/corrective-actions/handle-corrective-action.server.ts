import { latinDigits } from '~/platform/forms/latin-digits';
import { z } from 'zod';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { publish } from '~/platform/events/events.server';
import { evidenceLimits } from '~/questionnaires/evidence/limits';
import { refusalText } from '~/questionnaires/evidence/labels';
import { attachFiles, keepFiles } from '~/findings/findings/finding-files.server';
import { m } from '~/paraglide/messages';
import { dayFault, pastDayFault, readEnteredDay, readPastDay } from '~/platform/forms/entered-day';
import type { FormFailure } from '~/ui/form-values';
import { formFailure } from '~/platform/forms/parse-form';
import { withReceivedForm } from '~/platform/forms/receive-files.server';
import { askExtension, decideExtension, extensionVerdicts } from './extend-action.server';
import { askVerificationAcceptance, decideVerificationAcceptance, type VerificationAccepted } from './accept-verification.server';
import { lookedAtMethods } from './verification-basis';
import { type ActionStep, moveAction, signAction } from './move-action.server';
import { actionRefusal } from './labels';

type Caller = { organizationId: string; userId: string; inOrganization: InOrganization };
export type Acted = { kind: 'done'; text: string } | { kind: 'gone' } | { kind: 'failed'; failure: FormFailure };

/** Takes files for an action: evidence of what was done. */
export async function attachToAction(caller: Caller, request: Request, options: { actionId: string }): Promise<Acted> {
  const { inOrganization, userId } = caller;
  const action = await inOrganization((db) =>
    db.correctiveAction.findFirst({ where: { id: options.actionId }, select: { findingId: true } }),
  );
  if (!action) return { kind: 'gone' };
  const done = await withReceivedForm<Acted>(request, { fileBytes: evidenceLimits.fileBytes, files: 20 }, async ({ form, files }) => {
    const { files: kept, problems } = await keepFiles(inOrganization, { ...caller, files });
    const fileIds = kept.map(({ id }) => id);
    await inOrganization((db) => attachFiles(db, { findingId: action.findingId, actionId: options.actionId, fileIds, userId }));
    if (kept.length + problems.length === 0)
      return { kind: 'failed', failure: formFailure(form, { files: [m.corrective_actions_problem_files()] }) };
    if (problems.length === 0) return { kind: 'done', text: m.corrective_actions_files_sent() };
    const messages = problems.map(({ fileName, code }) => `${fileName}: ${refusalText(code)}`);
    return { kind: 'failed', failure: formFailure(form, { files: messages }) };
  });
  return done ?? { kind: 'gone' };
}

const verdicts = ['approved', 'rejected', 'withdrawn', 'revoked'] as const;
/** The longest text of each field: a longer one is refused at it, never cut. */
const longest = { acceptanceReason: 1000, committee: 200, extensionReason: 2000, answer: 2000 };
const noDay = () => m.corrective_actions_problem_day();

/** Does what one form of an action's page asks, and scores the supplier again where its finding moved. */
export async function handleCorrectiveAction(caller: Caller, form: FormData, options: { actionId: string; now: Date }): Promise<Acted> {
  const { actionId, now } = options;
  const { inOrganization, userId } = caller;
  const sent = (name: string) => String(form.get(name) ?? '').trim();
  const fail = (name: string, text: string): Acted => ({ kind: 'failed', failure: formFailure(form, { [name]: [text] }) });
  for (const [name, most] of Object.entries(longest)) if (sent(name).length > most) return fail(name, m.findings_problem_long({ most }));
  switch (sent('intent')) {
    case 'start':
      return move({ to: 'start' }, 'note');
    case 'complete':
      return move({ to: 'complete', note: sent('note') }, 'note');
    case 'verify':
      return verify();
    case 'ask-acceptance':
      return accepted((db) => askVerificationAcceptance(db, { actionId, reason: sent('acceptanceReason'), userId, now }));
    case 'decide-acceptance': {
      const read = z.object({ approvalId: z.uuid(), verdict: z.enum(verdicts) }).safeParse(Object.fromEntries(form));
      if (!read.success) return { kind: 'gone' };
      const decision = { ...read.data, actionId, note: sent('acceptanceReason'), userId, now };
      return accepted((db) => decideVerificationAcceptance(db, decision));
    }
    case 'reopen':
      return move({ to: 'reopen', reason: sent('reason') }, 'reason');
    case 'sign': {
      const [committee, committeeOn] = [sent('committee'), sent('committeeOn')];
      if (committee === '') return fail('committee', m.corrective_actions_problem_committee());
      if (!readPastDay(committeeOn, now)) return fail('committeeOn', pastDayFault(committeeOn, noDay, now));
      const isDone = await inOrganization((db) => signAction(db, { actionId, committee, committeeOn, userId }));
      return isDone ? { kind: 'done', text: m.corrective_actions_signed() } : { kind: 'gone' };
    }
    case 'ask-extension': {
      const newDueOn = sent('newDueOn');
      if (!readEnteredDay(newDueOn)) return fail('newDueOn', dayFault(newDueOn, noDay));
      const asked = await inOrganization((db) => askExtension(db, { actionId, reason: sent('extensionReason'), newDueOn, userId, now }));
      if (asked.kind === 'done') return { kind: 'done', text: m.corrective_actions_extension_asked_done() };
      const field = asked.code === 'reason-missing' ? 'extensionReason' : asked.code === 'day-too-early' ? 'newDueOn' : '';
      return asked.code === 'unknown-action' ? { kind: 'gone' } : fail(field, actionRefusal(asked.code));
    }
    case 'decide-extension': {
      const parsed = z.object({ extensionId: z.uuid(), verdict: z.enum(extensionVerdicts) }).safeParse(Object.fromEntries(form));
      if (!parsed.success) return { kind: 'gone' };
      const decision = { ...parsed.data, actionId, answer: sent('answer'), userId, now };
      const decided = await inOrganization((db) => decideExtension(db, decision));
      if (decided.kind === 'done') return { kind: 'done', text: m.corrective_actions_extension_decided() };
      const field = decided.code === 'reason-missing' ? 'answer' : '';
      return decided.code === 'unknown-action' ? { kind: 'gone' } : fail(field, actionRefusal(decided.code));
    }
    default:
      return { kind: 'gone' };
  }

  async function verify(): Promise<Acted> {
    const typed = latinDigits(sent('interviews'));
    const [on, interviews] = [sent('lookedOn') || now.toISOString().slice(0, 10), typed === '' ? null : Number(typed)];
    if (!readPastDay(on, now)) return fail('lookedOn', pastDayFault(on, noDay, now));
    if (interviews !== null && !(Number.isInteger(interviews) && interviews >= 0 && interviews <= 10_000))
      return fail('interviews', m.corrective_actions_problem_interviews());
    const methods = lookedAtMethods.filter((each) => form.getAll('methods').includes(each));
    return move({ to: 'verify', seen: sent('seen'), basis: { on, methods, interviews, audit: null } }, 'seen');
  }

  async function accepted(work: (db: TenantDb) => Promise<VerificationAccepted>): Promise<Acted> {
    const done = await inOrganization(work);
    if (done.kind === 'done') return { kind: 'done', text: m.corrective_actions_acceptance_done() };
    if (done.code === 'unknown-action') return { kind: 'gone' };
    return fail(done.code === 'reason-missing' ? 'acceptanceReason' : '', actionRefusal(done.code));
  }

  async function move(step: ActionStep, field: string): Promise<Acted> {
    const moved = await inOrganization(async (db) => {
      const result = await moveAction(db, { actionId, step, userId, now });
      if (result.kind === 'moved' && result.hasMoved)
        await publish(db, 'score-inputs.changed', { partyIds: [result.partyId], asOf: now.toISOString().slice(0, 10), userId });
      return result;
    });
    if (moved.kind === 'moved')
      return { kind: 'done', text: moved.hasMoved ? m.corrective_actions_moved_with_finding() : m.corrective_actions_moved() };
    return moved.code === 'unknown-action' ? { kind: 'gone' } : fail(moved.code === 'bad-step' ? '' : field, actionRefusal(moved.code));
  }
}
