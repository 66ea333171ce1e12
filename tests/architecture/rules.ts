import ts from 'typescript';
import { cyclesOf, moduleGraph } from '../../cli/structure/module-graph.ts';
import { districtOf, districts, isDistrict, mayImport } from './districts';
import { importsOf, isTest, parse, type Source } from './sources';

/** Each rule returns its violations as "path: what is wrong"; an empty list is valid. */
export type Rule = (sources: Source[]) => string[];

const inApp = (path: string) => path.startsWith('app/') && !isTest(path);
const isServerFile = (path: string) => /\.server(\.tsx?)?$/.test(path);
const isRoute = (path: string) => path.startsWith('app/routes/') || path === 'app/root.tsx' || path === 'app/entry.server.tsx';

/** Files whose code may run in a browser. */
const isBrowserFile = (path: string) => inApp(path) && !isServerFile(path) && !isRoute(path) && !path.startsWith('app/access/');

const eachImport = (sources: Source[], verdict: (path: string, target: string, names: string[], isType: boolean) => string | null) =>
  sources.flatMap((source) =>
    importsOf(source).flatMap(({ target, names, isType }) => {
      const wrong = verdict(source.path, target, names, isType);
      return wrong === null ? [] : [`${source.path}: ${wrong}`];
    }),
  );

export const scoringIsIndependent: Rule = (sources) =>
  eachImport(sources, (path, target) => {
    if (!path.startsWith('scoring/')) return null;
    if (target.startsWith('scoring/') || target === 'zod') return null;
    return isTest(path) && !/^(app|server|prisma|cli|bench|tests)\//.test(target) ? null : `scoring may not import ${target}`;
  });

export const databaseOnlyThroughAccess: Rule = (sources) =>
  eachImport(sources, (path, target, _names, isType) => {
    if (path.startsWith('app/access/') || path.startsWith('tests/') || path.startsWith('prisma/')) return null;
    const isClient = target.startsWith('app/access/generated/') || ['@prisma/client', '@prisma/adapter-pg', 'kysely'].includes(target);
    if (isClient) return isType ? null : `takes the database client from ${target}`;
    if (target !== 'app/access/root-db.server' || isType || isTest(path)) return null;
    return path.startsWith('server/') || path.startsWith('bench/') ? null : 'opens the database past the organization';
  });

/** The type of a row is that of the tables (Kysely) or parsed (Zod), never asserted: app/access/README.md. */
export const rawSqlIsChecked: Rule = (sources) =>
  sources
    .filter(({ path, text }) => !path.startsWith('app/access/') && !isTest(path) && /\$(query|execute)Raw(Unsafe|<|\s)/.test(text))
    .flatMap((source) => {
      const found = /\$queryRaw <|\$(query|execute)RawUnsafe\b/.exec(codeOf(source));
      return found ? [`${source.path}: ${found[0].replace(' ', '')}: use readRows or queryRows of ~/access/sql/query.server`] : [];
    });

export const browserTakesNoServerValues: Rule = (sources) =>
  eachImport(sources, (path, target, _names, isType) =>
    isBrowserFile(path) && isServerFile(target) && !isType ? `a browser file takes a value from ${target}` : null,
  );

const guardedRoute = /^app\/routes\/(org|guest)\//;

export const routesEstablishTheCaller: Rule = (sources) =>
  sources
    .filter(({ path }) => guardedRoute.test(path) && !isTest(path))
    .flatMap((source) => {
      const wrong: string[] = [];
      const check = (name: string, node: ts.Node) => {
        if ((name === 'loader' || name === 'action') && !/\brequire[A-Z]\w*\(/.test(node.getText())) {
          wrong.push(`${source.path}: its ${name} does not ask who is calling`);
        }
      };
      for (const statement of parse(source).statements) {
        const isExported =
          ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
        if (ts.isFunctionDeclaration(statement) && isExported) check(statement.name?.text ?? '', statement);
        if (ts.isVariableStatement(statement) && isExported) {
          for (const declaration of statement.declarationList.declarations) check(declaration.name.getText(), declaration);
        }
        if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
          for (const element of statement.exportClause.elements) check(element.name.text, element);
        }
      }
      return wrong;
    });

