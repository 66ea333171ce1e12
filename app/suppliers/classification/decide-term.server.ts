import { isicTitles } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { isListedGood } from './listed-good-names.server';
import { type DecidedTerms, type TermField, termKey } from './term-key';

/** What members of the organization decided about words, all of them. One query. */
export async function readTerms(db: TenantDb): Promise<DecidedTerms> {
  const rows = await db.recognisedTerm.findMany({ select: { field: true, termKey: true, value: true } });
  return new Map(rows.map(({ field, termKey: key, value }) => [`${field} ${key}`, value]));
}

export type TermDecision = {
  field: TermField;
  /** The words as the cell or the form has them. */
  text: string;
  /** ISIC Rev.4 division or class, or a good of the List of Goods; null when the words name none; undefined forgets an earlier decision. */
  value: string | null | undefined;
};

/**
 * Remembers what words mean, for every later list and form of the organization. Answers false, and keeps nothing, when the value is no sector or listed
 * good, or the text has no words.
 */
export async function decideTerm(db: TenantDb, { field, text, value }: TermDecision, userId: string): Promise<boolean> {
  const key = termKey(text);
  if (key === '' || (typeof value === 'string' && !isValue(field, value))) return false;
  if (value === undefined) await db.recognisedTerm.deleteMany({ where: { field, termKey: key } });
  else
    await db.$executeRaw`
      INSERT INTO "RecognisedTerm" ("field", "termKey", "term", "value", "decidedById") VALUES (${field}, ${key}, ${text.slice(0, 400)}, ${value}, ${userId}::uuid)
      ON CONFLICT ("organizationId", "field", "termKey")
      DO UPDATE SET "term" = EXCLUDED."term", "value" = EXCLUDED."value", "decidedById" = EXCLUDED."decidedById", "decidedAt" = now()`;
  return true;
}

function isValue(field: TermField, value: string): boolean {
  return field === 'product' ? isListedGood(value) : isicTitles().some(({ code }) => code === value);
}
