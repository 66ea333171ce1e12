import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findKeyHolder, revokeCalendarKey, createNotificationKey } from '~/access/notification-keys.server';
import { removeMember } from '~/organizations/members/remove-member.server';
import { followRequestLocale } from '~/platform/http/locale.server';
import { rootDb } from '~/access/root-db.server';
import { makeCase } from '../../../tests/factories/case';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { type Mailbox, openMailbox } from '../../../tests/setup/mailbox';
import { addTask } from '~/suppliers/tasks/add-task.server';
import { addNote } from '~/suppliers/notes/add-note.server';
import { mailNotifications } from './mail-notifications.server';
import { isDigestDue, isQuiet, readSettings } from './notification-settings';
import { saveSettings, settingsOf } from './settings.server';

let mailbox: Mailbox;
let ana: MadeMember;
let linh: MadeMember;
let mill: { partyId: string };

beforeAll(async () => {
  followRequestLocale();
  mailbox = await openMailbox();
  return () => mailbox.close();
});
beforeEach(async () => {
  ana = await makeMember();
  linh = await makeMember({ organization: ana.organization, role: 'auditor' });
  mill = await makeSupplier(ana, { name: 'Cotton mill' });
  mailbox.emails.length = 0;
});

/** Links are valid from today, so the times of this test are counted from it. */
const midnight = Math.floor(Date.now() / 86_400_000) * 86_400_000;
const at = (hours: number) => new Date(midnight + hours * 3_600_000);
const assign = (title: string, now: Date) =>
  ana.inOrganization((db) =>
    addTask(db, { partyId: mill.partyId, fields: { title, dueOn: '2027-01-04', assigneeId: linh.user.id }, userId: ana.user.id, now }),
  );
const mail = (now: Date) => mailNotifications(linh.inOrganization, { organizationId: ana.organization.id, userId: linh.user.id }, now);
const set = (settings: object) => linh.inOrganization((db) => saveSettings(db, { userId: linh.user.id, settings: readSettings(settings) }));
const tokenIn = (text: string) => /\/unsubscribe\/([\w-]{43})/.exec(text)?.[1] ?? '';

