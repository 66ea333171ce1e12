import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export type Source = { path: string; text: string };
/** One import or re-export. `names` are the imported values; a namespace or bare import has '*'. `isType`: erased at run time. */
export type Import = { target: string; names: string[]; isType: boolean };

const folders = ['app', 'scoring', 'server', 'prisma', 'cli', 'bench', 'tests'];
const made = /(^|\/)(generated|paraglide|node_modules)(\/|$)/;

/** Every TypeScript file of the source folders, with paths from the top of the repository. */
export function readSources(): Source[] {
  const sources: Source[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (made.test(path)) continue;
      if (entry.isDirectory()) visit(path);
      else if (/\.tsx?$/.test(entry.name)) sources.push({ path, text: readFileSync(path, 'utf8') });
    }
  };
  for (const folderModule of folders.filter((name) => readdirSync('.').includes(name))) visit(folderModule);
  return sources;
}

/** The specifier as a path from the top of the repository without extension; a package keeps its name. */
export function resolveTarget(from: string, specifier: string): string {
  const path = specifier.startsWith('~/')
    ? `app/${specifier.slice(2)}`
    : specifier === '#scoring'
      ? 'scoring/index'
      : specifier.startsWith('.')
        ? normalize(join(dirname(from), specifier))
        : specifier;
  return path.replace(/\.tsx?$/, '');
}

const parsed = new WeakMap<Source, ts.SourceFile>();

export function parse(source: Source): ts.SourceFile {
  const { path, text } = source;
  const known = parsed.get(source);
  if (known) return known;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  parsed.set(source, file);
  return file;
}

function namesOf(statement: ts.ImportDeclaration | ts.ExportDeclaration): { names: string[]; isType: boolean } {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    if (clause === undefined || ts.isNamespaceExport(clause)) return { names: ['*'], isType: statement.isTypeOnly };
    const values = clause.elements.filter((element) => !element.isTypeOnly).map((element) => (element.propertyName ?? element.name).text);
    return { names: values, isType: statement.isTypeOnly || values.length === 0 };
  }
  const clause = statement.importClause;
  if (clause === undefined) return { names: ['*'], isType: false };
  const names: string[] = clause.name ? ['default'] : [];
  if (clause.namedBindings !== undefined) {
    if (ts.isNamespaceImport(clause.namedBindings)) names.push('*');
    else
      for (const element of clause.namedBindings.elements) if (!element.isTypeOnly) names.push((element.propertyName ?? element.name).text);
  }
  return { names, isType: clause.isTypeOnly || names.length === 0 };
}

const imported = new WeakMap<Source, Import[]>();

/** All imports of a file: declarations, re-exports and `import('…')` with a literal. */
export function importsOf(source: Source): Import[] {
  const known = imported.get(source);
  if (known) return known;
  const found: Import[] = [];
  const visit = (node: ts.Node) => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push({ target: resolveTarget(source.path, node.moduleSpecifier.text), ...namesOf(node) });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const argument = node.arguments[0];
      if (argument && ts.isStringLiteral(argument))
        found.push({ target: resolveTarget(source.path, argument.text), names: ['*'], isType: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(source));
  imported.set(source, found);
  return found;
}

export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('tests/');
