import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { sql } from '../sql.server';
import { databaseFunctions, knownFacts, knownLinks, linksHeld } from './functions.server';
import { query, queryRows, readRows } from './query.server';

const functionSchema = z.object({ name: z.string(), takes: z.string(), gives: z.string() });
let member: MadeMember;
let catalogue: z.infer<typeof functionSchema>[];

beforeAll(async () => {
  member = await makeMember();
  catalogue = await member.inOrganization((db) =>
    queryRows(
      db,
      functionSchema,
      sql`
        SELECT p.proname::text AS "name", pg_get_function_identity_arguments(p.oid) AS "takes", pg_get_function_result(p.oid) AS "gives"
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = 'public' AND p.prorettype <> 'trigger'::regtype
          AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
        ORDER BY 1`,
    ),
  );
});

it('declares functions as the catalogue describes them', () => {
  for (const [name, declared] of Object.entries(databaseFunctions))
    expect(catalogue.find((each) => each.name === name)).toEqual({ name, ...declared });
});

it('declares every function whose rows a query reads', () => {
  const texts = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.server.ts') && !/generated|paraglide|^access\/sql/.test(path))
    .map((path) => readFileSync(`app/${path}`, 'utf8'));
  const read = catalogue
    .filter(({ gives }) => gives !== 'void')
    .filter(({ name }) => texts.some((text) => new RegExp(`\\b${name}\\(`).test(text)))
    .map(({ name }) => name);
  expect(read.filter((name) => !(name in databaseFunctions))).toEqual([]);
});

it('reads the columns that it declares', async () => {
  const [facts, links, held] = await member.inOrganization(async (db) => [
    await readRows(
      db,
      query
        .selectFrom(knownFacts().as('f'))
        .select(['f.organizationId', 'f.id', 'f.partyId', 'f.values', 'f.validFrom', 'f.validTo', 'f.recordedAt', 'f.sourceId']),
    ),
    await readRows(db, query.selectFrom(knownLinks().as('l')).selectAll().where('l.share', 'is not', null)),
    await readRows(db, query.selectFrom(linksHeld('2026-01-01', '2026-02-01', null).as('l')).select('l.kind')),
  ]);
  expect([facts, links, held]).toEqual([[], [], []]);
});
