import { allParameters, type Rule, type RuleId, rules, vintagesOf } from '#scoring';
import { z } from 'zod';
import { getLocale } from '~/paraglide/runtime';
import spanish from './rules.es.json';
import french from './rules.fr.json';

const overlaySchema = z.record(z.string(), z.object({ title: z.string(), words: z.array(z.string()) }));
const overlays: Readonly<Record<string, z.infer<typeof overlaySchema> | undefined>> = {
  es: overlaySchema.parse(spanish),
  fr: overlaySchema.parse(french),
};

/** A rule in the reader's language; `lang` says in which language its words are. */
export type ShownRule = Pick<Rule, 'id' | 'status' | 'title' | 'words' | 'sources'> & { lang: string };

function show(rule: Rule, locale: string): ShownRule {
  const { id, status, sources } = rule;
  const words = overlays[locale]?.[id];
  return { id, status, sources, title: words?.title ?? rule.title, words: words?.words ?? rule.words, lang: words ? locale : 'en' };
}

/** All rules in the order of their numbers. */
export function listRules(locale: string = getLocale()): ShownRule[] {
  return rules().map((rule) => show(rule, locale));
}

/** One dated number in all values it ever had, the one in force first. Dates are ISO days. */
export type ShownParameter = {
  id: string;
  unit: string;
  values: { effectiveFrom: string; value: unknown; unit: string; reason: string; source: string; isInForce: boolean }[];
};

/** A rule with its dated numbers as of a day and the tables that it reads; null for a number that no rule has. */
export function readRule(
  ruleId: string,
  asOf: string,
): { rule: ShownRule; parameters: ShownParameter[]; tables: { id: string; title: string; vintage: string }[] } | null {
  const rule = rules().find(({ id }) => id === ruleId);
  if (!rule) return null;
  return {
    rule: show(rule, getLocale()),
    parameters: parametersOf(rule, asOf),
    tables: rule.tables.map((id) => {
      const vintages = vintagesOf(id);
      const table = vintages.findLast(({ inForceFrom }) => inForceFrom <= asOf) ?? vintages[0];
      return { id, title: table?.origin.title ?? id, vintage: table?.vintage ?? '' };
    }),
  };
}

/** The numbers that the rule names, and those that carry its own number. */
function parametersOf(rule: Rule, asOf: string): ShownParameter[] {
  const named = new Set<string>(rule.parameters);
  const entries = allParameters().filter(({ id }) => named.has(id) || belongsTo(id, rule.id));
  const ids = [...new Set([...rule.parameters, ...entries.map(({ id }) => id)])];
  return ids.map((id) => {
    const dated = entries.filter((entry) => entry.id === id).sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
    const inForce = dated.find(({ effectiveFrom }) => effectiveFrom <= asOf);
    const values = dated.map(({ effectiveFrom, value, unit, reason, source }) => ({
      effectiveFrom,
      value,
      unit,
      reason,
      source,
      isInForce: effectiveFrom === inForce?.effectiveFrom,
    }));
    return {
      id,
      unit: inForce?.unit ?? dated[0]?.unit ?? '',
      values: [...values].sort((a, b) => Number(b.isInForce) - Number(a.isInForce)),
    };
  });
}

function belongsTo(parameterId: string, ruleId: RuleId): boolean {
  return parameterId.startsWith(`${ruleId}.`);
}
