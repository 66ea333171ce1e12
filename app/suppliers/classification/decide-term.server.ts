import isoCountries from 'i18n-iso-countries';
import { isicTitles } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { isListedGood } from './listed-good-names.server';
import { type DecidedTerms, type RememberedField, termId, termKey } from './term-key';

/** What members of the organization decided about words, all of them. One query. */
export async function readTerms(db: TenantDb): Promise<DecidedTerms> {
  const rows = await db.recognisedTerm.findMany({ select: { field: true, termKey: true, value: true } });
  return new Map(rows.map(({ field, termKey: key, value }) => [`${field} ${key}`, value]));
}

export type TermDecision = {
  field: RememberedField;
  /** The words as the cell or the form has them. */
  text: string;
  /** ISIC Rev.4 division or class, a good of the List of Goods, a country or a tier; null when the words name none; undefined forgets an earlier decision. */
  value: string | null | undefined;
};

/**
 * Remembers what words mean, for every later list and form of the organization. Answers false, and keeps nothing, when a value is none of its field, or a
 * text has no words. Two statements, however many.
 */
export async function decideTerms(db: TenantDb, decisions: readonly TermDecision[], userId: string): Promise<boolean> {
  const byId = new Map(decisions.map((decision) => [termId(decision.field, decision.text), { ...decision, key: termKey(decision.text) }]));
  const decided = [...byId.values()];
  if (decided.some(({ key, field, value }) => key === '' || (typeof value === 'string' && !isValue(field, value)))) return false;
  const forgotten = decided.filter(({ value }) => value === undefined);
  if (forgotten.length > 0)
    await db.$executeRaw`
      DELETE FROM "RecognisedTerm" t USING unnest(${forgotten.map(({ field }) => field)}::text[], ${forgotten.map(({ key }) => key)}::text[]) f(field, key)
      WHERE t."field" = f.field AND t."termKey" = f.key`;
  const kept = decided.filter(({ value }) => value !== undefined);
  if (kept.length > 0)
    await db.$executeRaw`
      INSERT INTO "RecognisedTerm" ("field", "termKey", "term", "value", "decidedById")
      SELECT k.field, k.key, k.term, k.value, ${userId}::uuid FROM unnest(${kept.map(({ field }) => field)}::text[], ${kept.map(({ key }) => key)}::text[],
        ${kept.map(({ text }) => text.slice(0, 400))}::text[], ${kept.map(({ value }) => value ?? null)}::text[]) k(field, key, term, value)
      ON CONFLICT ("organizationId", "field", "termKey")
      DO UPDATE SET "term" = EXCLUDED."term", "value" = EXCLUDED."value", "decidedById" = EXCLUDED."decidedById", "decidedAt" = now()`;
  return true;
}

/** The same for one text. */
export const decideTerm = (db: TenantDb, decision: TermDecision, userId: string): Promise<boolean> => decideTerms(db, [decision], userId);

function isValue(field: RememberedField, value: string): boolean {
  switch (field) {
    case 'product':
      return isListedGood(value);
    case 'sector':
      return isicTitles().some(({ code }) => code === value);
    case 'country':
      return value === 'XK' || isoCountries.alpha2ToAlpha3(value) !== undefined;
    case 'tier':
      return /^([1-9]|10)$/.test(value);
    default: {
      const never: never = field;
      return never;
    }
  }
}
