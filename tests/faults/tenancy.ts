import { baseline, type Fault } from './fault';

const area = 'tenancy';

export const tenancyFaults: readonly Fault[] = [
  {
    area,
    fault: 'A member without the required permission is admitted.',
    file: 'app/access/require-member.server.ts',
    find: `if (!can(role, permission)) throw new Response('Forbidden', { status: 403 });`,
    replace: '',
    test: 'tests/routes/members.db.test.ts',
  },
  {
    area,
    fault: 'The page that changes members asks only for the permission to read them.',
    file: 'app/routes/org/organizations/members.tsx',
    find: `requireMember(request, params, 'edit:member')`,
    replace: `requireMember(request, params, 'read:member')`,
    test: 'tests/routes/members.db.test.ts',
  },
  {
    area,
    fault: 'The search for parties is not limited to the organization.',
    file: baseline,
    find: `WHERE "organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
      AND ("nameKey" LIKE`,
    replace: `WHERE ("nameKey" LIKE`,
    test: 'tests/tenancy.db.test.ts',
    title: 'search finds only in the organization',
  },
  {
    area,
    fault: 'Tables of tenants have a policy that admits every organization.',
    file: baseline,
    find: `CREATE POLICY tenant ON %s USING ("organizationId" = %s) WITH CHECK ("organizationId" = %s)', "table", organization, organization`,
    replace: `CREATE POLICY tenant ON %s USING (true) WITH CHECK ("organizationId" = %s)', "table", organization`,
    test: 'tests/tenancy/guards.db.test.ts',
  },
  {
    area,
    fault: 'Row-level security is enabled on tables but not forced on their owner.',
    file: baseline,
    find: `EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', "table");`,
    replace: '',
    test: 'tests/tenancy/guards.db.test.ts',
  },
  {
    area,
    fault: 'A snapshot can still be read after access to it was revoked.',
    file: baseline,
    find: ` AND "revokedAt" IS NULL AND "expiresAt" > now()`,
    replace: ` AND "expiresAt" > now()`,
    test: 'tests/tenancy/sharing.db.test.ts',
  },
  {
    area,
    fault: 'A respondent reads the answers of every assessment of the organization.',
    file: baseline,
    find: `CREATE POLICY respondent ON "Answer" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));`,
    replace: '',
    test: 'tests/tenancy/respondents.db.test.ts',
  },
  {
    area,
    fault: 'A guest of one purpose reads the rows of another whose id it names.',
    file: baseline,
    find: `CASE WHEN current_setting('app.guest_purpose', true) = purpose`,
    replace: `CASE WHEN purpose = purpose`,
    test: 'tests/tenancy/respondents.db.test.ts',
  },
  {
    area,
    fault: 'A used link opens a second device.',
    file: 'app/access/guest-access/single-use-links.server.ts',
    find: `where: { id, ...unused, expiresAt: { gt: now } }`,
    replace: `where: { id, purpose, kind: 'link', revokedAt: null, expiresAt: { gt: now } }`,
    test: 'app/access/guest-access/guest-access.db.test.ts',
  },
  {
    area,
    fault: 'A device reaches every subject of its purpose.',
    file: 'app/access/guest-access/guest-links.server.ts',
    find: `reads.readDevice(db, { id, ...ofSubject(subjectId), purpose, kind: 'device' })`,
    replace: `reads.readDevice(db, { id, purpose, kind: 'device' })`,
    test: 'app/access/guest-access/guest-access.db.test.ts',
  },
  {
    area,
    fault: 'The organization stays set on the connection after the transaction.',
    file: 'app/access/tenant-db.server.ts',
    find: `set_config('app.organization_id', \${organizationId}, true), set_config('app.user_id', \${userId ?? null}, true)`,
    replace: `set_config('app.organization_id', \${organizationId}, false), set_config('app.user_id', \${userId ?? null}, false)`,
    test: 'app/access/request-memory.db.test.ts',
  },
];
