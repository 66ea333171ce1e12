import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as mail from '~/platform/mail/send.server';
import { keepAllCases } from '../../../server/keep-cases';
import { account, firstSteps, hours, makeCase } from '../../../tests/factories/case';
import { testDatabase, withClient } from '../../../tests/setup/test-database';
import { exportCase } from './export-case.server';
import { readCase } from './read-case.server';

const emails = { sent: [] as { to: string; subject: string; text: string }[] };
beforeEach(() => {
  vi.spyOn(mail, 'canSendMail').mockReturnValue(true);
  vi.spyOn(mail, 'siteAddress').mockReturnValue('https://house.example');
  vi.spyOn(mail, 'sendLetter').mockImplementation(async (to, email) => void emails.sent.push({ to, ...email }));
});

type Case = Awaited<ReturnType<typeof makeCase>>;
const read = ({ opener, caseId }: Case, now = new Date()) => opener.inOrganization((db) => readCase(db, { caseId, now }));

/** What a person with access to the database could do: statements of its owner, in the organization. */
const asOwner = ({ owner }: Case, sql: string, values: unknown[] = []) =>
  withClient(testDatabase().ownerUrl, async (client) => {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.organization_id', $1, true)`, [owner.organization.id]);
    const { rows } = await client.query(sql, values);
    await client.query('COMMIT');
    return rows as Record<string, unknown>[];
  });

describe('the log', () => {
  it('is encrypted: the database contains no text of it, and its content opens nowhere else', async () => {
    const made = await makeCase();
    const { opener, as, caseId } = made;
    for (const step of firstSteps.slice(0, 3)) await as(opener).step({ ...step, note: 'Nightingale code for this test' });
    const rows = [];
    for (const table of ['SensitiveCase', 'SensitiveCaseMember', 'SensitiveCaseEntry', 'SensitiveCaseText', 'Approval'])
      rows.push(...(await asOwner(made, `SELECT to_jsonb(t) AS row FROM "${table}" t`)));
    const held = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(8);
    for (const word of ['W-12', 'gate', 'Nightingale', made.supplier.partyId, 'not-free-to-leave', account])
      expect(held).not.toContain(word);
    expect((await read(made))?.state.subject).toMatchObject({ account, partyId: made.supplier.partyId });
    // The text of entry 3 under entry 4.
    const [third] = await asOwner(made, `SELECT "sealed" FROM "SensitiveCaseText" WHERE "caseId" = $1 AND "seq" = 3`, [caseId]);
    await asOwner(made, `UPDATE "SensitiveCaseText" SET "sealed" = $2 WHERE "caseId" = $1 AND "seq" = 4`, [caseId, third?.sealed]);
    const moved = await read(made);
    expect(moved?.fault).toEqual({ kind: 'text-altered', seq: 4 });
    expect(moved?.log[3]?.content).toBeNull();
  });

  it.each([
    ['another type', `UPDATE "SensitiveCaseEntry" SET "kind" = 'note' WHERE "caseId" = $1 AND "seq" = 3`, { kind: 'altered', seq: 3 }],
    [
      'another time',
      `UPDATE "SensitiveCaseEntry" SET "at" = "at" - interval '1 day' WHERE "caseId" = $1 AND "seq" = 1`,
      { kind: 'altered', seq: 1 },
    ],
    [
      'another user',
      `UPDATE "SensitiveCaseEntry" SET "actorId" = gen_random_uuid() WHERE "caseId" = $1 AND "seq" = 2`,
      { kind: 'altered', seq: 2 },
    ],
    ['one entry fewer', `DELETE FROM "SensitiveCaseEntry" WHERE "caseId" = $1 AND "seq" = 2`, { kind: 'missing', seq: 2 }],
    ['the last entry removed', `DELETE FROM "SensitiveCaseEntry" WHERE "caseId" = $1 AND "seq" = 5`, { kind: 'missing', seq: 5 }],
    [
      'another beginning',
      `UPDATE "SensitiveCase" SET "openedAt" = "openedAt" + interval '1 day' WHERE "id" = $1`,
      { kind: 'altered', seq: 1 },
    ],
    ['one text fewer', `DELETE FROM "SensitiveCaseText" WHERE "caseId" = $1 AND "seq" = 4`, { kind: 'text-missing', seq: 4 }],
    [
      'another text',
      `UPDATE "SensitiveCaseText" SET "sealed" = "sealed" || 'A' WHERE "caseId" = $1 AND "seq" = 1`,
      { kind: 'text-altered', seq: 1 },
    ],
  ])('detects that the database was given %s', async (_, sql, fault) => {
    const made = await makeCase();
    for (const step of firstSteps.slice(0, 3)) await made.as(made.opener).step(step);
    expect((await read(made))?.fault).toBeNull();
    await asOwner(made, sql, [made.caseId]);
    expect((await read(made))?.fault).toEqual(fault);
  });

  it('detects a truncated log with a reset head: the database cannot compute the seal of the head', async () => {
    const made = await makeCase();
    const { caseId } = made;
    await made.as(made.opener).step(firstSteps[0] ?? { step: 'remedy', remedies: [], note: '' });
    await asOwner(made, `DELETE FROM "SensitiveCaseEntry" WHERE "caseId" = $1 AND "seq" = 3`, [caseId]);
    await asOwner(
      made,
      `UPDATE "SensitiveCase" SET "entryCount" = 2, "headHash" = (SELECT "hash" FROM "SensitiveCaseEntry" WHERE "caseId" = $1 AND "seq" = 2) WHERE "id" = $1`,
      [caseId],
    );
    expect((await read(made))?.fault).toEqual({ kind: 'head', seq: 2 });
    await expect(made.as(made.opener).step(firstSteps[0] ?? { step: 'remedy', remedies: [], note: '' })).rejects.toThrow(/altered/);
  });

  it('cannot be changed by the app, as any user', async () => {
    const { opener, second, caseId } = await makeCase();
    const change = opener.inOrganization((db) => db.sensitiveCaseEntry.updateMany({ where: { caseId }, data: { kind: 'note' } }));
    await expect(change).rejects.toThrow();
    const entry = { caseId, seq: 9, at: new Date(), kind: 'note', contentHash: '', previousHash: '', hash: '' };
    const forged = opener.inOrganization((db) => db.sensitiveCaseEntry.createMany({ data: [{ ...entry, actorId: second.user.id }] }));
    await expect(forged).rejects.toThrow();
  });

  it('is exported with a watermark of the exporter, and records the export', async () => {
    const { opener, outsider, caseId } = await makeCase();
    const take = (member: typeof opener) => member.inOrganization((db) => exportCase(db, { caseId, user: member.user, now: new Date() }));
    expect(await take(outsider)).toBeNull();
    const copy = await take(opener);
    expect(copy).toMatchObject({ watermark: { takenBy: { email: opener.user.email }, entry: 3 }, isIntact: true, subject: { account } });
    expect(copy?.log.at(-1)).toMatchObject({ kind: 'export', by: opener.user.name });
  });
});