const refusedNames = /^(utils?|helpers?|misc|common|libs?|services?|managers?)$/;
/** A field has the name under which its facts are recorded. */
const isField = (path: string) => /^app\/suppliers\/fields\/[a-z-]+\.ts$/.test(path);
const isData = (path: string) => isTest(path) || /^cli\/transcribe\//.test(path);

export const namesAndSizes: Rule = (sources) =>
  sources.flatMap(({ path, text }) => {
    const words = path.replace(/(\.server|\.db|\.test|\.spec|\.client)*\.tsx?$/, '').split(/[/.]/);
    const folders = path.split('/').slice(0, -1);
    const refused =
      (isField(path) ? undefined : words.find((word) => word.split('-').some((part) => refusedNames.test(part)))) ??
      folders.find((folder) => folder === 'shared');
    const lines = text.split('\n').length;
    return [
      ...(refused === undefined ? [] : [`${path}: the name "${refused}" says nothing`]),
      ...(lines > 400 && !isData(path) ? [`${path}: ${lines} lines, more than 400`] : []),
    ];
  });

/** Exports of #scoring that import the tables. */
const tableBearing =
  /^(assess|explain|scoreMany|rankList|whatIf|lowerScore|mostTelling|scoreColumns|propagate|propagatePoint|countryScores|sectorScores|sectorInCountries|sectorsOfCountry|countryEditions|numbersAt|buildSupplyGraph|solvePropagation|resolvePropagation|orderBySalience|instrument|frozenInstrument|instrumentKeys|instrumentLocales|localizedInstrument|overlayOf|parameterAt|parametersHash|allParameters|enforcementFor|entityCandidates|detectAlerts|presumedRegionsOf|findSubdivision|alertListsKey|sectorFrom\w+|table(Rows?|Title|Definition)|vintagesOf|\w*[rR]eference\w*At|referenceTableIds|isReferenceTable)$/;

export const componentsTakeNoTables: Rule = (sources) =>
  eachImport(sources, (path, target, names) => {
    if (!inApp(path) || !path.endsWith('.tsx') || isServerFile(path) || !target.startsWith('scoring/')) return null;
    if (target !== 'scoring/index') return `reaches past the entry point of scoring to ${target}`;
    // The loader of a route is removed from the browser’s build, so it may list questionnaires; e2e/build.spec.ts proves that none is included.
    const heavy = names.find((name) => name === '*' || (tableBearing.test(name) && !(isRoute(path) && /nstrument/.test(name))));
    return heavy === undefined ? null : `takes ${heavy} from scoring, and with it the tables`;
  });

const templateModules = /^app\/(questionnaires\/(templates|builder)|risk\/methodology)\//;

/** A questionnaire is looked up where the organization's own ones are found too. */
export const questionnairesInOnePlace: Rule = (sources) =>
  eachImport(sources, (path, target, names) => {
    const isAsked = (isDistrict(path) || path.startsWith('app/routes/')) && !templateModules.test(path) && !/\.test\.tsx?$/.test(path);
    if (!isAsked || target !== 'scoring/index' || path === 'app/questionnaires/responses/own-answers.server.ts') return null;
    const direct = names.find((name) => /^(instrument|localizedInstrument|instrumentLocales|crosswalkPairs)$/.test(name));
    return direct === undefined ? null : `takes ${direct} from scoring, which knows no instrument of an organization's own`;
  });

/** The code alone: no comments, no strings. */
function codeOf(source: Source): string {
  const file = parse(source);
  const parts: string[] = [];
  const visit = (node: ts.Node) => {
    if (node.getChildCount() === 0) {
      if (!ts.isStringLiteralLike(node) && !ts.isTemplateLiteralToken(node) && !ts.isJsxText(node)) parts.push(node.getText());
    } else
      for (const child of node.getChildren())
        if (child.kind < ts.SyntaxKind.FirstJSDocNode || child.kind > ts.SyntaxKind.LastJSDocNode) visit(child);
  };
  visit(file);
  return parts.join(' ');
}