describe('letters', () => {
  it('are sent at once, one for several notifications, with their number and the organization in the subject', async () => {
    await assign('Collect gin codes', at(9));
    await assign('Ask for wage slips', at(9));
    expect(await mail(at(9))).toBe(true);
    expect(await mail(at(9.1)), 'again').toBe(false);
    expect(mailbox.emails).toHaveLength(1);
    const [letter] = mailbox.emails;
    expect(letter?.to).toEqual([linh.user.email]);
    const subject = /^Subject: (.*)$/m.exec(letter?.text ?? '')?.[1];
    expect(subject?.trim()).toBe(`2 new notifications from ${ana.organization.name}`);
    expect(letter?.text).toContain('Task assigned to you: Collect gin codes · Cotton mill');
    expect(letter?.text).toContain(`/o/${ana.organization.slug}/tasks/`);
    expect(letter?.text).toMatch(/^List-Unsubscribe: <http:\/\/localhost:\d+\/unsubscribe\/[\w-]{43}>/m);
    expect(letter?.text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  });

  it('wait for the end of quiet hours', async () => {
    await assign('Collect gin codes', at(21));
    expect(await mail(at(21))).toBe(false);
    expect(await mail(at(30.9))).toBe(false);
    expect(await mail(at(31))).toBe(true);
  });

  it('of a digest are sent once a day from its hour on', async () => {
    await set({ deliveries: { assignment: 'digest' }, digestHour: 9 });
    await assign('First', at(8));
    expect(await mail(at(8.9))).toBe(false);
    expect(await mail(at(9))).toBe(true);
    await assign('Second', at(10));
    expect(await mail(at(11)), 'the same day').toBe(false);
    expect(await mail(at(24 + 9)), 'the next day').toBe(true);
    expect(mailbox.emails.map(({ text }) => [text.includes('First'), text.includes('Second')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('are not sent of what is for the product only, was read, waited a week, or to a member who wants none', async () => {
    await set({ deliveries: { assignment: 'product' } });
    await assign('For the product', at(9));
    expect(await mail(at(9))).toBe(false);
    await set({});
    expect(await mail(at(9)), 'nothing waits any more').toBe(false);
    await assign('Long ago', at(9 - 8 * 24));
    expect(await mail(at(9))).toBe(false);
    await set({ isMailOff: true });
    await assign('Unwanted', at(9));
    expect(await mail(at(9))).toBe(false);
    expect(mailbox.emails).toEqual([]);
  });

  it('contain nothing of a note or of a sensitive case', async () => {
    const { owner, opener, second, as } = await makeCase({ openedAt: at(8) });
    await as(opener).step({ step: 'danger', danger: 'no', helper: 'nobody-yet', note: 'MARKER-OF-CASE' });
    for (const { user, inOrganization, organization } of [owner, opener, second]) {
      expect(await inOrganization((db) => db.notification.count())).toBe(0);
      expect(await mailNotifications(inOrganization, { organizationId: organization.id, userId: user.id }, at(9))).toBe(false);
    }
    const text = `@${linh.user.name} MARKER-OF-NOTE`;
    await ana.inOrganization((db) => addNote(db, { partyId: mill.partyId, text, userId: ana.user.id, now: at(9) }));
    expect(await mail(at(9))).toBe(true);
    const ours = mailbox.emails.filter(({ text: sent }) => sent.includes('List-Unsubscribe'));
    expect(ours).toHaveLength(1);
    expect(ours.map(({ text: sent }) => sent).join()).not.toContain('MARKER');
  });
});

describe('the address in a letter', () => {
  const open = async () => {
    await assign('Collect gin codes', at(9));
    await mail(at(9));
    return tokenIn(mailbox.emails[0]?.text ?? '');
  };
  const unsubscribe = async (token: string, method: 'GET' | 'POST') => {
    const { action, loader } = await import('~/routes/public/account/unsubscribe');
    const url = `/unsubscribe/${token}`;
    return method === 'GET'
      ? callRoute(loader, { url, params: { token } })
      : callRoute(action, { url, params: { token }, form: { 'List-Unsubscribe': 'One-Click' } });
  };
  const isMailOff = async () => (await linh.inOrganization((db) => settingsOf(db, linh.user.id))).isMailOff;

  it('stops letters by a POST without signing in, and not by being opened', async () => {
    const token = await open();
    expect((await unsubscribe(token, 'GET')).status).toBe(200);
    expect(await isMailOff()).toBe(false);
    expect((await unsubscribe(token, 'POST')).status).toBe(200);
    expect(await isMailOff()).toBe(true);
    await assign('Another', at(10));
    expect(await mail(at(10))).toBe(false);
  });

  it('is stored as a hash only, ends after 400 days, works for nothing else, and ends with the membership', async () => {
    const token = await open();
    expect(await rootDb().notificationKey.count({ where: { tokenHash: token } })).toBe(0);
    expect(await findKeyHolder(token, 'unsubscribe', at(399 * 24))).not.toBeNull();
    expect(await findKeyHolder(token, 'unsubscribe', at(402 * 24))).toBeNull();
    expect(await findKeyHolder(token, 'calendar', at(9))).toBeNull();
    await ana.inOrganization((db) => removeMember(db, { userId: linh.user.id, byUserId: ana.user.id }));
    expect((await unsubscribe(token, 'POST')).status).toBe(410);
  });
});

it('refuses both addresses after too many calls from one network address', async () => {
  const { loader: calendar } = await import('~/routes/public/account/calendar-feed');
  const { loader: letter } = await import('~/routes/public/account/unsubscribe');
  const address = '198.51.100.77';
  const token = 'a'.repeat(43);
  for (let count = 0; count < 60; count++) {
    expect((await callRoute(calendar, { url: `/calendar/${token}.ics`, params: { token }, address })).status).toBe(404);
    expect((await callRoute(letter, { url: `/unsubscribe/${token}`, params: { token }, address })).status).toBe(410);
  }
  const refused = await callRoute(calendar, { url: `/calendar/${token}.ics`, params: { token }, address });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await callRoute(letter, { url: `/unsubscribe/${token}`, params: { token }, address })).status).toBe(429);
  expect((await callRoute(letter, { url: `/unsubscribe/${token}`, params: { token } })).status, 'from elsewhere').toBe(410);
});

describe('the calendar of a member', () => {
  const read = async (token: string) => {
    const { loader } = await import('~/routes/public/account/calendar-feed');
    return callRoute(loader, { url: `/calendar/${token}.ics`, params: { token } });
  };
  const own = () => ({ organizationId: ana.organization.id, userId: linh.user.id });

  it('has the deadlines of the member, with the same identifiers each time, until it is replaced or revoked', async () => {
    await assign('Collect gin codes', at(9));
    const first = await createNotificationKey(own(), 'calendar', at(9));
    const once = await read(first);
    expect(once.status).toBe(200);
    const uids = (text: string) => text.match(/^UID:.*$/gm);
    expect(uids(String(once.body))).toHaveLength(1);
    expect(once.body).toContain('DTSTART;VALUE=DATE:20270104');
    expect(uids(String((await read(first)).body))).toEqual(uids(String(once.body)));
    const next = await createNotificationKey(own(), 'calendar', at(9));
    expect((await read(first)).status).toBe(404);
    expect((await read(next)).status).toBe(200);
    expect(await revokeCalendarKey(own())).toBe(true);
    expect((await read(next)).status).toBe(404);
  });

  it('never has a sensitive case', async () => {
    const { opener } = await makeCase({ openedAt: at(8) });
    const token = await createNotificationKey({ organizationId: opener.organization.id, userId: opener.user.id }, 'calendar', at(9));
    const { body } = await read(token);
    expect(body).toContain('BEGIN:VCALENDAR');
    expect(body).not.toMatch(/sensitive/i);
  });
});

describe('times', () => {
  const of = (settings: object) => readSettings({ timeZone: 'Asia/Ho_Chi_Minh', ...settings });

  it('are those of the member’s time zone', () => {
    expect(isQuiet(of({}), new Date('2026-03-02T12:59:00Z'))).toBe(false);
    expect(isQuiet(of({}), new Date('2026-03-02T13:00:00Z'))).toBe(true);
    expect(isQuiet(of({}), new Date('2026-03-02T23:59:00Z'))).toBe(true);
    expect(isQuiet(of({}), new Date('2026-03-03T00:00:00Z'))).toBe(false);
    expect(isDigestDue(of({}), '2026-03-02', new Date('2026-03-03T00:00:00Z'))).toBe(true);
    expect(isDigestDue(of({}), '2026-03-03', new Date('2026-03-03T00:00:00Z'))).toBe(false);
  });

  it('may have quiet hours within a day, or none', () => {
    expect(isQuiet(of({ quietFrom: '12:00', quietUntil: '13:00' }), new Date('2026-03-02T05:30:00Z'))).toBe(true);
    expect(isQuiet(of({ quietFrom: '12:00', quietUntil: '13:00' }), new Date('2026-03-02T06:00:00Z'))).toBe(false);
    expect(isQuiet(of({ quietFrom: null, quietUntil: null }), new Date('2026-03-02T15:00:00Z'))).toBe(false);
  });
});
