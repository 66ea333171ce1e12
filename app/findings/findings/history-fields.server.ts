import { createHash } from 'node:crypto';
import { smallestGroup } from '~/platform/privacy/protect-counts';
import type { HeldFinding } from './fields';
import type { PeopleAffected } from './finding-lists';

type ShownFields = HeldFinding & { people?: PeopleAffected; peopleAffected?: number | null; isPeopleUnknown?: boolean };

/** A finding as logged: a small group as a code, a restricted note by its hash only. Empty values are null, so that only changes show. */
export function historyFields(fields: ShownFields): Record<string, unknown> {
  const people = fields.people ?? (fields.isPeopleUnknown ? 'unknown' : (fields.peopleAffected ?? null));
  const { dueOn, restrictedNote } = fields;
  return {
    text: fields.text.trim(),
    grade: fields.grade,
    evidenceGrade: fields.evidenceGrade,
    frequency: fields.frequency,
    people: typeof people === 'number' && people > 0 && people < smallestGroup ? 'under-5' : people,
    extent: fields.extent,
    rootCause: fields.rootCause || null,
    lawReference: fields.lawReference || null,
    lawUrl: fields.lawUrl,
    codeReference: fields.codeReference || null,
    codeUrl: fields.codeUrl,
    methods: fields.methods.length > 0 ? [...fields.methods].sort() : null,
    agreement: fields.agreement,
    evidenceSeen: fields.evidenceSeen.trim() || null,
    answerFiles: fields.evidenceIds.length || null,
    question: fields.question,
    compliancePoint: fields.compliancePoint,
    indicator: fields.indicator,
    isLegalContext: fields.isLegalContext || null,
    repeatOfId: fields.repeatOfId,
    restrictedNote: restrictedNote ? createHash('sha256').update(restrictedNote).digest('hex').slice(0, 12) : null,
    dueOn: dueOn instanceof Date ? dueOn.toISOString().slice(0, 10) : dueOn,
  };
}
