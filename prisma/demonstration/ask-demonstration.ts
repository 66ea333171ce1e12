import { randomUUID } from 'node:crypto';
import { type AnswerValue, instrument, type QuestionType, questionsOf } from '#scoring';
import { atSupplier } from '~/access/supplier-side.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { freezeAnswers } from '~/questionnaires/responses/freeze-answers.server';
import { freezeDocument } from '~/documents/frozen-documents/freeze-document.server';
import { addRecipient } from '~/documents/frozen-documents/share-document.server';
import { answersDocument } from '~/questionnaires/responses/read-shared.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { storeAnswer } from '~/questionnaires/responses/store-answer.server';
import { draftCampaign } from '~/questionnaires/campaigns/draft-campaign.server';
import { keepTargets } from '~/questionnaires/campaigns/judge-targets.server';
import { sendCampaign } from '~/questionnaires/campaigns/send-campaign.server';
import { receiveAnswers } from '~/questionnaires/requests/receive-answers.server';
import { recordedOn } from './recorded-on';
import { readOwn } from '~/questionnaires/respondent/read-own.server';

const day = 86_400_000;
const usual: Readonly<Partial<Record<QuestionType, AnswerValue>>> = { G4: 3, YNP: 'yes', PCT: 75, RF: 'no' };
/** Answers that do not go together: a policy that binds suppliers of whom few accepted it, training that a third has done. */
const atOdds: Readonly<Record<string, AnswerValue>> = {
  'P1.Q2': 'yes',
  'P1.Q4': 30,
  'P2.Q1': 4,
  'P2.Q4': 35,
  'P5.Q2': 2,
  'P8.Q5': 'dont-know',
};

/** States far fewer migrant and agency workers than its site counts, so that the demonstration shows what becomes of it. */
const understating = 'Nakhon Camp Gear Co., Ltd';
type Shares = { migrantShare?: number; agencyShare?: number; peakRatio: number };
const understated = { migrantShare: 18, agencyShare: 5, peakRatio: 1.1 } satisfies Shares;

/** What the demonstration goes on with: the answers to look through, and suppliers that another buyer asked. */
export type Asked = { answered: string[]; refused: { supplierOrganizationId: string; supplier: string }[] };

/**
 * A campaign three weeks old, with suppliers in every status: answered, started, opened, refused, with a wrong address, and without a response. Its addresses
 * end in `.example`, which no letter reaches, and it has no reminder days: it sends no mail by itself.
 */
export async function askDemonstration(db: TenantDb, { userId, now }: { userId: string; now: Date }): Promise<Asked> {
  const started = new Date(now.getTime() - 21 * day);
  const drafted = await draftCampaign(db, {
    draft: {
      name: 'Suppliers nearest to us (demonstration)',
      instrumentKey: defaultInstrument,
      locale: 'en',
      dueOn: new Date(now.getTime() - 2 * day).toISOString().slice(0, 10),
      reminderDays: [],
      message: 'Please answer as things are. A gap that we know of is one we can work on together.',
      selection: 'tier=1',
      takenOut: [],
    },
    campaignId: null,
    userId,
  });
  if (!drafted) throw new Error('The demonstration could not draft its campaign');
  const { campaignId } = drafted;
  await db.campaign.updateMany({ where: { id: campaignId }, data: { allows: ['no-address'], createdAt: started } });
  const campaign = await db.campaign.findFirstOrThrow({ where: { id: campaignId } });
  await keepTargets(db, campaign, { today: now.toISOString().slice(0, 10) });
  await db.campaign.updateMany({ where: { id: campaignId }, data: { status: 'going', startedAt: started } });
  await sendCampaign((work) => work(db), { campaignId, report: async () => {} });
  await db.questionnaireRequest.updateMany({ where: { campaignId }, data: { invitedAt: started } });
  const requests = await db.questionnaireRequest.findMany({
    where: { campaignId },
    orderBy: { response: { party: { nameKey: 'asc' } } },
    select: {
      responseId: true,
      supplierOrganizationId: true,
      response: { select: { party: { select: { name: true, supplier: { select: { migrantShare: true, agencyShare: true } } } } } },
    },
  });
  const after = (days: number) => new Date(started.getTime() + days * day);
  const set = (responseId: string, data: Parameters<typeof db.questionnaireRequest.updateMany>[0]['data']) =>
    db.questionnaireRequest.updateMany({ where: { responseId }, data });
  const opened = { openedAt: after(2) };
  const begun = { ...opened, startedAt: after(3) };
  for (const [at, { responseId, response }] of requests.entries()) {
    const turn = at % 6;
    const { name, supplier } = response.party;
    await set(responseId, { email: `quality@${slugOf(name)}.example` });
    const shares = name === understating ? understated : { ...percentages(supplier), peakRatio: 1.1 };
    if (turn === 0) await answer(db, { responseId, supplier: name, at: after(9), except: at === 0 ? atOdds : {}, shares });
    if (turn === 0) await set(responseId, begun);
    if (turn === 1) await set(responseId, { status: 'started', ...begun });
    if (turn === 2) await set(responseId, { status: 'opened', ...opened });
    if (turn === 3 && at < 12)
      await set(responseId, {
        status: 'refused',
        ...opened,
        refusedAt: after(4),
        refusalReason: 'Another buyer has our answers of this year',
      });
    if (turn === 4 && at < 12) await set(responseId, { status: 'bounced', bouncedAt: started, email: 'office@no-such-mill.example' });
  }
  while ((await receiveAnswers(recordedOn(db, after(10)), { now: after(10) })) > 0);
  return {
    answered: requests.flatMap(({ responseId }, at) => (at % 6 === 0 ? [responseId] : [])),
    refused: requests.flatMap(({ supplierOrganizationId, response }, at) =>
      at % 6 === 3 && at < 12 ? [{ supplierOrganizationId, supplier: response.party.name }] : [],
    ),
  };
}

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/\b(co|ltd|pvt|plc|inc|llc|sdn|bhd|corp)\b\.?/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

