import type { Member } from '~/access/require-member.server';
import { keepFiles } from '~/findings/findings/finding-files.server';
import { m } from '~/paraglide/messages';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { Acted } from '~/platform/forms/answer-act.server';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { type ReceivedFile, withReceivedForm } from '~/platform/forms/receive-files.server';
import { givenText } from '~/platform/http/given-text';
import { addAbsence, removeAbsence } from './absences.server';
import { addCredential, removeCredential } from './credentials.server';
import { assignmentRefusalLabel } from './labels';
import { auditorActs } from './schema';

/** A copy of a certificate. */
const limits = { fileBytes: 10 * 1024 * 1024, files: 1 };

/** The acts on the page of an auditor: credentials by those who plan audits, absences also by the person. */
export async function handleAuditorAction(
  member: Member,
  { request, auditorId, now }: { request: Request; auditorId: string; now: Date },
): Promise<Acted> {
  const isMultipart = request.headers.get('Content-Type')?.startsWith('multipart/form-data') === true;
  if (!isMultipart) return perform(member, { form: await readForm(request), files: [], auditorId, now });
  const done = await withReceivedForm(request, limits, ({ form, files }) => perform(member, { form, files, auditorId, now }));
  return done ?? { kind: 'unknown' };
}

async function perform(
  member: Member,
  { form, files, auditorId, now }: { form: FormData; files: readonly ReceivedFile[]; auditorId: string; now: Date },
): Promise<Acted> {
  const intent = givenText(form, 'intent');
  const read = parseForm(form, auditorActs);
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const act = read.value;
  const by = member.user.id;
  const isOwnAbsence = auditorId === by && (act.intent === 'add-absence' || act.intent === 'remove-absence');
  if (!member.can('plan:audit') && !(isOwnAbsence && member.can('record:audit'))) return { kind: 'forbidden' };
  const known = await member.inOrganization((db) => db.membership.count({ where: { userId: auditorId } }));
  if (known === 0) return { kind: 'unknown' };
  const kept =
    act.intent === 'add-credential' && files.length > 0
      ? await keepFiles(member.inOrganization, { organizationId: member.organization.id, userId: by, files })
      : null;
  if (kept && kept.problems.length > 0)
    return { kind: 'refused', intent, failure: formFailure(form, { file: [m.auditors_evidence_refused()] }) };
  return member.inOrganization(async (db): Promise<Acted> => {
    const note = (name: string) => recordActivity(db, { recordKind: 'auditor', recordId: auditorId, act: name, userId: by });
    switch (act.intent) {
      case 'add-credential': {
        const { intent: _, ...entry } = act;
        await addCredential(db, { userId: auditorId, entry, fileId: kept?.files[0]?.id ?? null, by, now });
        await note('add-credential');
        return { kind: 'done', message: m.auditors_credential_flash() };
      }
      case 'remove-credential': {
        if (!(await removeCredential(db, { userId: auditorId, id: act.credential }))) return { kind: 'unknown' };
        await note('remove-credential');
        return { kind: 'done', message: m.auditors_removed_flash() };
      }
      case 'add-absence': {
        const added = await addAbsence(db, { ...act, kind: act.absence, userId: auditorId, by, now });
        if (added.kind === 'added') return { kind: 'done', message: m.auditors_absence_flash() };
        const message = assignmentRefusalLabel({ code: 'double-booked', collisions: added.collisions }) ?? '';
        return { kind: 'refused', intent, failure: formFailure(form, { startsOn: [message] }) };
      }
      case 'remove-absence': {
        const isDone = await removeAbsence(db, { userId: auditorId, id: act.absence });
        return isDone ? { kind: 'done', message: m.auditors_removed_flash() } : { kind: 'unknown' };
      }
    }
  });
}
