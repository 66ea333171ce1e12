import { createAnswerLink } from '~/access/answer-links.server';
import type { InOrganization } from '~/access/tenant-db.server';
import { csvLine } from '~/platform/lists/csv';

const head = ['supplier', 'public_id', 'country', 'language', 'email', 'link', 'works_until'];
const batchSize = 100;

/**
 * New links for all of a campaign whose letter did not go out or came back and who have not begun, as CSV: the only time that they are shown.
 * Links made for them before end. Made page by page, a transaction a page, as fast as they are taken.
 */
export function exportLinks(
  inOrganization: InOrganization,
  options: { campaignId: string; userId: string; now: Date; addressOf: (path: string) => string },
): ReadableStream<Uint8Array> {
  const { campaignId, userId, now, addressOf } = options;
  const encoder = new TextEncoder();
  let after: string | null = null;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${csvLine(head)}`));
    },
    async pull(controller) {
      const lines = await inOrganization(async (db) => {
        const requests = await db.questionnaireRequest.findMany({
          where: {
            campaignId,
            viaResponseId: null,
            status: { in: ['invited', 'bounced'] },
            OR: [{ mailedAt: null }, { bouncedAt: { not: null } }],
            ...(after ? { responseId: { gt: after } } : {}),
          },
          orderBy: { responseId: 'asc' },
          take: batchSize,
          select: {
            responseId: true,
            locale: true,
            email: true,
            response: { select: { party: { select: { name: true, publicId: true, supplier: { select: { country: true } } } } } },
          },
        });
        const made: string[] = [];
        for (const { responseId, locale, email, response } of requests) {
          const { token, expiresAt } = await createAnswerLink(db, { responseId, createdById: userId, now });
          const { name, publicId, supplier } = response.party;
          made.push(
            csvLine([name, publicId, supplier?.country, locale, email, addressOf(`/r/${token}`), expiresAt.toISOString().slice(0, 10)]),
          );
          after = responseId;
        }
        return made;
      });
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')));
      if (lines.length < batchSize) controller.close();
    },
  });
}
