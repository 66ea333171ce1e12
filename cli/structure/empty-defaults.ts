import { relative, resolve } from 'node:path';
import ts from 'typescript';
import { isTest } from './read-files.ts';

export type EmptyDefaults = {
  /** `?? ''` on an id, a date, a number or a closed list, as `path:line: kind name`. */
  refused: string[];
  /** `?? ''` on other text, where empty is a value of its own. */
  texts: number;
};

const written = /(^|\/)(app|scoring|server|prisma|cli)\//;
const notWritten = /(^|\/)(generated|paraglide|node_modules)\//;
/** What returns the same text in another spelling. */
const sameText = new Set(['trim', 'toLowerCase', 'toUpperCase', 'toString', 'normalize']);

/** The name of a value: of the variable, the property, the key that is looked up, or the function that returns it. */
function nameOf(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node))
    return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : nameOf(node.expression);
  if (ts.isCallExpression(node)) return nameOfResult(node);
  if (ts.isConditionalExpression(node)) return nameOf(node.whenTrue);
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node) || ts.isAsExpression(node))
    return nameOf(node.expression);
  return '';
}

function nameOfResult({ expression, arguments: [key] }: ts.CallExpression): string {
  if (!ts.isPropertyAccessExpression(expression)) return nameOf(expression);
  if (sameText.has(expression.name.text)) return nameOf(expression.expression);
  if (expression.name.text !== 'get') return expression.name.text;
  return key && ts.isStringLiteralLike(key) ? key.text : nameOf(expression.expression);
}

const idName = /(^|[a-z])(i|I)ds?$/;
const dateName = /^(day|date)$|[a-z](At|On|Day|Date|Since|Until)$|^valid(From|To)$/;

const isDateType = (type: ts.Type) => ['Date', 'Decimal'].includes(type.symbol?.name ?? '');
const isNumeric = (type: ts.Type) => (type.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike | ts.TypeFlags.BooleanLike)) !== 0;

/** Why a value must be null, never an empty text, where it is missing; null for other text. */
function kindOf(name: string, type: ts.Type): 'id' | 'date' | 'number' | 'closed list' | null {
  const parts = type.isUnion() ? type.types : [type];
  if (parts.every((part) => part.isStringLiteral())) return 'closed list';
  if (parts.every(isNumeric)) return 'number';
  if (parts.some(isDateType) || dateName.test(name)) return 'date';
  return idName.test(name) ? 'id' : null;
}

/** Every `?? ''` under `root` that a person wrote outside of tests, judged by the type and the name of what is left of it. */
export function findEmptyDefaults(root: string): EmptyDefaults {
  const config = ts.getParsedCommandLineOfConfigFile(
    resolve(root, 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  if (config === undefined) throw new Error(`No tsconfig.json in ${root}.`);
  const isCounted = (path: string) => written.test(path) && !notWritten.test(path) && !isTest(path);
  const program = ts.createProgram(
    config.fileNames.filter((path) => isCounted(relative(root, path)) || path.endsWith('.d.ts')),
    config.options,
  );
  const checker = program.getTypeChecker();
  const found: EmptyDefaults = { refused: [], texts: 0 };
  for (const file of program.getSourceFiles()) {
    const path = relative(root, file.fileName);
    if (path.startsWith('..') || !isCounted(path) || !file.text.includes("?? ''")) continue;
    const visit = (node: ts.Node) => {
      ts.forEachChild(node, visit);
      if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return;
      if (!ts.isStringLiteralLike(node.right) || node.right.text !== '') return;
      const name = nameOf(node.left);
      const kind = kindOf(name, checker.getNonNullableType(checker.getTypeAtLocation(node.left)));
      if (kind === null) found.texts += 1;
      else found.refused.push(`${path}:${file.getLineAndCharacterOfPosition(node.left.getEnd()).line + 1}: ${kind} ${name}`);
    };
    visit(file);
  }
  return { ...found, refused: found.refused.sort() };
}
