import { type ControlDomain, evidenceGrades, overrideCodes, type TraceNode } from '#scoring';
import { basisLabel, componentLabel, domainLabel, overrideLabel } from '~/documents/charts/labels';
import { regionLabel } from '~/risk/countries/labels';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { formatCountry, formatNumber, formatPercent } from '~/ui/format';
import { gatheredNote } from '~/suppliers/registry/gathered-labels';
import { recognisedLabel } from './recognised-labels';
import { plain, writeParameter } from './trace-units';
import { evidenceLabel, factValue, factLabel, isComponent, isFact } from './labels';

/** Text of a step. `lang` is set where it is the method's own English. */
export type Shown = { text: string; lang?: 'en' };

const steps: Readonly<Record<string, (() => string) | undefined>> = {
  score: m.method_step_score,
  'score/inherent': m.method_step_inherent,
  'score/inherent/world': m.supplier_report_line_world,
  'score/credit': m.method_step_credit,
  'score/findings': m.method_step_findings,
  'score/overrides': m.method_step_overrides,
  'score/interval': m.method_step_interval,
  'score/interval/deviation': m.scores_step_deviation_of_all,
  'score/basis': m.scores_basis,
  'score/probability': m.scores_step_probability,
};

const domains = [
  'policy',
  'due-diligence',
  'recruitment-fees',
  'contracts',
  'wages',
  'movement-documents',
  'hours',
  'voice-grievance',
  'remedy',
] as const satisfies readonly ControlDomain[];

const parts: Readonly<Record<string, (() => string) | undefined>> = {
  governance: m.method_part_governance,
  trafficking: m.method_part_trafficking,
  informality: m.method_part_informality,
};

/** Why a product has its points, by the method's English. */
const productReasons: Readonly<Record<string, () => string>> = {
  'listed for forced labour in this country': m.scores_product_here,
  'listed in this country for an input made with forced labour': m.scores_product_by_input,
  'listed for forced labour in another country': m.scores_product_elsewhere,
  'a code wider than the listed heading': m.scores_product_chapter,
  'known, and not listed for forced labour': m.scores_product_none,
  'not recognised as a good': m.scores_product_unknown,
  'sector under the customs presumption in this country': m.scores_product_priority,
};

/** The label of a step in the reader's language, else in the method's English. */
export function stepLabel(node: TraceNode): Shown {
  const step = steps[node.id];
  if (step) return { text: node.id === 'score' && node.value === null ? m.shell_band_none() : step() };
  if (node.parameter) return { text: node.parameter.id };
  const path = node.id.split('/');
  const text = path[1] === 'inherent' ? inherentLabel(path, node) : otherLabel(path, node);
  return text === null ? english(node.label) : { text };
}

/** Steps of place and workforce: `score/inherent/<component>/<key>/<part>/<measure>`. */
function inherentLabel([, , component = '', key, part, measure]: readonly string[], { label }: TraceNode): string | null {
  if (!isComponent(component)) return null;
  if (key === undefined) return componentLabel(component);
  if (part?.startsWith('set-aside-')) return m.scores_step_set_aside({ fact: factLabel(key) });
  if (part !== undefined) return partLabel(part, { measure, label });
  if (key === 'ratio') return m.scores_column_odds();
  if (isFact(key)) return factLabel(key);
  switch (component) {
    case 'country':
      return formatCountry(key);
    case 'sector':
      return key === 'row' ? m.scores_step_sector({ code: /^ISIC (\d+)/.exec(label)?.[1] ?? '' }) : m.scores_step_anchor();
    case 'product':
      return productLabel(label);
    case 'region':
      return label.includes('no presumption') ? m.scores_step_region_none({ code: key }) : m.scores_step_region({ code: key });
    default:
      return workforceLabel(key);
  }
}

function workforceLabel(key: string): string | null {
  if (key === 'usual') return m.scores_step_usual_migrants();
  if (key === 'survey') return m.method_unit_months_of_pay();
  const [, from, to] = /^([A-Z]{2})-([A-Z]{2})$/.exec(key) ?? [];
  return from && to ? m.method_step_corridor({ from: formatCountry(from), to: formatCountry(to) }) : null;
}

