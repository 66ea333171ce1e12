import { evidenceGradeSchema } from '#scoring';
import type { Member } from '~/access/require-member.server';
import { scoreSuppliers } from '~/features/assessment/score-suppliers.server';
import { refusalWord } from '~/features/assessment/words';
import { writeBytes } from '~/features/stored-file/store-file.server';
import type { Upload } from '~/web/read-upload.server';
import { gradeEvidence } from './grade-evidence.server';
import { inspectEvidence } from './inspect-evidence.server';
import { removeEvidence } from './remove-evidence.server';
import { storeEvidence } from './store-evidence.server';

export type EvidenceChanged =
  | { kind: 'done'; question: string }
  | { kind: 'refused'; question: string; message: string }
  | { kind: 'forbidden' }
  | { kind: 'unknown' };

/** What one form of the evidence panel asks: attach a file, remove one, or grade one (which scores the supplier again). */
export async function changeEvidence(member: Member, options: { assessmentId: string; upload: Upload }): Promise<EvidenceChanged> {
  const { upload, assessmentId } = options;
  if (upload.kind === 'problem') return { kind: 'refused', question: '', message: refusalWord(upload.code) };
  const field = (name: string) => upload.fields.get(name)?.[0] ?? '';
  const question = field('question');
  const now = new Date();
  const evidenceId = field('evidenceId');
  if (evidenceId !== '' && !/^[0-9a-f-]{36}$/i.test(evidenceId)) return { kind: 'unknown' };
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
      const removed = await member.inOrganization((db) => removeEvidence(db, { assessmentId, evidenceId, userId: member.user.id, now }));
      return removed ? { kind: 'done', question } : { kind: 'unknown' };
    }
    default: {
      if (!member.can('answer:assessment')) return { kind: 'forbidden' };
      return attach(member, { assessmentId, question, file: upload.file });
    }
  }
}

async function attach(
  member: Member,
  options: { assessmentId: string; question: string; file: Extract<Upload, { kind: 'form' }>['file'] },
): Promise<EvidenceChanged> {
  const { assessmentId, question, file } = options;
  if (!file) return { kind: 'refused', question, message: refusalWord('empty-file') };
  const inspected = await inspectEvidence(file.bytes, file.fileName);
  if (inspected.kind === 'refused') return { kind: 'refused', question, message: refusalWord(inspected.code) };
  const sha256 = await writeBytes(member.organization.id, file.bytes);
  const stored = await member.inOrganization((db) =>
    storeEvidence(db, {
      assessmentId,
      question,
      userId: member.user.id,
      file: { sha256, fileName: file.fileName, mediaType: inspected.mediaType, sizeBytes: file.bytes.byteLength },
    }),
  );
  if (stored.kind === 'refused')
    return stored.code === 'not-open' ? { kind: 'refused', question, message: refusalWord('not-open') } : { kind: 'unknown' };
  return { kind: 'done', question };
}
