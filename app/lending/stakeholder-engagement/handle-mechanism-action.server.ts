import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formFailure } from '~/platform/forms/parse-form';
import { mechanismForm, mechanismWords, periodForm, periodWords } from './engagement-schema';
import { engagementRefusalLabel } from './engagement-labels';
import { readMechanism } from './read-engagement.server';
import { takeForm } from './take-form.server';
import { type Written, writeMechanism, writePeriod } from './write-engagement.server';

export type MechanismActed =
  | { kind: 'done'; message: string }
  | { kind: 'refused'; intent: string; failure: FormFailure }
  | { kind: 'unknown' };

/** Actions of a grievance mechanism's page: figures of a period, and a new version of its description. */
export async function handleMechanismAction(
  member: Pick<Member, 'inOrganization'> & { user: Pick<Member['user'], 'id'> },
  options: { of: { dealId: string; number: number }; form: FormData; now: Date },
): Promise<MechanismActed> {
  const { of, form, now } = options;
  if (!(await member.inOrganization((db) => readMechanism(db, of)))) return { kind: 'unknown' };
  const by = { dealId: of.dealId, userId: member.user.id, now };
  if (form.get('intent') === 'period') {
    const read = takeForm(form, periodForm, periodWords);
    if (!read.ok) return { kind: 'refused', intent: 'period', failure: read };
    const written = await member.inOrganization((db) => writePeriod(db, read.value, { ...by, mechanismNumber: of.number }));
    return answer(written, { form, intent: 'period', message: m.stakeholder_engagement_period_flash() });
  }
  const read = takeForm(form, mechanismForm, mechanismWords);
  if (!read.ok) return { kind: 'refused', intent: 'mechanism', failure: read };
  const seen = Number(form.get('seen'));
  const written = await member.inOrganization((db) => writeMechanism(db, read.value, { ...by, of: { number: of.number, seen } }));
  return answer(written, { form, intent: 'mechanism', message: m.stakeholder_engagement_corrected_flash() });
}

function answer(written: Written, { form, intent, message }: { form: FormData; intent: string; message: string }): MechanismActed {
  switch (written.kind) {
    case 'written':
      return { kind: 'done', message };
    case 'unknown':
      return written;
    case 'refused':
      return { kind: 'refused', intent, failure: formFailure(form, { '': [engagementRefusalLabel(written.code)] }) };
  }
}
