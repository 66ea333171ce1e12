import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerLinks } from '~/access/answer-links.server';
import { planLinks } from '~/access/plan-links.server';
import { reportingLinks } from '~/access/reporting-links.server';
import { hashToken, makeToken } from '~/access/session.server';
import { siteLinks } from '~/access/site-links.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { testDatabase } from '../../../tests/setup/test-database';
import { attempt, connectAsApp, inScope } from '../../../tests/tenancy/as-app';
import { buildRow, insertRow, type Row } from '../../../tests/tenancy/build-row';
import { readTables } from '../../../tests/tenancy/catalogue';
import type { AccessRow, guestLinks, Kept } from './guest-links.server';
import { type GuestPurpose, guestPurposes } from './purposes';

// Attacks on the one table of guest access: each purpose's token against every other purpose, kind and subject.

const openable = <Link extends AccessRow, Device extends AccessRow>(links: ReturnType<typeof guestLinks<Link, Device>>) => ({
  ...links,
  openAt: async (token: string, subjectId: string, kept: Kept) => {
    const found = await links.findLink(token);
    return found && links.open({ ...found, subjectId }, new Request('http://localhost/'), kept);
  },
});
const linksOf = {
  questionnaire: openable(answerLinks),
  findings: openable(siteLinks),
  esap: openable(planLinks),
  monitoring: openable(reportingLinks),
};
const purposes = Object.keys(guestPurposes) as GuestPurpose[];
const kinds = ['link', 'device'] as const;

type Access = { row: Row; token: string; subjectId: string };
const made = new Map<string, Access>();
const of = (purpose: GuestPurpose, kind: 'link' | 'device'): Access => {
  const access = made.get(`${purpose} ${kind}`);
  if (!access) throw new Error(`No ${kind} was made for ${purpose}.`);
  return access;
};

let member: MadeMember;
let app: pg.Client;
const inOwn = <Result>(work: () => Promise<Result>) =>
  inScope(app, { organizationId: member.organization.id, userId: member.user.id }, work);

/** A request with a token in the cookie that a purpose reads for a subject. */
const withCookie = (purpose: GuestPurpose, subjectId: string, token: string) =>
  new Request('http://localhost/', { headers: { Cookie: `${guestPurposes[purpose].cookie.prefix}_${subjectId}=${token}` } });

beforeAll(async () => {
  member = await makeMember();
  app = await connectAsApp();
  const tables = await readTables(app);
  const organizationId = member.organization.id;
  await inOwn(async () => {
    for (const purpose of purposes) {
      const { subject } = guestPurposes[purpose];
      for (const kind of kinds) {
        const row = await buildRow(app, tables, 'GuestAccess', organizationId, kind === 'device', subject);
        const token = makeToken();
        await insertRow(app, 'GuestKey', { tokenHash: hashToken(token), organizationId, accessId: row.id, kind });
        made.set(`${purpose} ${kind}`, { row, token, subjectId: String(row[subject]) });
      }
    }
  });
});
afterAll(() => app.end());

describe.each(purposes)('guest access for %s', (purpose) => {
  const links = linksOf[purpose];
  const { subject } = guestPurposes[purpose];

  it('finds its own link and its own device', async () => {
    const [link, device] = [of(purpose, 'link'), of(purpose, 'device')];
    expect(await links.findLink(link.token)).toMatchObject({ link: { id: link.row.id, [subject]: link.subjectId } });
    expect(await links.findDevice(withCookie(purpose, device.subjectId, device.token), device.subjectId)).toMatchObject({
      kind: 'open',
      device: { id: device.row.id, [subject]: device.subjectId },
    });
  });

  it('never takes the token of a link for that of a device, or the reverse', async () => {
    const [link, device] = [of(purpose, 'link'), of(purpose, 'device')];
    expect(await links.findLink(device.token)).toBeNull();
    expect(await links.findDevice(withCookie(purpose, link.subjectId, link.token), link.subjectId)).toEqual({ kind: 'unknown' });
  });

  it('rejects the link and the device of every other purpose, also under its own subject', async () => {
    const own = of(purpose, 'device');
    for (const other of purposes.filter((each) => each !== purpose)) {
      expect(await links.findLink(of(other, 'link').token), other).toBeNull();
      const { token, subjectId } = of(other, 'device');
      for (const id of [own.subjectId, subjectId])
        expect(await links.findDevice(withCookie(purpose, id, token), id), `${other} at ${id}`).toEqual({ kind: 'unknown' });
    }
  });

  it('rejects its device at another subject of the same purpose', async () => {
    const { token } = of(purpose, 'device');
    for (const id of [of(purpose, 'link').subjectId, randomUUID()])
      expect(await links.findDevice(withCookie(purpose, id, token), id)).toEqual({ kind: 'unknown' });
  });

  it('opens one device of two simultaneous requests, with the link as its parent and the cookie of its pages alone', async () => {
    const { row, token, subjectId } = of(purpose, 'link');
    const open = () => links.openAt(token, subjectId, row.locale === null ? {} : { locale: 'en' });
    const cookies = (await Promise.all([open(), open()])).filter((cookie) => cookie !== null);
    expect(cookies).toEqual([expect.stringContaining(`Path=${guestPurposes[purpose].cookie.path};`)]);
    const devices = await member.inOrganization((db) => db.guestAccess.findMany({ where: { parentId: String(row.id) } }));
    expect(devices).toMatchObject([{ purpose, kind: 'device', [subject]: subjectId }]);
    const [pair = ''] = cookies[0]?.split(';') ?? [];
    const request = new Request('http://localhost/', { headers: { Cookie: pair } });
    expect(await links.findDevice(request, subjectId)).toMatchObject({ kind: 'open', device: { id: devices[0]?.id } });
  });

  it('has exactly its own subject in the database', async () => {
    const { row } = of(purpose, 'link');
    const scope = { organizationId: member.organization.id };
    for (const other of purposes.filter((each) => each !== purpose)) {
      const { row: foreign } = of(other, 'link');
      const column = guestPurposes[other].subject;
      for (const change of [`"${column}" = '${String(foreign[column])}'`, `"purpose" = '${other}'`]) {
        const changed = await attempt(app, scope, `UPDATE "GuestAccess" SET ${change} WHERE "id" = $1`, [row.id]);
        expect(changed.code, change).toBe('23514');
      }
    }
    expect((await attempt(app, scope, `UPDATE "GuestAccess" SET "${subject}" = NULL WHERE "id" = $1`, [row.id])).code).toBe('23514');
  });
});

it('a key names the kind of the access that it leads to', async () => {
  const { row } = of('questionnaire', 'link');
  const insert = `INSERT INTO "GuestKey" ("tokenHash", "organizationId", "accessId", "kind") VALUES ('0', $1, $2, 'device')`;
  expect((await attempt(app, {}, insert, [member.organization.id, row.id])).code).toBe('23503');
});

it('a guest reads and writes neither accesses nor keys', async () => {
  const guest = new pg.Client({ connectionString: testDatabase().respondentUrl });
  await guest.connect();
  try {
    for (const table of ['GuestAccess', 'GuestKey'])
      for (const sql of [`SELECT 1 FROM "${table}"`, `DELETE FROM "${table}"`, `INSERT INTO "${table}" DEFAULT VALUES`])
        expect((await attempt(guest, { organizationId: member.organization.id }, sql)).code, sql).toBe('42501');
  } finally {
    await guest.end();
  }
});
