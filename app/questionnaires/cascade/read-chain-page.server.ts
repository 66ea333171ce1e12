import type { Respondent } from '~/access/require-respondent.server';
import { askersBehind } from '~/access/supplier-side.server';
import { inOwn } from './name-party.server';

/** A supplier's declared chain in this questionnaire: parties, removed ones included, and the status of passed-on requests. Five queries. */
export async function readChainPage(respondent: Respondent) {
  const { responseId, asker } = respondent;
  const named = await inOwn(respondent)((db) =>
    db.declaredParty.findMany({
      where: { responseId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: 500,
      select: {
        ...{ id: true, kind: true, work: true, takenBackAt: true },
        party: { select: { name: true, supplier: { select: { country: true } }, labourRecruiter: { select: { country: true } } } },
        request: { select: { status: true, email: true, bouncedAt: true, refusalReason: true } },
      },
    }),
  );
  const said = await respondent.inResponse((_db, atAsker) =>
    atAsker((side) => side.questionnaireRequest.findFirst({ where: { responseId }, select: { chainStatement: true, chainNote: true } })),
  );
  return {
    statement: said?.chainStatement ?? null,
    note: said?.chainNote ?? '',
    behind: (await askersBehind({ organizationId: asker.id }, responseId)).map(({ name }) => name),
    named: named.map(({ id, kind, work, takenBackAt, party, request }) => ({
      ...{ id, kind, work, takenBackAt, name: party.name, country: party.supplier?.country ?? party.labourRecruiter?.country ?? null },
      status: request?.status ?? null,
      refusalReason: request?.status === 'refused' ? request.refusalReason : null,
    })),
  };
}
export type ChainPageRead = Awaited<ReturnType<typeof readChainPage>>;
