import { beforeAll, describe, expect, it } from 'vitest';
import { findAnswerLink } from '~/access/answer-links.server';
import { forOrganization } from '~/access/tenant-db.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { readFunnel } from '~/questionnaires/requests/list-requests.server';
import { run as remindRequests } from '~/questionnaires/campaigns/remind-requests.job.server';
import { run as sendCampaignJob } from '~/questionnaires/campaigns/send-campaign.job.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { openMailbox, type Mailbox } from '../../../tests/setup/mailbox';
import { closeCampaign } from './close-campaign.server';
import { allow, draftCampaign, takeOut } from './draft-campaign.server';
import { exportLinks } from './export-links.server';
import { countTargets, listTargets } from './judge-targets.server';
import { keepAddresses, readAddressLines } from './keep-addresses.server';
import { listChase, readChaseState } from './list-chase.server';
import { changeDue, moveDueDays } from './move-due-days.server';
import { listCampaigns, readCampaignProgress } from './read-campaign.server';
import { cancelSending, resumeSending, startCampaign } from './start-campaign.server';
import { wantDueReminders, wantReminders } from './want-reminders.server';

const now = new Date('2026-11-26T08:00:00Z');
const today = '2026-11-26';
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await openMailbox();
  return () => mailbox.close();
});

/** A buyer with suppliers of these names; "Name@" gets an address. */
async function buyerWith(names: readonly string[]) {
  const buyer = await makeMember();
  const made = new Map<string, Awaited<ReturnType<typeof makeSupplier>>>();
  for (const name of names) made.set(name.replace('@', ''), await makeSupplier(buyer, { name: name.replace('@', '') }));
  const lines = names.filter((name) => name.endsWith('@')).map((name) => `${name.replace('@', '')};${addressOf(name)}`);
  await buyer.inOrganization((db) => keepAddresses(db, { text: lines.join('\n'), userId: buyer.user.id, now }));
  return { buyer, made };
}
const addressOf = (name: string) => `${name.replace('@', '').toLowerCase().replace(/ /g, '.')}@example.org`;

async function draft(buyer: MadeMember, more: Partial<Parameters<typeof draftCampaign>[1]['draft']> = {}): Promise<string> {
  const made = await buyer.inOrganization((db) =>
    draftCampaign(db, {
      draft: {
        name: 'Autumn',
        instrumentKey: defaultInstrument,
        locale: 'en',
        dueOn: '2026-12-10',
        reminderDays: [-7, 0],
        message: '',
        selection: '',
        takenOut: [],
        ...more,
      },
      campaignId: null,
      userId: buyer.user.id,
    }),
  );
  return made?.campaignId ?? 'no draft';
}

const start = (buyer: MadeMember, campaignId: string) =>
  buyer.inOrganization((db) => startCampaign(db, { campaignId, organizationId: buyer.organization.id, userId: buyer.user.id, now }));

async function send(buyer: MadeMember, campaignId: string): Promise<string> {
  const started = await start(buyer, campaignId);
  if (started.kind !== 'started') throw new Error(started.code);
  await sendCampaignJob({ organizationId: buyer.organization.id, runId: started.runId, userId: buyer.user.id });
  return started.runId;
}

const judge = async (buyer: MadeMember, campaignId: string) => {
  const campaign = await buyer.inOrganization((db) => db.campaign.findFirstOrThrow({ where: { id: campaignId } }));
  const list = (reason: 'any' | null) => buyer.inOrganization((db) => listTargets(db, campaign, { today, reason, after: null }));
  return {
    counts: await buyer.inOrganization((db) => countTargets(db, campaign, { today })),
    asked: (await list(null)).rows.map(({ name }) => name),
    left: Object.fromEntries((await list('any')).rows.map(({ name, reason }) => [name, reason])),
  };
};

