import { beforeAll, expect, it } from 'vitest';
import { openReporting } from '~/access/reporting-links.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { openLoan } from '../../../tests/factories/deal';
import { callRoute } from '../../../tests/setup/call-route';
import { type Mailbox, openMailbox } from '../../../tests/setup/mailbox';
import { followRequestLocale } from '~/platform/http/locale.server';
import { remindReports } from './remind-reports.server';
import type { ReportContent } from './report-content';
import { scheduleReports } from './schedule-reports.server';
import { sendReport } from './write-report.server';

let mailbox: Mailbox;
let owner: MadeMember;
beforeAll(async () => {
  followRequestLocale();
  mailbox = await openMailbox();
  owner = await makeMember();
  return () => mailbox.close();
});

const day = 86_400_000;
/** Links are valid from today, so the dates of this test are counted from it. */
const on = (days: number) => new Date(Math.floor(Date.now() / day) * day + days * day + day / 2);
const iso = (days: number) => on(days).toISOString().slice(0, 10);
const content: ReportContent = {
  counts: { workersDirect: 240, workersContracted: 1400, deaths: 0, injuries: 0, grievancesReceived: 0, grievancesClosed: 0 },
  texts: { audits: '', planProgress: '', breaches: 'Wages were late in the camp', incidents: '', corrective: '' },
  ...{ statement: 'with-exceptions', byName: 'A. Director', byFunction: 'Director' },
};

async function makeLink(dealId: string, form: Record<string, string>) {
  const { action } = await import('~/routes/org/lending/monitoring-reports');
  const here = `/o/${owner.organization.slug}/deals/${dealId}/monitoring/reports`;
  const params = { orgSlug: owner.organization.slug, dealId };
  return callRoute(action, { url: here, params, cookie: owner.cookie, form: { intent: 'link', locale: 'en', ...form } });
}
const linkOf = ({ body }: Awaited<ReturnType<typeof callRoute>>) => (body as { link: { url: string; mailed: string } }).link;

/** The emails of one round, as address and text. */
async function remind(days: number) {
  const before = mailbox.emails.length;
  const sent = await remindReports(owner.inOrganization, { now: on(days) });
  const emails = mailbox.emails.slice(before);
  expect(emails).toHaveLength(sent);
  return emails;
}

it('a link is mailed in its language without any report content; without an address it is shown once; an invalid address is rejected', async () => {
  const dealId = await openLoan(owner);
  const before = mailbox.emails.length;
  expect(linkOf(await makeLink(dealId, {})).mailed).toBe('no-mail');
  expect(mailbox.emails).toHaveLength(before);
  expect((await makeLink(dealId, { email: 'nobody' })).status).toBe(422);
  const link = linkOf(await makeLink(dealId, { email: 'Director@Solar.example', locale: 'fr' }));
  expect(link.mailed).toBe('mailed');
  const mail = mailbox.emails.at(-1);
  expect(mail?.to).toEqual(['director@solar.example']);
  expect(mail?.text).toContain(`/m/${link.url.split('/m/')[1]}`);
  expect(mail?.text).toContain('Ici');
  const waiting = await owner.inOrganization((db) => db.guestAccess.findMany({ where: { dealId, revokedAt: null } }));
  expect(waiting.map(({ email }) => email).sort()).toEqual(['director@solar.example', null]);
});

