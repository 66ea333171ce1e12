import { allParameters, type Rule, rules, type Supplement, supplements, vintagesOf } from '#scoring';
import { z } from 'zod';
import { getLocale } from '~/paraglide/runtime';
import spanish from './rules.es.json';
import french from './rules.fr.json';

const overlaySchema = z.record(z.string(), z.object({ title: z.string(), words: z.array(z.string()) }));
const overlays: Readonly<Record<string, z.infer<typeof overlaySchema> | undefined>> = {
  es: overlaySchema.parse(spanish),
  fr: overlaySchema.parse(french),
};

/** A rule in the reader's language; `lang`: the language of its text. */
export type ShownRule = Pick<Rule, 'id' | 'status' | 'title' | 'words' | 'sources'> & { lang: string };
/** What has no number of a rule, in the reader's language. */
export type ShownSupplement = Omit<ShownRule, 'id' | 'status'> & { id: Supplement['id']; status: 'in-force' };

function show<Text extends Rule | (Supplement & { status: 'in-force' })>(rule: Text, locale: string) {
  const { id, status, sources }: Pick<Text, 'id' | 'status' | 'sources'> = rule;
  const words = overlays[locale]?.[id];
  return { id, status, sources, title: words?.title ?? rule.title, words: words?.words ?? rule.words, lang: words ? locale : 'en' };
}

/** All rules in the order of their numbers. */
export function listRules(locale: string = getLocale()): ShownRule[] {
  return rules().map((rule) => show(rule, locale));
}

/** Child labour and state-imposed forced labour, which are shown beside the score. */
export function listSupplements(locale: string = getLocale()): ShownSupplement[] {
  return supplements().map((each) => show({ ...each, status: 'in-force' }, locale));
}

/** One dated number in all values it ever had, the one in force first. Dates are ISO days. */
export type ShownParameter = {
  id: string;
  unit: string;
  values: { effectiveFrom: string; value: unknown; unit: string; reason: string; source: string; isInForce: boolean }[];
};

/** A rule, or a supplement, with its dated numbers as of a day and the tables that it reads; null where no rule has this id. */
export function readRule(
  ruleId: string,
  asOf: string,
): { rule: ShownRule | ShownSupplement; parameters: ShownParameter[]; tables: { id: string; title: string; vintage: string }[] } | null {
  const rule = rules().find(({ id }) => id === ruleId);
  const supplement = supplements().find(({ id }) => id === ruleId);
  const found = rule ?? supplement;
  if (!found) return null;
  const shown = rule ? show(rule, getLocale()) : listSupplements().find(({ id }) => id === ruleId);
  return shown ? { rule: shown, parameters: parametersOf(found, asOf), tables: tablesOf(found, asOf) } : null;
}

function tablesOf({ tables }: Rule | Supplement, asOf: string) {
  return tables.map((id) => {
    const vintages = vintagesOf(id);
    const table = vintages.findLast(({ inForceFrom }) => inForceFrom <= asOf) ?? vintages[0];
    return { id, title: table?.origin.title ?? id, vintage: table?.vintage ?? '' };
  });
}

/** The numbers that the rule names, and those that carry its own number. */
function parametersOf(rule: Rule | Supplement, asOf: string): ShownParameter[] {
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

function belongsTo(parameterId: string, ruleId: string): boolean {
  return parameterId.startsWith(`${ruleId}.`);
}
