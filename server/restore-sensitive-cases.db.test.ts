import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeRole } from '~/organizations/members/change-role.server';
import { readCasePage } from '~/safeguarding/sensitive-cases/case-page.server';
import { readersOf } from '~/safeguarding/sensitive-cases/mail-people.server';
import { readCase } from '~/safeguarding/sensitive-cases/read-case.server';
import * as mail from '~/platform/mail/send.server';
import { account, firstSteps, makeCase } from '../tests/factories/case';
import { type MadeMember, makeMember } from '../tests/factories/member';
import { runServerCommand } from '../tests/setup/run-manumit';
import { testDatabase, withClient } from '../tests/setup/test-database';
import { restoreSensitiveCases } from './restore-sensitive-cases';

const mails = { sent: [] as { to: string; subject: string; text: string }[] };
beforeEach(() => {
  vi.spyOn(mail, 'canSendMail').mockReturnValue(true);
  vi.spyOn(mail, 'siteAddress').mockReturnValue('https://house.example');
  vi.spyOn(mail, 'sendLetter').mockImplementation(async (to, letter) => void mails.sent.push({ to, ...letter }));
});

type Case = Awaited<ReturnType<typeof makeCase>>;
const leave = ({ owner }: Case, ...people: MadeMember[]) =>
  owner.inOrganization((db) => db.membership.deleteMany({ where: { userId: { in: people.map(({ user }) => user.id) } } }));
const changeRoleOf = (owner: MadeMember, { user }: MadeMember) =>
  owner.inOrganization((db) => changeRole(db, { userId: user.id, role: 'viewer', byUserId: owner.user.id }));
const restore = ({ owner }: Case, ...people: MadeMember[]) =>
  restoreSensitiveCases({
    ownerUrl: testDatabase().ownerUrl,
    slug: owner.organization.slug,
    emails: people.map(({ user }) => user.email),
    now: new Date(),
  });
const read = (member: MadeMember, { caseId }: Case) => member.inOrganization((db) => readCase(db, { caseId, now: new Date() }));