/** Steps under a country: a part of its blend with what was measured, or what is added beside the blend. */
function partLabel(part: string, { measure, label }: { measure: string | undefined; label: string }): string | null {
  if (measure === 'value') return m.scores_step_measured();
  if (measure === 'mean') return m.scores_step_mean({ count: Number(/\d+/.exec(label)?.[0] ?? 0) });
  if (measure === 'deviation') return m.scores_step_deviation();
  const named = parts[part];
  if (named) return named();
  switch (part) {
    case 'state-sponsored':
      return m.scores_step_state({ year: /\d{4}$/.exec(label)?.[0] ?? '' });
    case 'sponsorship':
      return label.includes('reform') ? m.scores_step_sponsorship_reformed() : m.scores_step_sponsorship();
    case 'migrants':
      return m.scores_step_migrants();
    case 'calibration': {
      const region = /^Half-way to the prevalence published for (.+), world mean/.exec(label)?.[1];
      return region === undefined ? m.scores_step_world_mean() : m.scores_step_calibration({ region: regionLabel(region) });
    }
    default:
      return null;
  }
}

/** "Cotton: listed for forced labour in this country", whatever the product is called. */
function productLabel(label: string): string | null {
  const [, start, input] = /^(.+listed in this country for an input made with forced labour): (.+)$/.exec(label) ?? [];
  if (start !== undefined && input !== undefined) {
    const product = start.replace(/[:,] listed in this country for an input made with forced labour$/, '');
    return m.scores_step_product({ product, reason: m.scores_product_by_named_input({ input }) });
  }
  for (const [words, say] of Object.entries(productReasons)) {
    if (!label.endsWith(words)) continue;
    return m.scores_step_product({ product: label.slice(0, -words.length).replace(/[:,] $/, ''), reason: say() });
  }
  return null;
}

/** Steps of controls, findings and overrides. */
function otherLabel(path: readonly string[], { label }: TraceNode): string | null {
  const [, line, key = '', last] = path;
  if (line === 'credit') {
    const domain = domains.find((each) => each === key);
    if (domain && last === undefined) return domainLabel(domain);
    if (last === 'left-out') return m.scores_step_left_out();
    const evidence = evidenceGrades.find((grade) => key === `by-${grade}`);
    return evidence ? m.scores_step_by_evidence({ evidence: evidenceLabel(evidence) }) : null;
  }
  if (line !== 'overrides') return null;
  if (key.startsWith('ignored-')) return m.scores_step_lifting_ignored({ override: /^Lifting of (.+) on /.exec(label)?.[1] ?? '' });
  const code = overrideCodes.find((each) => label.startsWith(`${each}: `));
  return code ? `${code}: ${overrideLabel(code)}` : null;
}

const recognisedKinds = ['name', 'code', 'postal-code', 'coordinates'] as const;

/** By what a region was recognised, which end of a corridor a survey names, or from what a fact was gathered. */
function inherentNote(node: TraceNode): Shown | null {
  const gathered = gatheredNote(node);
  if (gathered !== null) return { text: gathered };
  const { label } = node;
  const [, words = '', matched = ''] = /; recognised by the (name|code|postal code|coordinates) (.+)$/.exec(label) ?? [];
  const by = recognisedKinds.find((kind) => kind.replace('-', ' ') === words);
  if (by) return { text: recognisedLabel({ by, matched }) };
  if (label.endsWith('; the survey names the destination only')) return { text: m.scores_note_destination_only() };
  return label.endsWith('; the survey names the origin only') ? { text: m.scores_note_origin_only() } : null;
}

/** Free text of a table or a person about a step, beside its label; also how a region was recognised, and what a survey names. */
export function stepNote(node: TraceNode): Shown | null {
  if (node.id === 'score/inherent/sector/row') return english(node.label.replace(/^ISIC \d+: /, ''));
  const path = node.id.split('/');
  if (path[1] === 'inherent') return inherentNote(node);
  if (path[1] !== 'overrides' || path.length !== 3 || path[2]?.startsWith('ignored-')) return null;
  return english(node.label);
}