describe('the preview', () => {
  it('shows exactly who would receive a request and why others are left out, and sends just those', async () => {
    const { buyer, made } = await buyerWith(['Ash@', 'Birch@', 'Cedar', 'Dogwood@', 'Elm@', 'Fir@', 'Gum@']);
    const userId = buyer.user.id;
    await buyer.inOrganization(async (db) => {
      await keepAddresses(db, { text: `Elm;${addressOf('Ash')}`, userId, now });
      await db.supplierContact.updateMany({ where: { partyId: made.get('Gum')?.partyId ?? '' }, data: { wrongAt: now } });
    });
    const first = await draft(buyer, { takenOut: [...made].filter(([name]) => name !== 'Dogwood').map(([, { publicId }]) => publicId) });
    await send(buyer, first);
    const campaignId = await draft(buyer, { takenOut: [made.get('Fir')?.publicId ?? ''] });
    const before = await judge(buyer, campaignId);
    expect(before.asked).toEqual(['Ash', 'Birch']);
    expect(before.left).toEqual({
      Cedar: 'no-address',
      Dogwood: 'already-open',
      Elm: 'same-address',
      Fir: 'taken-out',
      Gum: 'address-wrong',
    });
    expect(before.counts).toMatchObject({ asked: 2, withAddress: 2 });
    expect(before.counts.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(5);
    await buyer.inOrganization((db) => allow(db, { campaignId, allows: ['no-address', 'same-address'] }));
    await buyer.inOrganization((db) => takeOut(db, { campaignId, publicId: made.get('Birch')?.publicId ?? '', isOut: true }));
    await buyer.inOrganization((db) => takeOut(db, { campaignId, publicId: made.get('Fir')?.publicId ?? '', isOut: false }));
    const after = await judge(buyer, campaignId);
    expect(after.asked).toEqual(['Ash', 'Cedar', 'Elm', 'Fir']);
    await send(buyer, campaignId);
    const page = await buyer.inOrganization((db) => listChase(db, { ...readChaseState(new URLSearchParams()), campaignId }));
    expect(page.rows.map(({ name }) => name)).toEqual(after.asked);
  });

  it('selects by the filters of the list, and by earlier requests', async () => {
    const { buyer, made } = await buyerWith(['Hazel@', 'Ivy@']);
    await send(buyer, await draft(buyer, { takenOut: [made.get('Ivy')?.publicId ?? ''] }));
    const asked = async (selection: string) => (await judge(buyer, await draft(buyer, { selection }))).asked;
    expect(await asked('asked=never')).toEqual(['Ivy']);
    expect(await asked('country=FR')).toEqual([]);
    expect(await asked('country=VN&tier=unknown&q=ivy')).toEqual(['Ivy']);
    expect(await asked('first=yes')).toEqual([]);
  });

  it('a refusal leaves a supplier out until it is allowed', async () => {
    const { buyer } = await buyerWith(['Juniper@']);
    const campaignId = await draft(buyer);
    await send(buyer, campaignId);
    await buyer.inOrganization((db) =>
      db.questionnaireRequest.updateMany({ where: { campaignId }, data: { status: 'refused', refusedAt: now } }),
    );
    const again = await draft(buyer);
    expect((await judge(buyer, again)).left).toEqual({ Juniper: 'refused' });
    expect(await start(buyer, again)).toEqual({ kind: 'refused', code: 'nobody' });
    await buyer.inOrganization((db) => allow(db, { campaignId: again, allows: ['refused'] }));
    await send(buyer, again);
    expect((await buyer.inOrganization((db) => readFunnel(db, { campaignId: again }))).all.invited).toBe(1);
  });
});

describe('addresses', () => {
  it('are read from a pasted list, and each unusable line is named', async () => {
    const { buyer, made } = await buyerWith(['Kapok', 'Larch', 'Larch']);
    const text = `Supplier;Address\n${made.get('Kapok')?.publicId};"Kapok@Example.org"\nNobody Ltd\tnobody@example.org\nLarch,larch@example.org\nKapok;not an address\n\n`;
    const { kept, bad } = await buyer.inOrganization((db) => keepAddresses(db, { text, userId: buyer.user.id, now }));
    expect(kept).toBe(1);
    expect(bad.map(({ line, code }) => [line, code])).toEqual([
      [3, 'unknown'],
      [4, 'several'],
      [5, 'no-address'],
    ]);
    expect(await buyer.inOrganization((db) => db.supplierContact.findMany({ select: { email: true } }))).toEqual([
      { email: 'kapok@example.org' },
    ]);
    expect(readAddressLines('a@b.example')).toEqual([{ line: 1, text: 'a@b.example', who: '', email: 'a@b.example' }]);
  });
});

describe('sending', () => {
  it('mails each its own link once, however often the job is run, and counts the results', async () => {
    const { buyer } = await buyerWith(['Maple@', 'Oak@', 'Pine@']);
    const campaignId = await draft(buyer);
    const before = mailbox.emails.length;
    const started = await start(buyer, campaignId);
    if (started.kind !== 'started') throw new Error(started.code);
    expect(await start(buyer, campaignId)).toEqual({ kind: 'refused', code: 'not-draft' });
    const job = { organizationId: buyer.organization.id, runId: started.runId, userId: buyer.user.id };
    await Promise.all([sendCampaignJob(job), sendCampaignJob(job)]);
    await buyer.inOrganization((db) => db.jobRun.updateMany({ where: { id: started.runId }, data: { status: 'failed' } }));
    await sendCampaignJob(job);
    const emails = mailbox.emails.slice(before);
    expect(emails.map(({ to }) => to[0]).sort()).toEqual(['maple@example.org', 'oak@example.org', 'pine@example.org']);
    const tokens = emails.map(({ text }) => /\/r\/([\w-]+)/.exec(text)?.[1] ?? '');
    expect(new Set(tokens).size).toBe(3);
    for (const token of tokens) expect(await findAnswerLink(token)).toMatchObject({ kind: 'open' });
    expect(await buyer.inOrganization((db) => db.questionnaireRequest.count({ where: { campaignId, mailedAt: { not: null } } }))).toBe(3);
    const run = await buyer.inOrganization((db) => db.jobRun.findFirstOrThrow({ where: { id: started.runId } }));
    expect(run).toMatchObject({ status: 'done', done: 3, total: 3 });
    const listed = await buyer.inOrganization((db) => listCampaigns(db, { after: null, before: null }));
    expect(listed.rows[0]).toMatchObject({ name: 'Autumn', invited: 3, submitted: 0 });
  });

  it('continues after an interruption: an email without a recorded delivery goes out with a new link', async () => {
    const { buyer } = await buyerWith(['Quince@']);
    const campaignId = await draft(buyer);
    const runId = await send(buyer, campaignId);
    await buyer.inOrganization((db) =>
      db.campaignTarget.updateMany({ where: { campaignId }, data: { status: 'asked', touchedAt: new Date(Date.now() - 600_000) } }),
    );
    const before = mailbox.emails.length;
    await buyer.inOrganization((db) => db.jobRun.updateMany({ where: { id: runId }, data: { status: 'running' } }));
    await sendCampaignJob({ organizationId: buyer.organization.id, runId, userId: buyer.user.id });
    expect(mailbox.emails).toHaveLength(before + 1);
    expect(await buyer.inOrganization((db) => db.guestAccess.count({ where: { kind: 'link', revokedAt: null, usedAt: null } }))).toBe(1);
  });

  it('is cancelled before any request is sent, and resumed', async () => {
    const { buyer } = await buyerWith(['Rowan@']);
    const campaignId = await draft(buyer);
    const started = await start(buyer, campaignId);
    if (started.kind !== 'started') throw new Error(started.code);
    const who = { campaignId, organizationId: buyer.organization.id, userId: buyer.user.id };
    expect(await buyer.inOrganization((db) => cancelSending(db, who))).toBe(true);
    await sendCampaignJob({ organizationId: who.organizationId, runId: started.runId, userId: who.userId });
    const progress = () => buyer.inOrganization((db) => readCampaignProgress(db, { campaignId, quietSince: hours(-24) }));
    expect(await progress()).toMatchObject({ waiting: 1, leftOut: 0 });
    const resumed = await buyer.inOrganization((db) => resumeSending(db, who));
    await sendCampaignJob({ organizationId: who.organizationId, runId: resumed?.runId ?? '', userId: who.userId });
    expect(await progress()).toMatchObject({ waiting: 0, unsent: 0 });
    expect(await buyer.inOrganization((db) => resumeSending(db, who))).toBeNull();
  });

  it('another organization reads and starts none of it', async () => {
    const { buyer } = await buyerWith(['Spruce@']);
    const campaignId = await draft(buyer);
    const stranger = await makeMember();
    expect((await stranger.inOrganization((db) => listCampaigns(db, { after: null, before: null }))).rows).toEqual([]);
    expect(await start(stranger, campaignId)).toEqual({ kind: 'refused', code: 'not-draft' });
  });
});

describe('reminders', () => {
  const want = (buyer: MadeMember, campaignId: string, at: Date, chosen: string[] | null = null) =>
    buyer.inOrganization((db) =>
      wantReminders(db, { campaignId, chosen, organizationId: buyer.organization.id, userId: buyer.user.id, now: at }),
    );

  it('go to every supplier that has not answered, at most once within 24 hours', async () => {
    const { buyer } = await buyerWith(['Teak@', 'Yew@']);
    const campaignId = await draft(buyer);
    await send(buyer, campaignId);
    const sentAt = Date.now();
    const later = (count: number) => new Date(sentAt + count * 3_600_000);
    expect(await want(buyer, campaignId, later(1))).toMatchObject({ wanted: 0, tooSoon: 2 });
    const [teak] = (await buyer.inOrganization((db) => listChase(db, { ...readChaseState(new URLSearchParams()), campaignId }))).rows;
    const wanted = await want(buyer, campaignId, later(25), [teak?.responseId ?? '']);
    expect(wanted).toMatchObject({ wanted: 1, tooSoon: 0 });
    expect(await want(buyer, campaignId, later(25), [teak?.responseId ?? ''])).toMatchObject({ wanted: 0 });
    const before = mailbox.emails.length;
    const job = { organizationId: buyer.organization.id, runId: wanted.runId ?? '', userId: buyer.user.id };
    await Promise.all([remindRequests(job), remindRequests(job)]);
    expect(mailbox.emails.slice(before).map(({ to }) => to[0])).toEqual(['teak@example.org']);
    await buyer.inOrganization((db) => db.questionnaireRequest.updateMany({ where: { campaignId }, data: { remindedAt: later(25) } }));
    expect(await want(buyer, campaignId, later(26))).toMatchObject({ wanted: 0, tooSoon: 2 });
  });

  it('of the calendar are due once for each day, also after missed days, and not for suppliers that answered', async () => {
    const { buyer } = await buyerWith(['Alder@', 'Beech@']);
    const campaignId = await draft(buyer);
    await send(buyer, campaignId);
    const set = (data: object) => buyer.inOrganization((db) => db.questionnaireRequest.updateMany({ where: { campaignId }, data }));
    await set({ invitedAt: now, mailedAt: now });
    const due = (day: string) =>
      buyer.inOrganization((db) => wantDueReminders(db, { organizationId: buyer.organization.id, now: new Date(`${day}T06:17:00Z`) }));
    expect(await due('2026-12-02')).toBe(0);
    expect(await due('2026-12-05')).toBe(2);
    expect(await due('2026-12-05')).toBe(0);
    await set({ remindWantedAt: null, remindedAt: new Date('2026-12-05T06:20:00Z') });
    expect(await due('2026-12-06')).toBe(0);
    await buyer.inOrganization(
      (db) =>
        db.$executeRaw`UPDATE "QuestionnaireRequest" SET "status" = 'refused', "refusedAt" = now() WHERE "responseId" = (SELECT min("responseId"::text)::uuid FROM "QuestionnaireRequest")`,
    );
    expect(await due('2026-12-10')).toBe(1);
  });
});

describe('a running campaign', () => {
  it('exports links as a file once: each works, and the earlier ones end', async () => {
    const { buyer } = await buyerWith(['=Danger Mill', 'Willow']);
    const campaignId = await draft(buyer);
    await buyer.inOrganization((db) => allow(db, { campaignId, allows: ['no-address'] }));
    await send(buyer, campaignId);
    const links = async () => {
      const stream = exportLinks(buyer.inOrganization, {
        campaignId,
        userId: buyer.user.id,
        now: new Date(),
        addressOf: (path) => `https://x.example${path}`,
      });
      return new Response(stream).text();
    };
    const first = await links();
    expect(first.split('\r\n')).toHaveLength(4);
    expect(first).toContain(`'=Danger Mill`);
    const tokens = [...first.matchAll(/\/r\/([\w-]+)/g)].map(([, token = '']) => token);
    for (const token of tokens) expect((await findAnswerLink(token)).kind).toBe('open');
    await links();
    for (const token of tokens) expect(await findAnswerLink(token)).toMatchObject({ kind: 'over', why: 'revoked' });
  });

  it('is not sent once its due date has passed', async () => {
    const { buyer } = await buyerWith(['Rowan@']);
    expect(await start(buyer, await draft(buyer, { dueOn: '2020-01-01' }))).toEqual({ kind: 'refused', code: 'due-past' });
  });

  it('moves its due date on both sides, and is closed with its links', async () => {
    const { buyer } = await buyerWith(['Zelkova@', 'Acacia@']);
    const campaignId = await draft(buyer);
    const before = mailbox.emails.length;
    await send(buyer, campaignId);
    const who = { campaignId, organizationId: buyer.organization.id, userId: buyer.user.id };
    expect(await buyer.inOrganization((db) => changeDue(db, { ...who, dueOn: '2027-01-31' }))).toBe(true);
    await moveDueDays(buyer.inOrganization, { campaignId, report: async () => {} });
    const requests = await buyer.inOrganization((db) =>
      db.questionnaireRequest.findMany({ where: { campaignId }, select: { dueOn: true, supplierOrganizationId: true, responseId: true } }),
    );
    for (const { dueOn, supplierOrganizationId, responseId } of requests) {
      expect(dueOn?.toISOString().slice(0, 10)).toBe('2027-01-31');
      const own = await forOrganization({ organizationId: supplierOrganizationId })((db) =>
        db.questionnaireResponse.findFirstOrThrow({ where: { id: responseId }, select: { dueOn: true } }),
      );
      expect(own.dueOn?.toISOString().slice(0, 10)).toBe('2027-01-31');
    }
    expect(await buyer.inOrganization((db) => closeCampaign(db, { campaignId, userId: buyer.user.id, now }))).toEqual({ ended: 2 });
    expect(await buyer.inOrganization((db) => closeCampaign(db, { campaignId, userId: buyer.user.id, now }))).toBeNull();
    for (const { text } of mailbox.emails.slice(before))
      expect((await findAnswerLink(/\/r\/([\w-]+)/.exec(text)?.[1] ?? '')).kind).toBe('over');
    const again = await draft(buyer);
    expect((await judge(buyer, again)).asked).toEqual(['Acacia', 'Zelkova']);
  });

  it('lists pending suppliers, sorted in both directions, page by page', async () => {
    const { buyer } = await buyerWith(['One@', 'Two@', 'Three@', 'Four@']);
    const campaignId = await draft(buyer);
    await send(buyer, campaignId);
    const list = (address: string, take?: number) =>
      buyer.inOrganization((db) =>
        listChase(db, { ...readChaseState(new URLSearchParams(address)), campaignId, ...(take ? { take } : {}) }),
      );
    const names = ({ rows }: Awaited<ReturnType<typeof list>>) => rows.map(({ name }) => name);
    expect(names(await list(''))).toEqual(['Four', 'One', 'Three', 'Two']);
    const first = await list('sort=-name', 3);
    expect(names(first)).toEqual(['Two', 'Three', 'One']);
    const second = await list(`sort=-name&after=${first.after}`, 3);
    expect(names(second)).toEqual(['Four']);
    expect(names(await list(`sort=-name&before=${second.before}`, 3))).toEqual(['Two', 'Three', 'One']);
    await buyer.inOrganization(async (db) => {
      const [one] = first.rows.slice(-1);
      await db.questionnaireRequest.updateMany({
        where: { responseId: one?.responseId ?? '' },
        data: { status: 'started', startedAt: now, openedAt: now },
      });
    });
    expect(names(await list('show=not-started&sort=status'))).toHaveLength(3);
    expect(names(await list('show=waiting'))).toHaveLength(4);
    expect(names(await list('show=submitted'))).toEqual([]);
    for (const sort of ['country', 'tier', 'status', 'written']) {
      const page = await list(`sort=${sort}`, 2);
      expect(names(page)).toHaveLength(2);
      expect(names(await list(`sort=${sort}&after=${page.after}`, 2))).toHaveLength(2);
    }
    expect(names(await list('country=FR'))).toEqual([]);
    expect(names(await list('tier=unknown'))).toHaveLength(4);
  });
});
