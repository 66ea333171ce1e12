import type { Respondent } from '~/access/require-respondent.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { askersBehind } from '~/access/supplier-side.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { getLocale } from '~/paraglide/runtime';
import { inOwn } from './name-party.server';
import { passedKey } from './pass-on.server';
import type { PassedQuestions } from './states';

/** A supplier's declared chain in this questionnaire: parties, removed ones included, what it can pass on, and the status of passed-on requests. Six queries. */
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
  const passed = passable(await respondent.inResponse((db) => readKey(db, responseId)));
  const said = await respondent.inResponse((_db, atAsker) =>
    atAsker((side) => side.questionnaireRequest.findFirst({ where: { responseId }, select: { chainStatement: true, chainNote: true } })),
  );
  return {
    passed,
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

async function readKey(db: TenantDb, responseId: string): Promise<string> {
  const { instrumentKey } = await db.questionnaireResponse.findFirstOrThrow({ where: { id: responseId }, select: { instrumentKey: true } });
  await knowInstruments(db, [instrumentKey]);
  return instrumentKey;
}

/** What a named party can be asked, the usual first; one entry where there is no shorter form of it. */
function passable(instrumentKey: string): { value: PassedQuestions; title: string }[] {
  const titleOf = (key: string) => localizedInstrument(key, getLocale()).title.text;
  const core = passedKey(instrumentKey);
  const same = { value: 'same' as const, title: titleOf(instrumentKey) };
  return core === instrumentKey ? [same] : [{ value: 'core', title: titleOf(core) }, same];
}