describe('the queue', () => {
  const round = async (now: Date, made: Case) => {
    emails.sent.length = 0;
    await keepAllCases({ ownerUrl: testDatabase().ownerUrl, now });
    const people = new Set([made.owner, made.opener, made.second, made.outsider].map(({ user }) => user.email));
    return emails.sent.filter(({ to }) => people.has(to));
  };

  it('reminds the assigned users of each deadline once before and once after it, without details', async () => {
    const openedAt = new Date(Date.now() - hours(30));
    const made = await makeCase({ openedAt });
    const at = (count: number) => new Date(openedAt.getTime() + hours(count));
    expect(await round(at(30), made)).toEqual([]);
    const soon = await round(at(37), made);
    expect(soon.map(({ to }) => to).sort()).toEqual([made.opener.user.email, made.second.user.email].sort());
    expect(await round(at(37), made)).toEqual([]);
    expect((await round(at(49), made)).length).toBe(2);
    expect(await round(at(50), made)).toEqual([]);
    for (const { subject, text } of soon)
      expect({ subject, text }).toEqual({
        subject: 'An item assigned to you needs your attention',
        text: 'An item assigned to you needs your attention. Sign in to see it.\n\nhttps://house.example/sign-in\n',
      });
    const said = JSON.stringify(soon);
    for (const word of [made.owner.organization.name, made.owner.organization.slug, 'Lotus', made.caseId, made.supplier.publicId])
      expect(said).not.toContain(word);
    const after = await read(made, at(50));
    expect(after?.dues[0]).toMatchObject({ key: 'authorities', state: 'over' });
    expect(after?.log.filter(({ kind }) => kind === 'reminder').map(({ actorId }) => actorId)).toEqual([null, null]);
    expect(after?.fault).toBeNull();
  });

  it('erases the texts on their date unless on legal hold: dates and hashes stay, and are verified as before', async () => {
    const made = await makeCase();
    const { opener, caseId, together } = made;
    await made.as(opener).step(firstSteps[0] ?? { step: 'remedy', remedies: [], note: '' });
    await together({ kind: 'close', outcome: 'duplicate' });
    await together({ kind: 'hold' });
    const later = (days: number) => new Date(Date.now() + hours(24 * days));
    await round(later(740), made);
    expect((await read(made))?.state.subject).not.toBeNull();
    await together({ kind: 'end-hold' });
    await asOwner(made, `UPDATE "SensitiveCase" SET "eraseOn" = '2020-01-01' WHERE "id" = $1`, [caseId]);
    await round(later(720), made);
    expect((await read(made))?.row.erasedAt).toBeNull();
    const before = await read(made);
    await round(later(740), made);
    const after = await read(made);
    expect(await asOwner(made, `SELECT 1 FROM "SensitiveCaseText" WHERE "caseId" = $1`, [caseId])).toEqual([]);
    expect(after).toMatchObject({ fault: null, state: { subject: null }, row: { salt: null } });
    expect(after?.hashes.slice(0, before?.hashes.length)).toEqual(before?.hashes);
    expect(after?.log.at(-1)).toMatchObject({ kind: 'erase', actorId: null });
    await asOwner(made, `UPDATE "SensitiveCaseEntry" SET "at" = now() WHERE "caseId" = $1 AND "seq" = 1`, [caseId]);
    expect((await read(made))?.fault).toEqual({ kind: 'altered', seq: 1 });
  });
});
