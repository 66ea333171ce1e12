import { type AppliesTo, type PresenceFact, presenceFacts } from '#scoring';

/** A condition of an XLSForm as a questionnaire says it: the question it hangs on, and either the answers after which it is not asked, or those after which it is. */
export type ReadCondition = { question: string; unless: string[] } | { question: string; only: string[] };

/** `relevant` of a question that is not asked after some answers, or asked only after some ticks. */
export function writeRelevant({
  question,
  unless,
  ticked,
}: {
  question: string;
  unless: readonly (string | number)[];
  ticked?: readonly string[] | undefined;
}): string {
  if (ticked) return ticked.map((value) => `selected(\${${question}}, '${value}')`).join(' or ');
  return unless.map((value) => `\${${question}} != '${value}'`).join(' and ');
}

/** What of a site calls for a question, as fields that a form is opened with; nothing is left out while one is empty. */
export const siteFields = { country: 'manumit_country', sector: 'manumit_sector' } as const;
export const presenceField = (fact: PresenceFact): string => `manumit_${fact}`;
export const isSiteField = (field: string): boolean =>
  Object.values<string>(siteFields).includes(field) || presenceFacts.some((fact) => presenceField(fact) === field);

/** `relevant` of what is asked only where a site calls for it. */
export function writeWhere({ countries, sectors, some }: AppliesTo): string {
  const oneOf = (field: string, values: readonly string[]) => ['', ...values].map((each) => `\${${field}} = '${each}'`).join(' or ');
  const parts = [
    ...(countries ? [oneOf(siteFields.country, countries)] : []),
    ...(sectors ? [oneOf(siteFields.sector, sectors)] : []),
    ...(some ? [some.map((fact) => `\${${presenceField(fact)}} != 'none'`).join(' or ')] : []),
  ];
  return parts.map((part) => (parts.length > 1 ? `(${part})` : part)).join(' and ');
}

/** The fields that such conditions read, in a fixed order. */
export function siteFieldsOf(all: readonly AppliesTo[]): string[] {
  return [
    ...(all.some(({ countries }) => countries) ? [siteFields.country] : []),
    ...(all.some(({ sectors }) => sectors) ? [siteFields.sector] : []),
    ...presenceFacts.filter((fact) => all.some(({ some }) => some?.includes(fact))).map(presenceField),
  ];
}

/** The part of `relevant` that our own columns say better: taken out, so that what is left is a condition on another question. */
export function withoutWhere(text: string, where: AppliesTo | undefined): string {
  if (!where) return text;
  const written = writeWhere(where);
  if (text.trim() === written) return '';
  const tail = ` and (${written})`;
  return text.trim().endsWith(tail)
    ? text
        .trim()
        .slice(0, -tail.length)
        .replace(/^\((.*)\)$/, '$1')
    : text;
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
