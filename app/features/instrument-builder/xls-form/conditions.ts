/** A condition of an XLSForm as an instrument says it: the question it hangs on, and either the answers after which it is not asked, or those after which it is. */
export type ReadCondition = { question: string; unless: string[] } | { question: string; only: string[] };

/** `relevant` of a question that is not asked after some answers. */
export function writeRelevant({ question, unless }: { question: string; unless: readonly (string | number)[] }): string {
  return unless.map((value) => `\${${question}} != '${value}'`).join(' and ');
}

const name = String.raw`\$\{\s*([^}\s]+)\s*\}`;
const value = String.raw`(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?))`;
const differs = new RegExp(String.raw`^(?:${name}\s*!=\s*${value}|not\s*\(\s*selected\s*\(\s*${name}\s*,\s*${value}\s*\)\s*\))$`);
const equals = new RegExp(String.raw`^(?:${name}\s*=\s*${value}|selected\s*\(\s*${name}\s*,\s*${value}\s*\))$`);

/** Reads `relevant` where it is one question compared with fixed answers, joined alike; null for everything else that the form language can say. Pure. */
export function readRelevant(text: string): ReadCondition | null {
  const unless = partsOf(text, { joint: /\s+and\s+/i, part: differs });
  if (unless) return { question: unless.question, unless: unless.values };
  const only = partsOf(text, { joint: /\s+or\s+/i, part: equals });
  return only && { question: only.question, only: only.values };
}

function partsOf(text: string, { joint, part }: { joint: RegExp; part: RegExp }): { question: string; values: string[] } | null {
  const parts = text
    .trim()
    .split(joint)
    .map((each) => part.exec(each.trim().replace(/^\((.*)\)$/, '$1')));
  const values: string[] = [];
  let question: string | undefined;
  for (const match of parts) {
    if (!match) return null;
    const [asked, ...given] = match.slice(1).filter((group) => group !== undefined);
    if (asked === undefined || (question !== undefined && question !== asked)) return null;
    question = asked;
    values.push(given[0] ?? '');
  }
  return question === undefined ? null : { question, values };
}