export const environmentInOnePlace: Rule = (sources) =>
  sources
    .filter(
      ({ path, text }) =>
        (inApp(path) || (path.startsWith('scoring/') && !isTest(path))) && path !== 'app/env.server.ts' && text.includes('process'),
    )
    .flatMap((source) => (/\bprocess \??\.? ?(\. )?env\b/.test(codeOf(source)) ? [`${source.path}: reads process.env`] : []));

/** Files that print to a terminal: the start of the server, and its commands. */
const printsToPeople = /^server\/(start|build|[\w-]+-command)\.ts$/;

/** Everything else is logged, where only permitted fields are written. */
export const nothingIsPrinted: Rule = (sources) =>
  sources
    .filter(({ path }) => /^(app|server|scoring)\//.test(path) && !isTest(path) && !printsToPeople.test(path))
    .filter(({ path, text }) => path !== 'app/platform/log/log.server.ts' && /console|stdout|stderr/.test(text))
    .flatMap((source) =>
      /\bconsole\b|\bprocess \. std(out|err)\b/.test(codeOf(source))
        ? [`${source.path}: prints: use log of ~/platform/log/log.server`]
        : [],
    );

/** Forms and text sent by machines are read where invalid characters are rejected. */
export const formsInOnePlace: Rule = (sources) =>
  sources
    .filter(({ path, text }) => inApp(path) && path !== 'app/platform/forms/read-form.server.ts' && text.includes('formData'))
    .flatMap((source) => (/\. formData \(/.test(codeOf(source)) ? [`${source.path}: reads a form past readForm`] : []));

/** Files whose forms have no key, each with its reason. */
const withoutKey: Readonly<Record<string, string>> = {
  'app/ui/form.tsx': 'it is the form with the key',
  'app/ui/preference-forms.tsx': 'a language, chosen without script: the same again is the same',
  'app/questionnaires/builder/autosave-form.tsx': 'saves what stands in the form, again and again',
  'app/questionnaires/builder/structure.tsx': 'moves a part by one place: twice is meant',
};

/** Every form that a page posts carries the key it was rendered with: sent twice, it creates one record. */
export const formsCarryKeys: Rule = (sources) =>
  sources
    .filter(({ path }) => inApp(path) && path.endsWith('.tsx') && !(path in withoutKey))
    .flatMap((source) => {
      const takes = importsOf(source).some(({ target, names }) => target === '@remix-run/react' && names.includes('Form'));
      const isBare = /<(form|[a-z]\w*\.Form)\b[^>]*\bmethod="post"/.test(source.text);
      return takes || isBare ? [`${source.path}: a form without a key: take Form from ~/ui/form`] : [];
    });

const clocks: [RegExp, string][] = [
  [/\bnew Date (\( *\)|(?!\())/, 'new Date()'],
  [/\bDate \. now\b/, 'Date.now'],
  [/\bMath \. random\b/, 'Math.random'],
];

export const methodsHaveNoClock: Rule = (sources) =>
  sources
    .filter(({ path }) => !isTest(path) && (path.startsWith('scoring/') || /\/model(\.server)?\.ts$/.test(path)))
    .flatMap((source) => {
      const code = codeOf(source);
      return clocks.filter(([pattern]) => pattern.test(code)).map(([, name]) => `${source.path}: ${name}`);
    });

const inFolder = (path: string, folder: string) => path.startsWith(`app/${folder}/`);

/** Rules for the folders beside the districts that no other rule covers. */
export const layersImportOneWay: Rule = (sources) =>
  eachImport(sources, (path, target, _names, isType) => {
    if (isTest(path) || !target.startsWith('app/')) return null;
    const wrong = `may not import ${target}`;
    if (inFolder(target, 'routes') && !inFolder(path, 'routes') && path !== 'app/routes.ts') return wrong;
    if (target === 'app/registrations.server' && path.startsWith('app/') && path !== 'app/entry.server.tsx') return wrong;
    const isUpper = isDistrict(target) || inFolder(target, 'ui');
    if (inFolder(path, 'access') && isUpper) return wrong;
    if (inFolder(path, 'ui') && (isDistrict(target) || inFolder(target, 'access'))) return wrong;
    if (inFolder(path, 'locales') && (isUpper || inFolder(target, 'access'))) return wrong;
    const isComponent = isDistrict(path) && isBrowserFile(path);
    return isComponent && inFolder(target, 'access') && !isType && target !== 'app/access/permissions' ? wrong : null;
  });

/** Every folder of the application is a district, or one of those that `layersImportOneWay` knows. */
export const foldersAreDistricts: Rule = (sources) => {
  const folders = new Set(sources.flatMap(({ path }) => /^app\/([^/]+)\//.exec(path)?.[1] ?? []));
  return [...folders]
    .filter((folder) => !isDistrict(`app/${folder}/`) && !['access', 'ui', 'locales', 'routes'].includes(folder))
    .map((folder) => `app/${folder}: is no district`);
};

/** A district imports those that its line in `districts.ts` names, types included. */
export const districtsImportOneWay: Rule = (sources) =>
  eachImport(sources, (path, target) => {
    const [from, to] = [districtOf(path), districtOf(target)];
    if (isTest(path) || from === null || to === null || mayImport(from, to)) return null;
    return `${from} may not import ${to} (${target})`;
  });

/** Modules do not import each other in a cycle, types included. */
export const modulesHaveNoCycles: Rule = (sources) =>
  cyclesOf(moduleGraph(sources, districts)).map((cycle) => `app/${cycle[0]}: imports in a cycle: ${cycle.join(', ')}`);

/**
 * Packages that parse file content, with the functions by which they do; a package without names does nothing else. Writers of the same packages may be used.
 */
const parsers: Readonly<Record<string, RegExp | null>> = {
  '@e965/xlsx': /^(\*|default|read|readFile|CFB|stream)$/,
  'read-excel-file/universal': null,
  'read-excel-file/node': null,
  papaparse: null,
  yauzl: null,
  fflate:
    /^(\*|default|unzip|unzipSync|Unzip\w*|inflate\w*|Inflate\w*|gunzip\w*|Gunzip\w*|decompress\w*|Decompress\w*|unzlib\w*|Unzlib\w*)$/,
  sharp: null,
  'file-type': null,
  chardet: null,
  'node:zlib': /^(\*|default|create(Inflate|Gunzip|Unzip|Brotli)\w*|(inflate|gunzip|unzip|brotliDecompress)\w*)$/,
};

/** Files that parse content that this product created or sealed, each with its reason. */
const readsItsOwn: Readonly<Record<string, string>> = {
  'app/questionnaires/respondent/refused-form.server.ts': 'what it inflates was sealed here, and its length is bounded',
};

/** Entry points of requests and jobs: routes, handlers of jobs, the server. Code loaded by a reader process is not included. */
const isStart = (path: string) =>
  (path.startsWith('app/routes/') || /\.job\.server\.ts$/.test(path) || /^server\/(web|worker)\.ts$/.test(path)) && !isTest(path);

/** No file that a route or a job reaches parses the bytes of a file: a reader process does (app/platform/parser/README.md). */
export const filesAreReadApart: Rule = (sources) => {
  const byPath = new Map(sources.map((source) => [source.path.replace(/\.tsx?$/, ''), source]));
  const waiting = sources.filter(({ path }) => isStart(path)).map((source) => ({ source, from: source.path }));
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { source, from } = next;
    if (seen.has(source.path)) continue;
    seen.add(source.path);
    for (const { target, names, isType } of importsOf(source)) {
      if (isType) continue;
      const reads = parsers[target];
      if (reads !== undefined && !(source.path in readsItsOwn) && (reads === null || names.some((name) => reads.test(name))))
        wrong.push(`${source.path}: takes ${target}, and ${from} loads it: have the file read by app/platform/parser/read-apart.server`);
      const found = byPath.get(target) ?? byPath.get(`${target}/index`);
      if (found) waiting.push({ source: found, from });
    }
  }
  return wrong;
};
