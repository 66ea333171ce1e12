import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerLinks } from '~/access/answer-links.server';
import { findClaim } from '~/access/claims.server';
import { findInvitation } from '~/access/invitations.server';
import { planLinks } from '~/access/plan-links.server';
import { reportingLinks } from '~/access/reporting-links.server';
import { findCommissionLink } from '~/access/commissions.server';
import { findOffer } from '~/access/shared-access.server';
import { hashToken, makeToken } from '~/access/session.server';
import { siteLinks } from '~/access/site-links.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { testDatabase } from '../../../tests/setup/test-database';
import { attempt, connectAsApp, inScope } from '../../../tests/tenancy/as-app';
import { buildRow, insertRow, type Row } from '../../../tests/tenancy/build-row';
import { readTables } from '../../../tests/tenancy/catalogue';
import type { guestLinks } from './guest-links.server';
import type { AccessRow, Kept } from './single-use-links.server';
import { type AccountPurpose, accountPurposes, type GuestPurpose, guestPurposes, type LinkPurpose, linksOf } from './purposes';
import { singleUseLinks } from './single-use-links.server';

// Attacks on the one table of guest access: each purpose's token against every other purpose, kind and subject.

const openable = <Link extends AccessRow, Device extends AccessRow>(links: ReturnType<typeof guestLinks<Link, Device>>) => ({
  ...links,
  openAt: async (token: string, subjectId: string, kept: Kept) => {
    const found = await links.findLink(token);
    return found && links.open({ ...found, subjectId }, new Request('http://localhost/'), kept);
  },
});
const guestLinksOf = {
  questionnaire: openable(answerLinks),
  findings: openable(siteLinks),
  esap: openable(planLinks),
  monitoring: openable(reportingLinks),
};
const purposes = Object.keys(guestPurposes) as GuestPurpose[];
const accounts = Object.keys(accountPurposes) as AccountPurpose[];
const kinds = ['link', 'device'] as const;
/** Everything that a token may be for: no link to an account has a device. */
const every: { purpose: LinkPurpose; kind: 'link' | 'device' }[] = [
  ...purposes.flatMap((purpose) => kinds.map((kind) => ({ purpose, kind }))),
  ...accounts.map((purpose) => ({ purpose, kind: 'link' as const })),
];

type Access = { row: Row; token: string; subjectId: string };
const made = new Map<string, Access>();
const of = (purpose: LinkPurpose, kind: 'link' | 'device'): Access => {
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
    for (const { purpose, kind } of every) {
      const { subject } = linksOf(purpose);
      const row = await buildRow(app, tables, 'GuestAccess', organizationId, kind === 'device', subject);
      const token = makeToken();
      await insertRow(app, 'GuestKey', { tokenHash: hashToken(token), organizationId, accessId: row.id, kind });
      made.set(`${purpose} ${kind}`, { row, token, subjectId: String(row[subject]) });
    }
  });
});
afterAll(() => app.end());