describe('a sensitive case without assigned users', () => {
  it('is assigned to two named users: they work on it, no other user sees it, and the log records who came and who had left', async () => {
    const made = await makeCase();
    const { owner, opener, second, outsider } = made;
    const third = await makeMember({ organization: owner.organization, role: 'auditor' });
    await made.as(opener).step(firstSteps[0] ?? { step: 'remedy', remedies: [], note: '' });
    const before = await read(opener, made);
    await leave(made, opener, second);
    mails.sent.length = 0;
    await restore(made, outsider, third);

    const after = await read(outsider, made);
    expect(after).toMatchObject({ fault: null, state: { subject: { account } } });
    expect(after?.hashes.slice(0, before?.hashes.length)).toEqual(before?.hashes);
    expect(after?.log.at(-1)).toMatchObject({
      kind: 'restore',
      actorId: null,
      content: { people: [outsider.user.id, third.user.id], left: expect.arrayContaining([opener.user.id, second.user.id]) },
    });
    expect(
      after?.people
        .filter(({ endedAt }) => endedAt === null)
        .map(({ userId }) => userId)
        .sort(),
    ).toEqual([outsider.user.id, third.user.id].sort());
    expect(await read(third, made)).not.toBeNull();
    for (const member of [owner, opener, second]) expect(await read(member, made)).toBeNull();
    // Two can decide again.
    const proposed = await made.as(third).propose({ kind: 'hold' });
    expect(proposed).toMatchObject({ kind: 'proposed' });
    if (proposed.kind === 'proposed')
      expect(await made.as(outsider).decide(proposed.decisionId, 'approved')).toMatchObject({ kind: 'decided' });
    expect(mails.sent.map(({ to }) => to).sort()).toEqual([outsider.user.email, third.user.email].sort());
    for (const word of ['W-12', 'gate', owner.organization.name, made.caseId]) expect(JSON.stringify(mails.sent)).not.toContain(word);

    // Running it again does nothing more.
    const count = (await read(third, made))?.log.length;
    mails.sent.length = 0;
    await restore(made, owner, third);
    expect((await read(third, made))?.log.length).toBe(count);
    expect(await read(owner, made)).toBeNull();
    expect(mails.sent).toEqual([]);
  });

  it('gets a second user where one is left, and keeps that one', async () => {
    const made = await makeCase();
    await leave(made, made.second);
    await restore(made, made.opener, made.outsider);
    const after = await read(made.opener, made);
    expect(after?.log.at(-1)).toMatchObject({ kind: 'restore', content: { people: [made.outsider.user.id], left: [made.second.user.id] } });
    expect(after?.fault).toBeNull();
    expect(await read(made.outsider, made)).not.toBeNull();
  });

  it('treats users who lost the role like those who left: no email, not the second of two, removed', async () => {
    const made = await makeCase();
    const { owner, opener, second, outsider } = made;
    await made.together({ kind: 'assign', person: outsider.user.id });
    await changeRoleOf(owner, second);
    expect(await made.together({ kind: 'unassign', person: outsider.user.id })).toEqual({ kind: 'refused', code: 'two-at-least' });
    const able = async (member: MadeMember) => (await read(member, made))?.people.map(({ userId, isAble }) => [userId, isAble]);
    expect(await able(opener)).toContainEqual([second.user.id, false]);
    const readers = await opener.inOrganization((db) => readersOf(db, made));
    expect(readers.map(({ userId }) => userId).sort()).toEqual([opener.user.id, outsider.user.id].sort());
    await restore(made, owner, outsider);
    expect(await read(owner, made)).toBeNull();

    await leave(made, outsider);
    expect((await readCasePage(opener, { caseId: made.caseId, now: new Date() }))?.isShort).toBe(true);
    await restore(made, opener, owner);
    const after = await read(owner, made);
    expect(after?.log.at(-1)).toMatchObject({
      kind: 'restore',
      content: { people: [owner.user.id], left: expect.arrayContaining([second.user.id, outsider.user.id]) },
    });
    expect((await readCasePage(opener, { caseId: made.caseId, now: new Date() }))?.isShort).toBe(false);
    expect(await read(second, made)).toBeNull();
  });

  it('is unchanged where two are left, in another organization too', async () => {
    const made = await makeCase();
    const other = await makeCase();
    await leave(other, other.opener, other.second);
    await restore(made, made.owner, made.outsider);
    expect(await read(made.owner, made)).toBeNull();
    expect((await read(made.opener, made))?.log.length).toBe(2);
    expect(await read(other.owner, other)).toBeNull();
  });

  it('rejects users without the role, and answers the same where there is no sensitive case at all', async () => {
    const made = await makeCase();
    const viewer = await makeMember({ organization: made.owner.organization, role: 'viewer' });
    const stranger = await makeMember();
    const quiet = await makeMember();
    await leave(made, made.opener, made.second);
    const here = (slug: string, ...emails: string[]) =>
      restoreSensitiveCases({ ownerUrl: testDatabase().ownerUrl, slug, emails, now: new Date() }).then(
        () => 'done',
        (error: Error) => error.message,
      );
    const slug = made.owner.organization.slug;
    const { email } = made.owner.user;
    expect(await here(slug, email, email.toUpperCase())).toMatch('two different people');
    for (const person of [viewer, stranger])
      expect(await here(slug, email, person.user.email)).toMatch('whose role may open sensitive cases');
    expect(await here(slug, email, 'nobody@nowhere.example')).toMatch('Nobody has an account');
    expect(await here('no-such-organization', email, made.outsider.user.email)).toMatch('There is no organization');
    expect(await read(made.owner, made)).toBeNull();
    const colleague = await makeMember({ organization: quiet.organization, role: 'manager' });
    expect(await here(quiet.organization.slug, quiet.user.email, colleague.user.email)).toBe('done');
    expect(await here(quiet.organization.slug, quiet.user.email, viewer.user.email)).toMatch('whose role may open sensitive cases');
  });

  it('is not assigned where its log was altered outside the application, which is reported', async () => {
    const made = await makeCase();
    await leave(made, made.opener, made.second);
    await withClient(testDatabase().ownerUrl, async (client) => {
      await client.query(`SELECT set_config('app.organization_id', $1, false)`, [made.owner.organization.id]);
      await client.query(`UPDATE "SensitiveCase" SET "headHash" = repeat('0', 64) WHERE "id" = $1`, [made.caseId]);
    });
    await expect(restore(made, made.owner, made.outsider)).rejects.toThrow('altered past the application');
    expect(await read(made.owner, made)).toBeNull();
  });

  it('is restored by the command, which prints the same sentence whether there was one or not', async () => {
    const made = await makeCase();
    await leave(made, made.opener, made.second);
    const quiet = await makeMember();
    const colleague = await makeMember({ organization: quiet.organization, role: 'manager' });
    const command = (...args: string[]) =>
      runServerCommand('restore-sensitive-cases', args, { DATABASE_URL: testDatabase().ownerUrl, SMTP_URL: '' });
    const [restored, nothing] = await Promise.all([
      command(made.owner.organization.slug, made.owner.user.email, made.outsider.user.email),
      command(quiet.organization.slug, quiet.user.email, colleague.user.email),
    ]);
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('Done.') });
    expect(nothing).toEqual(restored);
    expect((await read(made.owner, made))?.fault).toBeNull();
  });
});
