import { evidenceGradeSchema } from '#scoring';
import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { publish } from '~/platform/events/events.server';
import { refusalLabel } from '~/questionnaires/responses/labels';
import { gradeEvidence } from './grade-evidence.server';
import type { FileHolder } from './holder';
import { type Origin, originOf } from './list-all-files.server';
import { changeFiles, type FilesChanged } from './receive-evidence.server';

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** The files of a response that a member keeps in his organization. */
export function filesOfMember(member: Member, responseId: string): FileHolder {
  const { organization, user, inOrganization } = member;
  return {
    organizationId: organization.id,
    responseId,
    by: user.id,
    userId: user.id,
    sections: [],
    isOwn: true,
    run: (work) => inOrganization(work),
  };
}

export type FilesOf = { supplier: string; instrumentKey: string; status: string; partyId: string } & (
  | { kind: 'own' }
  /** Asked of this organization by another: its files are on the pages of that request. */
  | { kind: 'received' }
  /** Answered by another organization; null while nothing is shared. */
  | { kind: 'shared'; origin: Origin | null }
);

/** Whose the files behind a response are, to a member of the organization that has it; null when there is none of this id. Three queries at most. */
export async function findFilesOf(db: TenantDb, responseId: string): Promise<FilesOf | null> {
  if (!uuid.test(responseId)) return null;
  const found = await db.questionnaireResponse.findFirst({
    where: { id: responseId, status: { not: 'recording' } },
    select: {
      instrumentKey: true,
      status: true,
      partyId: true,
      party: { select: { kind: true, name: true } },
      request: { select: { responseId: true } },
      attached: { select: { responseId: true } },
    },
  });
  if (!found) return null;
  const { party, request, attached, ...rest } = found;
  const of = { ...rest, supplier: party.name };
  if (request || attached) return { ...of, kind: 'shared', origin: await originOf(db, responseId) };
  return { ...of, kind: party.kind === 'buyer' ? 'received' : 'own' };
}

export type OwnFilesChanged = FilesChanged | { kind: 'forbidden' } | { kind: 'unknown' };

/**
 * What a form of the pages of files asks of a member's own response. Where its answers count already, the supplier is scored again: until when a
 * file is valid may have changed.
 */
export async function changeOwnFiles(
  member: Member,
  request: Request,
  options: { responseId: string; question: string; evidenceId?: string; now: Date },
): Promise<OwnFilesChanged> {
  const { responseId, now } = options;
  const of = await findOwn(member, responseId);
  if (of.kind !== 'own') return of;
  const changed = await changeFiles(filesOfMember(member, responseId), request, options);
  if (of.status !== 'open')
    await member.inOrganization((db) =>
      publish(db, 'score-inputs.changed', { partyIds: [of.partyId], asOf: now.toISOString().slice(0, 10) }),
    );
  return changed;
}

/** A member's own response to whose files he may add. */
export async function findOwn(
  member: Member,
  responseId: string,
): Promise<Extract<FilesOf, { kind: 'own' }> | { kind: 'forbidden' } | { kind: 'unknown' }> {
  if (!member.can('answer:response')) return { kind: 'forbidden' };
  const of = await member.inOrganization((db) => findFilesOf(db, responseId));
  return of?.kind === 'own' ? of : { kind: 'unknown' };
}

export type Graded =
  | { kind: 'done'; question: string }
  | { kind: 'refused'; message: string }
  | { kind: 'forbidden' }
  | { kind: 'unknown' };

/** Says how far a file of an own response was checked, as a form of its panel asks, and scores the supplier again. */
export async function gradeOwnFile(member: Member, options: { responseId: string; form: FormData; now: Date }): Promise<Graded> {
  const { responseId, form, now } = options;
  if (!member.can('grade:evidence')) return { kind: 'forbidden' };
  const evidenceId = form.get('evidenceId');
  if (typeof evidenceId !== 'string' || !uuid.test(evidenceId)) return { kind: 'unknown' };
  const grade = evidenceGradeSchema.safeParse(form.get('grade'));
  if (!grade.success) return { kind: 'refused', message: refusalLabel('bad-value') };
  const graded = await member.inOrganization(async (db) => {
    const moved = await gradeEvidence(db, { responseId, evidenceId, grade: grade.data, userId: member.user.id, now });
    if (moved?.isScored) await publish(db, 'score-inputs.changed', { partyIds: [moved.partyId], asOf: now.toISOString().slice(0, 10) });
    return moved;
  });
  return graded ? { kind: 'done', question: graded.question } : { kind: 'unknown' };
}