describe.each(purposes)('guest access for %s', (purpose) => {
  const links = guestLinksOf[purpose];
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
    for (const other of accounts) {
      const { token } = of(other, 'link');
      expect(await links.findLink(token), other).toBeNull();
      expect(await links.findDevice(withCookie(purpose, own.subjectId, token), own.subjectId), other).toEqual({ kind: 'unknown' });
    }
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

/** What the modules of these purposes find by a token. */
const findByToken: Readonly<Record<AccountPurpose, (token: string) => Promise<string | null>>> = {
  invitation: async (token) => {
    const found = await findInvitation(token);
    return found.kind === 'open' ? found.invitation.linkId : null;
  },
  'shared-access': async (token) => (await findOffer(token))?.linkId ?? null,
  commission: async (token) => (await findCommissionLink(token))?.linkId ?? null,
  claim: async (token) => {
    const found = await findClaim(token);
    return found.kind === 'unknown' ? null : found.kind;
  },
};

describe.each(accounts)('a link to an account: %s', (purpose) => {
  const { subject } = linksOf(purpose);
  const links = singleUseLinks(purpose, (db, where) => db.guestAccess.findFirst({ where }));

  it('finds its own link, and no token of another purpose or kind', async () => {
    const { row, token } = of(purpose, 'link');
    // The organization of this test has an owner, so that its claim is over.
    expect(await findByToken[purpose](token)).toBe(purpose === 'claim' ? 'over' : row.id);
    expect(await links.findLink(token)).toMatchObject({ link: { id: row.id } });
    for (const other of every.filter((each) => each.purpose !== purpose)) {
      const { token: foreign } = of(other.purpose, other.kind);
      const name = `${other.purpose} ${other.kind}`;
      expect(await findByToken[purpose](foreign), name).toBeNull();
      expect(await links.findLink(foreign), name).toBeNull();
    }
  });

  it('is consumed once, not after it was revoked or has expired, and not by another purpose', async () => {
    const now = new Date();
    const usedById = purpose === 'claim' ? { usedById: member.user.id } : {};
    const make = (expiresAt?: Date) =>
      member.inOrganization(async (db) => {
        const { row } = of(purpose, 'link');
        const email = purpose === 'claim' ? { email: 'mill@example.org' } : {};
        const options = { subjectId: String(row[subject]), now, ...email, ...(expiresAt ? { expiresAt } : {}) };
        return links.createLink(db, options);
      });
    const idOf = async (token: string) => (await links.findLink(token))?.link.id ?? '';
    const consume = async (id: string, by = links) => member.inOrganization((db) => by.consume(db, id, { now, ...usedById }));
    const fresh = await idOf((await make()).token);
    for (const other of [...accounts, ...purposes].filter((each) => each !== purpose))
      expect(
        await consume(
          fresh,
          singleUseLinks(other, (db, where) => db.guestAccess.findFirst({ where })),
        ),
        other,
      ).toBe(false);
    expect((await Promise.all([consume(fresh), consume(fresh)])).sort()).toEqual([false, true]);
    expect(await consume(fresh)).toBe(false);
    expect(await consume(await idOf((await make(new Date(now.getTime() - 1))).token))).toBe(false);
    const revoked = await idOf((await make()).token);
    const subjectId = String(of(purpose, 'link').row[subject]);
    expect(await member.inOrganization((db) => links.endUnused(db, { subjectId, now, where: { id: revoked } }))).toBe(1);
    expect(await consume(revoked)).toBe(false);
  });

  it('has exactly its own subject in the database, and no device', async () => {
    const scope = { organizationId: member.organization.id };
    const { row } = of(purpose, 'link');
    const changes = [
      ...every.filter((each) => each.purpose !== purpose).map((other) => `"purpose" = '${other.purpose}'`),
      `"kind" = 'device', "parentId" = "id", "lastSeenAt" = now()`,
      ...(purpose === 'claim'
        ? [`"usedAt" = now()`, `"email" = NULL`]
        : [`"usedAt" = now(), "usedById" = gen_random_uuid()`, `"${subject}" = NULL`]),
    ];
    for (const change of changes)
      expect((await attempt(app, scope, `UPDATE "GuestAccess" SET ${change} WHERE "id" = $1`, [row.id])).code, change).toBe('23514');
  });

  it('is unknown to members of other organizations', async () => {
    const stranger = await makeMember();
    const { row } = of(purpose, 'link');
    expect(await stranger.inOrganization((db) => db.guestAccess.count({ where: { id: String(row.id) } }))).toBe(0);
    expect(await stranger.inOrganization((db) => links.consume(db, String(row.id), { now: new Date() }))).toBe(false);
  });
});

it('a person reads only the claims they used, and only before an organization is set', async () => {
  const userId = randomUUID();
  const { row } = of('claim', 'link');
  await inOwn(() => app.query(`UPDATE "GuestAccess" SET "usedAt" = now(), "usedById" = $1 WHERE "id" = $2`, [userId, row.id]));
  const read = (scope: Parameters<typeof attempt>[1]) => attempt(app, scope, `SELECT "id" FROM "GuestAccess" WHERE "usedById" IS NOT NULL`);
  expect(await read({ userId })).toMatchObject({ rows: [{ id: row.id }] });
  expect(await read({ userId: randomUUID() })).toMatchObject({ count: 0 });
  expect(await read({})).toMatchObject({ count: 0 });
  const stranger = await makeMember();
  expect(await read({ userId, organizationId: stranger.organization.id })).toMatchObject({ count: 0 });
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