type Share = { toNumber(): number } | null;

/** The shares that are known of a supplier, in per cent. */
function percentages(supplier: { migrantShare: Share; agencyShare: Share } | null): Omit<Shares, 'peakRatio'> {
  const { migrantShare, agencyShare } = supplier ?? {};
  return {
    ...(migrantShare ? { migrantShare: Math.round(migrantShare.toNumber() * 100) } : {}),
    ...(agencyShare ? { agencyShare: Math.round(agencyShare.toNumber() * 100) } : {}),
  };
}

/** All questions answered by the supplier itself, sent, and shared with who asked, whose `db` this is. */
export async function answer(
  db: TenantDb,
  options: { responseId: string; supplier: string; at: Date; except?: Readonly<Record<string, AnswerValue>>; shares?: Shares },
): Promise<void> {
  const { responseId, supplier, at, except = {}, shares = understated } = options;
  const recipientOrganizationId = (await db.questionnaireRequest.findFirstOrThrow({ where: { responseId } })).organizationId;
  const device = randomUUID();
  let snapshotId = '';
  const submitted = { status: 'submitted', submittedAt: at };
  await atSupplier(db, responseId, async (side) => {
    for (const { key, type } of questionsOf(instrument(defaultInstrument))) {
      const value = type === 'FACT' ? shares : (except[key] ?? usual[type]);
      await storeAnswer(
        side,
        { id: responseId, instrumentKey: defaultInstrument, workers: null },
        { question: key, value, note: undefined, by: device, userId: undefined, now: at },
      );
    }
    await side.questionnaireResponse.updateMany({ where: { id: responseId }, data: submitted });
    const own = await readOwn(side, responseId);
    if (!own) throw new Error('The demonstration lost the answers of a supplier');
    const { content, scope } = freezeAnswers(own, { supplier, submittedAt: at });
    const expiresAt = new Date(at.getTime() + 730 * day);
    const { documentId } = await freezeDocument(side, answersDocument, {
      ...{ subjectId: responseId, content, issuedById: device, issuedAt: at },
    });
    await addRecipient(side, documentId, { ...{ recipientOrganizationId, role: null, sections: scope }, ...{ createdAt: at, expiresAt } });
    snapshotId = documentId;
  });
  await db.questionnaireResponse.updateMany({ where: { id: responseId }, data: submitted });
  await db.questionnaireRequest.updateMany({ where: { responseId }, data: { ...submitted, snapshotId, receivedAt: null } });
}
