import type { TenantDb } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import { givenText } from '~/platform/http/given-text';
import { confirmRequirement, enterRequirement, type RequirementRefusal, withdrawRequirement } from './enter-requirement.server';
import { lawTopics } from './labels';
import { readRequirementForm } from './read-requirement-form';

export type LawReply = { kind: 'done'; flash: string } | { kind: 'refused'; problem: string | null; errors: Record<string, string> };

const refusals = {
  unknown: m.national_law_refused_unknown,
  'same-person': m.national_law_other_confirms,
  'already-confirmed': m.national_law_refused_confirmed,
  'already-withdrawn': m.national_law_refused_withdrawn,
  'no-reason': m.national_law_refused_no_reason,
} satisfies Record<RequirementRefusal, () => string>;

/** Enters, corrects, confirms or withdraws a requirement of a country. */
export async function handleLawAction(
  inOrganization: <Result>(act: (db: TenantDb) => Promise<Result>) => Promise<Result>,
  form: FormData,
  { country, userId, today }: { country: string; userId: string; today: string },
): Promise<LawReply> {
  const intent = givenText(form, 'intent');
  const id = givenText(form, 'id');
  const answer = (refused: RequirementRefusal | null, flash: string): LawReply =>
    refused === null ? { kind: 'done', flash } : { kind: 'refused', problem: refusals[refused](), errors: {} };
  if (intent === 'confirm')
    return answer(await inOrganization((db) => confirmRequirement(db, { id, userId })), m.national_law_is_confirmed());
  if (intent === 'withdraw') {
    const reason = givenText(form, 'reason');
    return answer(await inOrganization((db) => withdrawRequirement(db, { id, userId, reason })), m.national_law_is_withdrawn());
  }
  const topic = lawTopics.find((each) => each === givenText(form, 'topic'));
  const read = readRequirementForm(form, { question: null, today });
  if ('errors' in read || !topic) return { kind: 'refused', problem: null, errors: 'errors' in read ? read.errors : {} };
  const refused = await inOrganization(async (db): Promise<RequirementRefusal | null> => {
    if (intent !== 'correct') {
      await enterRequirement(db, read.value, { userId, country, auditId: null, topic });
      return null;
    }
    const before = await db.enteredRequirement.findFirst({ where: { id, iso2: country }, select: { question: true, withdrawnAt: true } });
    if (!before) return 'unknown';
    if (before.withdrawnAt !== null) return 'already-withdrawn';
    await enterRequirement(db, { ...read.value, question: before.question }, { userId, country, auditId: null, topic, corrects: id });
    return null;
  });
  return answer(refused, m.national_law_is_saved());
}
