import { describe, expect, test } from 'vitest';
import { readStyles, sidesAreLogical } from './architecture/logical-sides';
import { publicFilesAreListed, readPublicFiles } from './architecture/public-files';
import * as rules from './architecture/rules';
import { readSources, type Source } from './architecture/sources';

const sources = readSources();

/** Each rule with a planted violation that it must report, and a similar file that it must accept. */
const cases: { name: string; rule: rules.Rule; planted: Source; passes?: Source }[] = [
  {
    name: 'a. scoring imports only itself and zod',
    rule: rules.scoringIsIndependent,
    planted: { path: 'scoring/engine/x.ts', text: `import { readFileSync } from 'node:fs';` },
    passes: { path: 'scoring/engine/x.ts', text: `import { z } from 'zod'; import { y } from './y.ts';` },
  },
  {
    name: 'b. the Prisma client only in access',
    rule: rules.databaseOnlyThroughAccess,
    planted: { path: 'app/suppliers/sites/x.server.ts', text: `import { PrismaClient } from '~/access/generated/client';` },
    passes: { path: 'app/suppliers/sites/x.server.ts', text: `import type { Prisma } from '~/access/generated/client';` },
  },
  {
    name: 'b. Kysely only in access',
    rule: rules.databaseOnlyThroughAccess,
    planted: { path: 'app/suppliers/sites/x.server.ts', text: `import { sql } from 'kysely';` },
    passes: { path: 'app/access/sql/x.server.ts', text: `import { sql } from 'kysely';` },
  },
  {
    name: 'b. the unscoped database handle only in access',
    rule: rules.databaseOnlyThroughAccess,
    planted: { path: 'app/routes/x.tsx', text: `import { rootDb } from '~/access/root-db.server';` },
  },
  {
    name: 'b. the type of a row of raw SQL is never asserted',
    rule: rules.rawSqlIsChecked,
    planted: { path: 'app/suppliers/sites/x.server.ts', text: 'const rows = await db.$queryRaw<Row[]>`SELECT 1`;' },
    passes: {
      path: 'app/suppliers/sites/x.server.ts',
      text: '// not $queryRaw<T>\nconst rows = await queryRows(db, rowSchema, sql`SELECT 1`);',
    },
  },
  {
    name: 'b. no statement is put together from text',
    rule: rules.rawSqlIsChecked,
    planted: { path: 'app/suppliers/sites/x.server.ts', text: 'await db.$queryRawUnsafe(text);' },
    passes: { path: 'app/access/x.server.ts', text: 'await db.$queryRawUnsafe(text);' },
  },
  {
    name: 'c. a browser file imports no value from a .server file',
    rule: rules.browserTakesNoServerValues,
    planted: { path: 'app/suppliers/sites/x.tsx', text: `export { readSite } from './read-site.server';` },
    passes: { path: 'app/suppliers/sites/x.tsx', text: `import { type Site } from './read-site.server';` },
  },
  {
    name: 'd. every protected route checks its caller',
    rule: rules.routesEstablishTheCaller,
    planted: {
      path: 'app/routes/org/risk/x.tsx',
      text: `export async function loader() { await requireMember(r); } export const action = async () => null;`,
    },
    passes: { path: 'app/routes/org/risk/x.tsx', text: `export const loader = async (a) => { await requireMember(a); };` },
  },
  {
    name: 'e. rejects meaningless names',
    rule: rules.namesAndSizes,
    planted: { path: 'app/suppliers/sites/site-utils.ts', text: '' },
    passes: { path: 'app/sharing/shared-access/grant.ts', text: '' },
  },
  { name: 'e. rejects a folder named shared', rule: rules.namesAndSizes, planted: { path: 'app/shared/grant.ts', text: '' } },
  {
    name: 'e. rejects files of more than 400 lines',
    rule: rules.namesAndSizes,
    planted: { path: 'app/ui/x.ts', text: '\n'.repeat(401) },
  },
  {
    name: 'f. a component imports no tables from scoring',
    rule: rules.componentsTakeNoTables,
    planted: { path: 'app/suppliers/sites/x.tsx', text: `import { bands, instrument } from '#scoring';` },
    passes: { path: 'app/suppliers/sites/x.tsx', text: `import { bands, type Assessed } from '#scoring';` },
  },
  {
    name: 'g. the environment is read in one place',
    rule: rules.environmentInOnePlace,
    planted: { path: 'app/platform/http/x.server.ts', text: 'const { SMTP_URL } = process.env;' },
    passes: { path: 'app/platform/http/x.server.ts', text: '// process.env is read elsewhere\nconst words = "process.env";' },
  },
  {
    name: 'only commands print to the terminal',
    rule: rules.nothingIsPrinted,
    planted: { path: 'app/suppliers/sites/x.server.ts', text: `console.error('Site failed', error);` },
    passes: { path: 'server/x-command.ts', text: `console.log('Done.');` },
  },
  {
    name: 'nothing is printed other than by the console',
    rule: rules.nothingIsPrinted,
    planted: { path: 'server/x.ts', text: `process.stderr.write(error.message);` },
    passes: { path: 'server/x.ts', text: `// console.error is for commands\nlog('request.failed', { error });` },
  },
  {
    name: 'forms are read in one place',
    rule: rules.formsInOnePlace,
    planted: { path: 'app/routes/x.tsx', text: 'const form = await request.formData();' },
    passes: { path: 'app/routes/x.tsx', text: 'const form = await readForm(request);' },
  },
  {
    name: 'a form that is posted carries its key',
    rule: rules.formsCarryKeys,
    planted: { path: 'app/suppliers/sites/x.tsx', text: `import { Form } from '@remix-run/react';` },
    passes: { path: 'app/suppliers/sites/x.tsx', text: `import { Form } from '~/ui/form'; const x = <Form method="post" />;` },
  },
  {
    name: 'a form is posted only by the component that adds the key',
    rule: rules.formsCarryKeys,
    planted: { path: 'app/suppliers/sites/x.tsx', text: `const x = <fetcher.Form key={1} method="post" />;` },
    passes: { path: 'app/suppliers/sites/x.tsx', text: `const x = <form method="get" />;` },
  },
  {
    name: 'h. the method has no clock',
    rule: rules.methodsHaveNoClock,
    planted: { path: 'scoring/engine/x.ts', text: 'export const today = () => new Date().toISOString();' },
    passes: { path: 'scoring/engine/x.ts', text: 'export const day = (at: string) => new Date(at);' },
  },
  {
    name: 'h. the model of a report has no clock',
    rule: rules.methodsHaveNoClock,
    planted: { path: 'app/audits/report/x/model.server.ts', text: 'const id = Math.random();' },
  },
  {
    name: 'questionnaires are looked up in one place',
    rule: rules.questionnairesInOnePlace,
    planted: { path: 'app/suppliers/sites/x.server.ts', text: `import { instrument } from '#scoring';` },
    passes: {
      path: 'app/suppliers/sites/x.server.ts',
      text: `import { instrument } from '~/questionnaires/templates/instrument-at.server';`,
    },
  },
  {
    name: 'uploaded files are read in a separate process',
    rule: rules.filesAreReadApart,
    planted: { path: 'app/routes/x.tsx', text: `import { read } from '@e965/xlsx';` },
    passes: { path: 'app/routes/x.tsx', text: `import { write } from '@e965/xlsx'; import type { Sharp } from 'sharp';` },
  },
  {
    name: 'layers import in one direction',
    rule: rules.layersImportOneWay,
    planted: { path: 'app/ui/x.tsx', text: `import { can } from '~/access/permissions';` },
    passes: { path: 'app/suppliers/sites/x.tsx', text: `import { can } from '~/access/permissions';` },
  },
  {
    name: 'messages import no district',
    rule: rules.layersImportOneWay,
    planted: { path: 'app/locales/x.ts', text: `import type { Site } from '~/suppliers/sites/x';` },
  },
  {
    name: 'access imports no district',
    rule: rules.layersImportOneWay,
    planted: { path: 'app/access/x.server.ts', text: `import { param } from '~/platform/http/param.server';` },
    passes: { path: 'app/platform/http/x.server.ts', text: `import { param } from '~/access/x.server';` },
  },
  {
    name: 'every folder is a district',
    rule: rules.foldersAreDistricts,
    planted: { path: 'app/web/x.ts', text: '' },
    passes: { path: 'app/documents/charts/x.ts', text: '' },
  },
  {
    name: 'modules import in one direction',
    rule: rules.districtsImportOneWay,
    planted: { path: 'app/suppliers/sites/x.ts', text: `import type { Deal } from '~/lending/deals/x';` },
    passes: { path: 'app/lending/deals/x.ts', text: `import { x } from '~/suppliers/sites/x';` },
  },
];

