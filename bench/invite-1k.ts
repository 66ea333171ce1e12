import { type Measure, median, time } from './measure';
import { openWorkbench } from './workbench';

const suppliers = 1_000;

/** Starting a campaign of 1,000 suppliers: the invitations queued, and every request made with its organization and its link (no mail server). */
export async function invite1k(): Promise<Measure[]> {
  const bench = await openWorkbench();
  try {
    const { draftCampaign, allow } = await import('~/questionnaires/campaigns/draft-campaign.server');
    const { startCampaign } = await import('~/questionnaires/campaigns/start-campaign.server');
    const { sendCampaign } = await import('~/questionnaires/campaigns/send-campaign.server');
    const { defaultInstrument } = await import('~/questionnaires/responses/schema');
    const { acceptMadeList } = await import('./workbench');
    const { commitBatch } = await import('~/suppliers/import/commit-batch.server');
    const rounds: { queued: number; asked: number }[] = [];
    for (let round = 0; round < 3; round++) {
      const { member, batch } = await acceptMadeList(suppliers);
      await commitBatch(member.inOrganization, batch);
      const { organization, user, inOrganization } = member;
      const drafted = await inOrganization((db) =>
        draftCampaign(db, {
          draft: {
            ...{ name: 'Bench', instrumentKey: defaultInstrument, locale: 'en', dueOn: null, reminderDays: [] },
            ...{ message: '', selection: '', takenOut: [] },
          },
          campaignId: null,
          userId: user.id,
        }),
      );
      const campaignId = drafted?.campaignId ?? '';
      await inOrganization((db) => allow(db, { campaignId, allows: ['no-address'] }));
      let invited = 0;
      const queued = await time(async () => {
        const started = await inOrganization((db) =>
          startCampaign(db, { campaignId, organizationId: organization.id, userId: user.id, now: new Date() }),
        );
        invited = started.kind === 'started' ? started.asked : 0;
      });
      const asked = await time(() => sendCampaign(inOrganization, { campaignId, report: async () => {} }));
      if (invited < suppliers * 0.9) throw new Error(`Only ${invited} of ${suppliers} suppliers were invited.`);
      rounds.push({ queued: (queued * suppliers) / invited, asked: ((queued + asked) * suppliers) / invited });
    }
    const of = (key: 'queued' | 'asked') => median(rounds.slice(1).map((round) => round[key]));
    const bound = { unit: 'ms', against: 'ten seconds', reference: 10_000, target: 1 };
    return [
      { measure: 'invite-1k: 1,000 invitations queued', value: of('queued'), ...bound },
      { measure: 'invite-1k: queued, and all requests made', value: of('asked'), ...bound, target: null },
    ];
  } finally {
    await bench.close();
  }
}