it('reminds each address once per reminder day: by a new link before the first was opened, by the page of the device after', async () => {
  const dealId = await openLoan(owner);
  const by = { dealId, userId: owner.user.id };
  // The quarter began 80 days ago; due 40 days after its end.
  const schedule = { frequency: 'quarterly' as const, firstPeriodFrom: iso(-80), dueDays: 40 };
  await owner.inOrganization((db) => scheduleReports(db, schedule, by));
  const { nextDueOn } = await owner.inOrganization((db) => db.reportSchedule.findFirstOrThrow({ where: { dealId } }));
  const due = Math.round(((nextDueOn?.getTime() ?? 0) - (on(0).getTime() - day / 2)) / day);
  const first = linkOf(await makeLink(dealId, { email: 'director@solar.example', locale: 'es' }));
  expect(linkOf(await makeLink(dealId, {})).mailed).toBe('no-mail');

  expect(await remind(due - 8)).toEqual([]);
  const [mail, ...others] = await remind(due - 7);
  expect(others).toEqual([]);
  expect(mail?.to).toEqual(['director@solar.example']);
  expect(mail?.text).toContain('Envíelo a más tardar el');
  expect(await remind(due - 7)).toEqual([]);
  expect(await remind(due - 3)).toEqual([]);
  expect(await openReporting(first.url.split('/m/')[1] ?? '', new Request('http://localhost/'))).toBeNull();

  const renewed = /\/m\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(await openReporting(renewed, new Request('http://localhost/'))).toMatchObject({ dealId });
  const [late] = await remind(due + 5);
  expect(late?.text).toContain(`/guest/monitoring/${dealId}`);
  expect(late?.text).toContain('Debía enviarse el');
  expect(late?.text).not.toContain('/m/');
  expect(await remind(due + 13)).toEqual([]);

  // Of two simultaneous sendings one email goes out.
  const both = await Promise.all([
    remindReports(owner.inOrganization, { now: on(due + 14) }),
    remindReports(owner.inOrganization, { now: on(due + 14) }),
  ]);
  expect(both.reduce((sum, sent) => sum + sent, 0)).toBe(1);
  expect(await remind(due + 60)).toEqual([]);

  const periodFrom = iso(-80);
  await owner.inOrganization((db) => sendReport(db, content, { dealId, periodFrom, now: on(due + 61), seen: 0, senderId: owner.user.id }));
  // The count as a number of its own: the random key of a link may contain these digits.
  expect(mailbox.emails.filter(({ text }) => text.includes('Wages were late') || /(?<![\w-])1[.,\s]?400(?![\w-])/.test(text))).toEqual([]);
  await owner.inOrganization((db) => db.guestAccess.updateMany({ where: { dealId }, data: { revokedAt: on(0) } }));
  expect(await remind(due + 200)).toEqual([]);
});

it('an address rejected by the mail server gets no further email, and the page shows it', async () => {
  const dealId = await openLoan(owner);
  const schedule = { frequency: 'monthly' as const, firstPeriodFrom: iso(-70), dueDays: 20 };
  await owner.inOrganization((db) => scheduleReports(db, schedule, { dealId, userId: owner.user.id }));
  await makeLink(dealId, { email: 'gone@solar.example' });
  const access = { dealId, email: 'gone@solar.example' };
  await owner.inOrganization((db) => db.guestAccess.updateMany({ where: access, data: { createdAt: on(-60), bouncedAt: on(-60) } }));
  expect(await remind(0)).toEqual([]);
  await owner.inOrganization((db) => db.guestAccess.updateMany({ where: access, data: { bouncedAt: null } }));
  expect((await remind(0)).map(({ to }) => to)).toEqual([['gone@solar.example']]);
});

it('the page of a late report creates the client’s link, and reminds a contact at most once a day', async () => {
  const { action, loader } = await import('~/routes/org/lending/monitoring-report');
  const dealId = await openLoan(owner);
  const periodFrom = iso(-160);
  const schedule = { frequency: 'monthly' as const, firstPeriodFrom: periodFrom, dueDays: 20 };
  await owner.inOrganization((db) => scheduleReports(db, schedule, { dealId, userId: owner.user.id }));
  const params = { orgSlug: owner.organization.slug, dealId, periodFrom };
  const page = { url: `/o/${owner.organization.slug}/deals/${dealId}/monitoring/reports/${periodFrom}`, params, cookie: owner.cookie };
  const accesses = async () => ((await callRoute(loader, page)).body as { accesses: { id: string }[] | null }).accesses;
  expect(await accesses(), 'late, and no link yet').toEqual([]);
  const made = await callRoute(action, { ...page, form: { intent: 'link', locale: 'en', email: 'late@solar.example' } });
  expect(linkOf(made).mailed).toBe('mailed');
  const accessId = (await accesses())?.[0]?.id ?? '';
  const before = mailbox.emails.length;
  expect((await callRoute(action, { ...page, form: { intent: 'remind', accessId } })).status).toBe(303);
  expect(mailbox.emails.slice(before).map(({ to }) => to)).toEqual([['late@solar.example']]);
  // The reminder came with a new link, which cannot be used for another one today.
  const again = (await accesses())?.[0]?.id ?? '';
  expect((await callRoute(action, { ...page, form: { intent: 'remind', accessId: again } })).status).toBe(422);
  expect((await callRoute(action, { ...page, form: { intent: 'remind', accessId: dealId } })).status).toBe(404);
  expect(mailbox.emails).toHaveLength(before + 1);
});
