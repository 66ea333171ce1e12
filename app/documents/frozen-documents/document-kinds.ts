import type { z } from 'zod';

/** The columns of `FrozenDocument` that name a subject. */
export type Subject = 'responseId' | 'auditId' | 'dealId' | 'monitoringReportId';

/**
 * Every kind of frozen document, with the column that names its subject; null: the organization itself. The database requires that column and refuses every
 * other one. CHECKs and policies of `FrozenDocument` in prisma/sql name the same kinds.
 */
export const documentKinds = {
  /** The report on a supplier's score and the response it was made from. */
  assessment: { subject: 'responseId' },
  audit: { subject: 'auditId' },
  /** The annual report under the Equator Principles. `item`: the year. */
  yearly: { subject: null },
  'due-diligence': { subject: 'dealId' },
  /** The lender's report on one period of a deal. `item`: the first day of the period. */
  monitoring: { subject: 'dealId' },
  /** A version of the environmental and social action plan, for the client to agree to. */
  esap: { subject: 'dealId' },
  /** What a client reports on one period of its deal. */
  'client-report': { subject: 'monitoringReportId' },
  /** The answers to a questionnaire as they were sent, or shared, to one organization. */
  answers: { subject: 'responseId' },
  /** A signed report on an audit as it is shared: its content and the files that were signed. */
  'shared-audit-report': { subject: 'auditId' },
  /** What the public reads of an audit. `item`: the page, the same for all audits of one supplier. */
  'published-result': { subject: 'auditId' },
} as const satisfies Record<string, { subject: Subject | null }>;

export type DocumentKind = keyof typeof documentKinds;

/** A kind with the schemas of its content: `newest` is written, and what was issued under an earlier one is read by that one. */
export type DocumentDefinition<Content> = {
  kind: DocumentKind;
  newest: string;
  schemas: Readonly<Record<string, z.ZodType<Content>>>;
};

/** Parses the content of a document by the schema that it was issued under. Throws where that schema is gone. */
export function readContent<Content>(
  { kind, schemas }: DocumentDefinition<Content>,
  document: { schemaVersion: string; content: unknown },
): Content {
  const schema = schemas[document.schemaVersion];
  if (!schema) throw new Error(`documents of the kind ${kind} have no schema ${document.schemaVersion}`);
  return schema.parse(document.content);
}