/** The value of a step; null where there is none. Numbers with at most four decimals, points of the lines with one. */
export function stepValue(node: TraceNode): string | null {
  const { value, parameter, unit = '' } = node;
  if (value === null) return null;
  if (parameter) return typeof value === 'number' ? plain(value) : writeParameter(value);
  const path = node.id.split('/');
  const field = (path.at(-1)?.startsWith('set-aside-') ? path.at(-2) : path.at(-1)) ?? '';
  // A component may bear the name of its fact: score/inherent/housing, score/inherent/housing/housing.
  if (path.length > 3 && isFact(field)) return factValue(field, value);
  if (typeof value === 'string') return textValue(node.id, value);
  return unit.startsWith('points') && path.length <= 3 && !node.id.startsWith('score/interval/')
    ? formatNumber(value, { digits: 1 }).replace('-', '−')
    : plain(value);
}

function textValue(id: string, value: string): string {
  if (id === 'score/basis' && isBasis(value)) return basisLabel(value);
  if (value === 'not-applicable') return m.method_answer_not_applicable();
  if (value === 'lifts nothing') return m.scores_value_lifts_nothing();
  const [, low, high] = /^(-?[\d.]+) to (-?[\d.]+)$/.exec(value) ?? [];
  return low && high ? m.shell_interval({ low: plain(Number(low)), high: plain(Number(high)) }) : value;
}

const isBasis = (value: string): value is Parameters<typeof basisLabel>[0] => /^[A-E]$/.test(value);

const unknowns: Readonly<Record<string, (() => string) | undefined>> = {
  'Not given.': m.method_unknown_not_given,
  'Not known: what is usual there is in country and sector already; the interval is widened.': m.method_unknown_prior,
  'Not in the table: adds nothing and widens the interval.': m.scores_unknown_table,
  'Not in the table: the share of the world is used.': m.scores_unknown_share,
  'Adds nothing and widens the interval.': m.scores_unknown_product,
  'Withdrawn: the last known value, which never counts for less than nothing known.': m.scores_unknown_withdrawn,
  'Set aside: the value that counts has better evidence.': m.suppliers_contradiction_weaker,
  'Set aside: the evidence is equal, and the value that is worse for workers counts.': m.suppliers_contradiction_better,
  'Not answered: earns no credit.': m.method_unknown_not_answered,
  'Not known: earns no credit.': m.method_unknown_dont_know,
  'Not asked: earns no credit.': m.scores_unknown_not_asked,
  'No place is given, or no region under a presumption of law was recognised from it: adds nothing and does not widen the interval.':
    m.scores_unknown_region,
  'No survey of a corridor is held.': m.method_unknown_corridor,
  'Origin of migrant workers not given.': m.scores_unknown_origin,
  'No other country of origin is given.': m.scores_unknown_no_origin,
  'The surveys held for this corridor give no months of pay.': m.scores_unknown_no_months,
  'The surveys held for this corridor that give months of pay are of another sector.': m.scores_unknown_other_sector,
  'The surveys held for this corridor are of single sectors, and the sector is not known.': m.scores_unknown_survey_sector,
  'None was given, and none follows from the findings.': m.method_unknown_overrides,
  'Facts that the buyer held rule every question of it out: the other domains share its weight.': m.method_unknown_ruled_out,
  'There is no score to raise.': m.method_unknown_no_score_to_raise,
};

/** Why a step has no value. */
export function stepUnknown(text: string): Shown {
  const known = unknowns[text];
  if (known) return { text: known() };
  const [, share] = /^Share of migrants not known: the usual share of the country, ([\d.e-]+), is used;/.exec(text) ?? [];
  return share === undefined
    ? english(text)
    : { text: m.scores_unknown_share_used({ share: formatPercent(Number(share), { digits: 1 }) }) };
}

function english(text: string): Shown {
  return getLocale() === 'en' ? { text } : { text, lang: 'en' };
}