describe('dependency rules', () => {
  test.each(cases)('$name', ({ rule, planted, passes }) => {
    expect(rule([planted]), 'the planted violation is found').toHaveLength(1);
    if (passes) expect(rule([passes]), 'its neighbour passes').toEqual([]);
    expect(rule(sources)).toEqual([]);
  });

  test('finds a parser behind other files, and allows it in the reader process', () => {
    const route = { path: 'app/suppliers/sites/x.job.server.ts', text: `const y = await import('~/suppliers/sites/y.server');` };
    const between = { path: 'app/suppliers/sites/y.server.ts', text: `import { z } from './z.server';` };
    const behind = { path: 'app/suppliers/sites/z.server.ts', text: `import sharp from 'sharp';` };
    expect(rules.filesAreReadApart([route, between, behind])).toHaveLength(1);
    expect(rules.filesAreReadApart([between, behind])).toEqual([]);
    const inReader = sources.map((source) =>
      source.path === 'server/reader-jobs.ts' ? { ...source, path: 'app/suppliers/sites/x.job.server.ts' } : source,
    );
    expect(rules.filesAreReadApart(inReader).length).toBeGreaterThan(5);
  });

  test('modules import each other in no cycle', () => {
    const lower = { path: 'app/suppliers/import/x.ts', text: `import type { Y } from '~/suppliers/merges/y';` };
    const upper = { path: 'app/suppliers/merges/y.ts', text: `import { x } from '~/suppliers/import/x';` };
    expect(rules.modulesHaveNoCycles([lower, upper]), 'the planted cycle is found').toHaveLength(1);
    expect(rules.modulesHaveNoCycles([upper]), 'one direction passes').toEqual([]);
    expect(rules.modulesHaveNoCycles(sources)).toEqual([]);
  });

  describe('a district is imported through its public files', () => {
    const inside = { path: 'app/suppliers/sites/x.ts', text: `import { y } from './y';` };
    const y = { path: 'app/suppliers/sites/y.ts', text: '' };
    const above = { path: 'app/risk/scores/z.ts', text: `import type { Y } from '~/suppliers/sites/y';` };
    const check = (files: Source[], names: string[]) => publicFilesAreListed(files, new Map([['suppliers', names]]));

    test('an import of a file that is not listed is found, from server and seed too', () => {
      expect(check([inside, y, above], [])).toEqual([expect.stringContaining('app/risk/scores/z.ts: imports sites/y.ts')]);
      expect(check([inside, y, { ...above, path: 'server/z.ts' }, { ...above, path: 'prisma/z.ts' }], [])).toHaveLength(2);
      expect(check([inside, y, above], ['sites/y.ts'])).toEqual([]);
    });

    test('a listed file that no other district imports is found, and one out of order', () => {
      expect(check([inside, y], ['sites/y.ts'])).toEqual([expect.stringContaining('sites/y.ts is imported by no other district')]);
      const both = [inside, y, above, { path: 'app/risk/scores/w.ts', text: `import '~/suppliers/sites/x';` }];
      expect(check(both, ['sites/x.ts', 'sites/y.ts'])).toEqual([]);
      expect(check(both, ['sites/y.ts', 'sites/x.ts'])).toHaveLength(1);
    });

    test('routes of the district, tests and benchmarks import any file, routes of other districts do not', () => {
      const from = (path: string) => check([y, { ...above, path }], []);
      for (const path of ['app/routes/org/suppliers/z.tsx', 'app/risk/scores/z.test.ts', 'tests/z.ts', 'bench/z.ts'])
        expect(from(path)).toEqual([]);
      expect(from('app/routes/org/risk/z.tsx')).toHaveLength(1);
    });

    test('each list is what other districts import', () => {
      expect(publicFilesAreListed(sources, readPublicFiles())).toEqual([]);
    });
  });

  test('there are files to check', () => {
    expect(sources.length).toBeGreaterThan(200);
  });
});

