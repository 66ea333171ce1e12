/** A condition of a form as far as it can be worked out from answers that are chosen from a list. */
export type Expression =
  | { kind: 'and' | 'or'; parts: Expression[] }
  | { kind: 'not'; part: Expression }
  | { kind: 'constant'; value: boolean }
  | { kind: 'compare'; sign: string; left: Operand; right: Operand }
  | { kind: 'selected'; question: string; value: string };
type Operand = { question: string } | { text: string };

type Token = {
  kind: 'question' | 'text' | 'number' | 'sign' | 'word' | 'open' | 'close' | 'comma';
  text: string;
  from: number;
  to: number;
};

const token = /\s*(?:\$\{\s*([^}\s]+)\s*\}|'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(!=|<=|>=|=|<|>)|([A-Za-z][\w:-]*)|(\()|(\))|(,))/y;
const kinds = ['question', 'text', 'text', 'number', 'sign', 'word', 'open', 'close', 'comma'] as const;
/** Nested deeper, a condition is not worked out. */
const deepest = 40;

/** The tokens of an expression; null where it contains anything else (paths, arithmetic). */
function tokensOf(text: string): Token[] | null {
  const plain = text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"');
  const found: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < plain.length) {
    const from = token.lastIndex;
    if (plain.slice(from).trim() === '') break;
    const match = token.exec(plain);
    if (!match) return null;
    const at = match.slice(1).findIndex((group) => group !== undefined);
    const kind = kinds[at];
    if (kind === undefined) return null;
    found.push({ kind, text: match[at + 1] ?? '', from, to: token.lastIndex });
  }
  return found;
}

/** The parts of an expression that all have to be true: `a and (b and c)` are three. An expression that is not understood is one part. */
export function conjunctsOf(text: string): string[] {
  const whole = text.trim();
  const tokens = tokensOf(whole);
  if (!tokens || tokens.length === 0) return whole === '' ? [] : [whole];
  let depth = 0;
  const cuts: Token[] = [];
  let closesAt = -1;
  for (const [at, each] of tokens.entries()) {
    if (each.kind === 'open') depth += 1;
    if (each.kind === 'close') {
      depth -= 1;
      if (depth === 0 && closesAt < 0) closesAt = at;
    }
    if (depth < 0 || depth > deepest) return [whole];
    if (depth === 0 && each.kind === 'word' && each.text.toLowerCase() === 'or') return [whole];
    if (depth === 0 && each.kind === 'word' && each.text.toLowerCase() === 'and') cuts.push(each);
  }
  if (depth !== 0) return [whole];
  if (cuts.length === 0) {
    const isWrapped = tokens[0]?.kind === 'open' && closesAt === tokens.length - 1;
    const [first, last] = [tokens[0], tokens.at(-1)];
    return isWrapped && first && last ? conjunctsOf(whole.slice(first.to, last.to - 1)) : [whole];
  }
  const edges = [0, ...cuts.flatMap(({ from, to }) => [from, to]), whole.length];
  return Array.from({ length: cuts.length + 1 }, (_, at) => whole.slice(edges[2 * at], edges[2 * at + 1])).flatMap(conjunctsOf);
}

/** Reads comparisons, `selected()`, `not()`, `and`, `or` and constants; null for everything else that the form language can say. Pure. */
export function readExpression(text: string): Expression | null {
  const tokens = tokensOf(text);
  if (!tokens || tokens.length === 0) return null;
  let at = 0;
  const peek = (kind: Token['kind'], word?: string) => {
    const each = tokens[at];
    return each?.kind === kind && (word === undefined || each.text.toLowerCase() === word);
  };
  const take = (kind: Token['kind'], word?: string): Token | null => (peek(kind, word) ? (tokens[at++] ?? null) : null);
  const joined = (word: 'and' | 'or', read: () => Expression | null): Expression | null => {
    const parts = [read()];
    while (take('word', word)) parts.push(read());
    const all = parts.filter((part) => part !== null);
    if (all.length < parts.length) return null;
    return all.length === 1 ? (all[0] ?? null) : { kind: word, parts: all };
  };
  const either = (depth: number): Expression | null => (depth > deepest ? null : joined('or', () => joined('and', () => one(depth))));
  const operand = (): Operand | null => {
    const question = take('question');
    if (question) return { question: question.text };
    const literal = take('text') ?? take('number');
    return literal && { text: literal.text };
  };
  const one = (depth: number): Expression | null => {
    if (take('open')) {
      const inner = either(depth + 1);
      return inner && take('close') ? inner : null;
    }
    if (peek('word')) {
      const name = take('word')?.text.toLowerCase();
      if (!take('open')) return null;
      if (name === 'true' || name === 'false') return take('close') ? { kind: 'constant', value: name === 'true' } : null;
      if (name === 'not') {
        const part = either(depth + 1);
        return part && take('close') ? { kind: 'not', part } : null;
      }
      if (name !== 'selected') return null;
      const question = take('question');
      if (!question || !take('comma')) return null;
      const value = take('text') ?? take('number');
      return value && take('close') ? { kind: 'selected', question: question.text, value: value.text } : null;
    }
    const left = operand();
    const sign = take('sign');
    const right = operand();
    return left && sign && right ? { kind: 'compare', sign: sign.text, left, right } : null;
  };
  const read = either(0);
  return read && at === tokens.length ? read : null;
}

/** The questions that an expression names. */
export function questionsNamed(expression: Expression): Set<string> {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return new Set(expression.parts.flatMap((part) => [...questionsNamed(part)]));
    case 'not':
      return questionsNamed(expression.part);
    case 'constant':
      return new Set();
    case 'selected':
      return new Set([expression.question]);
    case 'compare':
      return new Set([expression.left, expression.right].flatMap((side) => ('question' in side ? [side.question] : [])));
  }
}

/** Whether an expression is true when every question it names is answered `answer`, the name of a choice. */
export function isTrue(expression: Expression, answer: string): boolean {
  switch (expression.kind) {
    case 'and':
      return expression.parts.every((part) => isTrue(part, answer));
    case 'or':
      return expression.parts.some((part) => isTrue(part, answer));
    case 'not':
      return !isTrue(expression.part, answer);
    case 'constant':
      return expression.value;
    case 'selected':
      return answer === expression.value;
    case 'compare':
      return compared(expression, answer);
  }
}

function compared({ sign, left, right }: Extract<Expression, { kind: 'compare' }>, answer: string): boolean {
  const [one, other] = [left, right].map((side) => ('question' in side ? answer : side.text));
  if (one === undefined || other === undefined) return false;
  const [first, second] = [Number(one), Number(other)];
  const areNumbers = one.trim() !== '' && other.trim() !== '' && !Number.isNaN(first) && !Number.isNaN(second);
  switch (sign) {
    case '=':
      return areNumbers ? first === second : one === other;
    case '!=':
      return areNumbers ? first !== second : one !== other;
    case '<':
      return areNumbers && first < second;
    case '<=':
      return areNumbers && first <= second;
    case '>':
      return areNumbers && first > second;
    default:
      return areNumbers && first >= second;
  }
}
