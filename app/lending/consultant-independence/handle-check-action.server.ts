import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { checkForm, verdictForm } from './independence-schema';
import { independenceRefusalLabel } from './independence-labels';
import { readCheck } from './read-checks.server';
import { type CheckWritten, judgeCheck, writeCheck } from './write-check.server';

export type CheckActed =
  | { kind: 'done'; message: string }
  | { kind: 'refused'; intent: string; failure: FormFailure }
  | { kind: 'forbidden' }
  | { kind: 'unknown' };

/** Actions of a consultant's page: a new version of the record, and the verdict on independence, for deciders only. */
export async function handleCheckAction(
  member: Pick<Member, 'inOrganization' | 'can'> & { user: Pick<Member['user'], 'id'> },
  options: { of: { dealId: string; number: number }; form: FormData; now: Date },
): Promise<CheckActed> {
  const { of, form, now } = options;
  if (!(await member.inOrganization((db) => readCheck(db, of)))) return { kind: 'unknown' };
  const intent = form.get('intent') === 'judge' ? 'judge' : 'check';
  if (!member.can(intent === 'judge' ? 'decide:deal' : 'edit:deal')) return { kind: 'forbidden' };
  const seen = Number(form.get('seen'));
  const by = { dealId: of.dealId, userId: member.user.id, now };
  if (intent === 'judge') {
    const read = parseForm(form, verdictForm);
    if (!read.ok) return { kind: 'refused', intent, failure: read };
    const judged = await member.inOrganization((db) => judgeCheck(db, read.value, { ...by, number: of.number, seen }));
    return answer(judged, { form, intent, message: m.consultant_independence_judged_flash() });
  }
  const read = parseForm(form, checkForm);
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const written = await member.inOrganization((db) => writeCheck(db, read.value, { ...by, of: { number: of.number, seen } }));
  return answer(written, { form, intent, message: m.consultant_independence_changed_flash() });
}

function answer(written: CheckWritten, { form, intent, message }: { form: FormData; intent: string; message: string }): CheckActed {
  switch (written.kind) {
    case 'written':
      return { kind: 'done', message };
    case 'unknown':
      return written;
    case 'refused':
      return { kind: 'refused', intent, failure: formFailure(form, { '': [independenceRefusalLabel(written.code)] }) };
  }
}
