import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { ownPairSchema, translationsSchema } from '~/questionnaires/templates/own-version';
import type { Draft, DraftContent } from './draft';

export type OwnRow = Draft & {
  id: string;
  code: string;
  version: number;
  key: string;
  status: 'draft' | 'offered';
  frozenAt: Date | null;
  lentBy: string | null;
  changedAt: Date;
};

const rowSelect = {
  id: true,
  code: true,
  version: true,
  key: true,
  content: true,
  translations: true,
  crosswalk: true,
  status: true,
  frozenAt: true,
  lentBy: true,
  changedAt: true,
} as const;

/** Content is written here alone, from content that was read or parsed: it is taken as it lies. */
const contentSchema = z.custom<DraftContent>((value) => typeof value === 'object' && value !== null && 'sections' in value);
const statusSchema = z.enum(['draft', 'offered']);

export const draftSchema = z.object({ content: contentSchema, translations: translationsSchema, crosswalk: z.array(ownPairSchema) });

/** The organization's own questionnaire of that key, a draft too; null when there is none. */
export async function readQuestionnaireTemplate(db: TenantDb, key: string): Promise<OwnRow | null> {
  const row = await db.questionnaireTemplate.findFirst({ where: { key }, select: rowSelect });
  return row && rowOf(row);
}

/** All versions of one questionnaire, the newest first. */
export async function readVersions(db: TenantDb, code: string): Promise<OwnRow[]> {
  const rows = await db.questionnaireTemplate.findMany({ where: { code }, orderBy: { version: 'desc' }, select: rowSelect });
  return rows.map(rowOf);
}

function rowOf(
  row: Omit<OwnRow, keyof Draft | 'status'> & { content: unknown; translations: unknown; crosswalk: unknown; status: string },
): OwnRow {
  const { content, translations, crosswalk } = row;
  return { ...row, ...draftSchema.parse({ content, translations, crosswalk }), status: statusSchema.parse(row.status) };
}

/** As the database takes JSON: what is undefined is left out. */
export function stored({ content, translations, crosswalk }: Draft) {
  return JSON.parse(JSON.stringify({ content, translations, crosswalk })) as { content: object; translations: object; crosswalk: object[] };
}
