import { z } from 'zod';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { asSupplier } from '~/access/received-side.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { getLocale } from '~/paraglide/runtime';

const rowSchema = z.object({ id: z.string(), instrumentKey: z.string(), submittedAt: z.date(), asker: z.string() });

/**
 * Submitted answers of this organization, newest first, 100 at most, which can be shared without answering again. Answers to a buyer's own questionnaire are
 * for that buyer only. One query.
 */
export async function listShareable(db: TenantDb) {
  const rows = await asSupplier(
    db,
    () => db.$queryRaw`
      SELECT a."id", a."instrumentKey", a."submittedAt", o."name" AS asker
      FROM "QuestionnaireRequest" r
      JOIN "QuestionnaireResponse" a ON a."organizationId" = r."supplierOrganizationId" AND a."id" = r."responseId"
      JOIN "Organization" o ON o."id" = r."organizationId"
      WHERE r."supplierOrganizationId" = NULLIF(current_setting('app.organization_id'), '')::uuid
        AND a."instrumentKey" NOT LIKE 'own-%' AND a."status" <> 'open' AND a."submittedAt" IS NOT NULL
      ORDER BY a."submittedAt" DESC, a."id" LIMIT 100`,
  );
  return rowSchema
    .array()
    .parse(rows)
    .map(({ instrumentKey, ...row }) => {
      const shown = localizedInstrument(instrumentKey, getLocale());
      return {
        ...row,
        instrument: shown.title.text,
        sections: shown.sections.map(({ key, title }) => ({ key, title: title.text })),
      };
    });
}
