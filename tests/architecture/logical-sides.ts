import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Rule } from './rules';
import { parse, type Source } from './sources';

/** Utilities that name the left or the right side, with their logical counterparts. */
const physicalClass =
  /^-?(?:[mp][lr]|scroll-[mp][lr]|left|right)-.+$|^(?:border|rounded)-(?:l|r|tl|tr|bl|br)(?:-.+)?$|^(?:text|float|clear|origin|object|bg)-(?:left|right)(?:-.+)?$|^(?:space|divide)-x-reverse$/;

/** CSS declarations that name them. Comments are removed before. */
const physicalDeclaration =
  /(?:^|[;{\s])((?:(?:scroll-)?(?:margin|padding)|border)-(?:left|right)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g;

/** The utility of a class name without variants ("hover:", "[&>a]:"), "!" and "-". */
function utilityOf(name: string): string {
  return name
    .replace(/!$/, '')
    .replace(/^(?:[^:[\]]*(?:\[[^\]]*\])?[^:[\]]*:)+/, '')
    .replace(/^!/, '');
}

function physicalClasses(source: Source): string[] {
  const found: string[] = [];
  const read = (text: string) => found.push(...text.split(/\s+/).filter((name) => physicalClass.test(utilityOf(name))));
  const visit = (node: ts.Node): void => {
    // A module’s name is a path, not a list of classes.
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) read(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(source));
  return found;
}

function physicalDeclarations({ text }: Source): string[] {
  return [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(physicalDeclaration)].map(([match]) => match.replace(/^[;{]/, '').trim());
}

/** Pages mirror for languages written from right to left: classes and styles use start and end, never left and right. */
export const sidesAreLogical: Rule = (sources) =>
  sources
    .filter(({ path }) => path.startsWith('app/') && /\.(tsx|css)$/.test(path) && !/\.test\.tsx$/.test(path))
    .flatMap((source) =>
      (source.path.endsWith('.css') ? physicalDeclarations(source) : physicalClasses(source)).map(
        (name) => `${source.path}: ${name} names a side`,
      ),
    );

/** The style sheets of the app. */
export function readStyles(): Source[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => ({ path: `app/${path}`, text: readFileSync(`app/${path}`, 'utf8') }));
}
