import { evidenceGradeSchema } from '#scoring';
import type { Member } from '~/access/require-member.server';
import { scoreSuppliers } from '~/features/assessment/score-suppliers.server';
import { refusalWord } from '~/features/assessment/words';
import { withReceivedForm } from '~/web/receive-files.server';
import { evidenceFields } from './evidence-fields';
import { gradeEvidence } from './grade-evidence.server';
import type { FileHolder } from './holder';
import { evidenceLimits } from './limits';
import { removeEvidence } from './remove-evidence.server';
import { takeFile } from './take-file.server';
import { refusalText } from './words';

export type EvidenceChanged =
  | { kind: 'done'; question: string }
  | { kind: 'refused'; question: string; message: string }
  | { kind: 'forbidden' }
  | { kind: 'unknown' };

/** The files of an assessment that a member keeps in his organization. */
export function filesOfMember(member: Member, assessmentId: string): FileHolder {
  const { organization, user, inOrganization } = member;
  return { organizationId: organization.id, assessmentId, by: user.id, userId: user.id, run: (work) => inOrganization(work) };
}

/** What one form of the evidence panel asks: attach a file, remove one, or grade one (which scores the supplier again). */
export async function changeEvidence(member: Member, options: { assessmentId: string; request: Request }): Promise<EvidenceChanged> {
  const limits = { fileBytes: evidenceLimits.fileBytes, files: 1 };
  const changed = await withReceivedForm(options.request, limits, ({ form, files }) =>
    change(member, options.assessmentId, form, files[0]),
  );
  return changed ?? { kind: 'refused', question: '', message: refusalWord('broken-off') };
}

async function change(
  member: Member,
  assessmentId: string,
  form: FormData,
  file: { path: string; fileName: string; declaredType: string; isTooLarge: boolean } | undefined,
): Promise<EvidenceChanged> {
  const field = (name: string) => String(form.get(name) ?? '');
  const question = field('question');
  const now = new Date();
  const evidenceId = field('evidenceId');
  if (evidenceId !== '' && !/^[0-9a-f-]{36}$/i.test(evidenceId)) return { kind: 'unknown' };
  const holder = filesOfMember(member, assessmentId);
  switch (field('intent')) {
    case 'grade-evidence': {
      if (!member.can('grade:evidence')) return { kind: 'forbidden' };
      const grade = evidenceGradeSchema.safeParse(field('grade'));
      if (!grade.success) return { kind: 'refused', question, message: refusalWord('bad-value') };
      const graded = await member.inOrganization(async (db) => {
        const moved = await gradeEvidence(db, { assessmentId, evidenceId, grade: grade.data, userId: member.user.id, now });
        if (moved?.isScored) await scoreSuppliers(db, { partyIds: [moved.partyId], asOf: now.toISOString().slice(0, 10) });
        return moved;
      });
      return graded ? { kind: 'done', question } : { kind: 'unknown' };
    }
    case 'remove-evidence': {
      if (!member.can('answer:assessment')) return { kind: 'forbidden' };
      const removed = await member.inOrganization((db) => removeEvidence(db, holder, { evidenceId, now }));
      return removed ? { kind: 'done', question } : { kind: 'unknown' };
    }
    default: {
      if (!member.can('answer:assessment')) return { kind: 'forbidden' };
      if (!file) return { kind: 'refused', question, message: refusalText('empty-file') };
      if (file.isTooLarge) return { kind: 'refused', question, message: refusalText('too-large') };
      const wishes = evidenceFields.safeParse({ question });
      if (!wishes.success) return { kind: 'unknown' };
      const stored = await takeFile(holder, { file, wishes: wishes.data });
      if (stored.kind === 'stored') return { kind: 'done', question };
      return stored.code === 'unknown-question' ? { kind: 'unknown' } : { kind: 'refused', question, message: refusalText(stored.code) };
    }
  }
}
