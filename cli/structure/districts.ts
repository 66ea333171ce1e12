import ts from 'typescript';

/** The districts that `tests/architecture/districts.ts` lists, read from its text: programs import nothing of the tests. */
export function readDistricts(text: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'allowed' && node.initializer) addKeys(node.initializer);
    ts.forEachChild(node, visit);
  };
  const addKeys = (node: ts.Expression) => {
    if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return addKeys(node.expression);
    if (!ts.isObjectLiteralExpression(node)) return;
    for (const { name } of node.properties) if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name))) names.push(name.text);
  };
  visit(ts.createSourceFile('districts.ts', text, ts.ScriptTarget.Latest, true));
  if (names.length === 0) throw new Error('No object named "allowed" lists the districts.');
  return names;
}