describe('pages mirror for right-to-left languages', () => {
  const classes = (text: string) => sidesAreLogical([{ path: 'app/ui/x.tsx', text }]);
  const styles = (text: string) => sidesAreLogical([{ path: 'app/ui/x.css', text }]);

  test.each([
    'ml-2',
    '-mr-1.5',
    'pl-4!',
    'sm:hover:pr-[3px]',
    'left-0',
    'border-l',
    'rounded-tr-lg',
    'text-right',
    'file:mr-3',
    '[&>a]:pl-2',
    'scroll-ml-4',
  ])('finds the class %s', (name) => {
    expect(classes(`<p className="flex ${name} gap-1" />`)).toHaveLength(1);
    expect(classes(`const x = \`a \${b} ${name}\`;`)).toHaveLength(1);
  });

  test.each([
    'ms-2',
    '-me-1.5',
    'start-0',
    'border-s',
    'rounded-se-lg',
    'text-end!',
    'text-start',
    'inset-x-0',
    'border-line',
    'px-3',
    'plain left right',
  ])('accepts %s', (name) => expect(classes(`<p className="flex ${name} gap-1" />`)).toEqual([]));

  test.each([
    'margin-left: 1px;',
    'padding-right:0',
    'left: 0',
    'text-align: right',
    'float:left',
    'border-left-color: red',
    'border-top-left-radius: 1px',
  ])('finds the declaration %s', (declaration) => expect(styles(`a { color: red; ${declaration} }`)).toHaveLength(1));

  test.each(['margin-inline-start: 1px', 'inset-inline-end: 0', 'text-align: end', '/* left: 0 */ color: red', 'border-block-end: 0'])(
    'accepts %s',
    (declaration) => expect(styles(`a { ${declaration} }`)).toEqual([]),
  );

  test('no class and no style names left or right', () => {
    const sheets = readStyles();
    expect(sheets.length).toBeGreaterThan(4);
    expect(sidesAreLogical([...sources, ...sheets])).toEqual([]);
  });
});
