import type { HasScore } from '#scoring';
import { bandLabel, componentLabel } from '~/documents/charts/labels';
import { factLabel } from '~/risk/scores/labels';
import { m } from '~/paraglide/messages';
import { shownScore } from '~/ui/shown-score';
import { formatCountry, formatList, formatNumber } from '~/ui/format';
import type { Driver, Verdict } from './choose-verdict';
import type { PrimaryAct } from './primary-act';

/** What the sentences name of a supplier. */
export type Named = { country: string | null; sector: string | null; products: readonly string[] };

const mostProducts = 2;
const productsOf = ({ products }: Named): string | null => (products.length === 0 ? null : products.slice(0, mostProducts).join(', '));

/** "Country", "Findings": the name of what moves a score. */
export function driverName(id: Driver['id']): string {
  if (id === 'findings') return m.supplier_report_line_findings();
  return id === 'overrides' ? m.supplier_report_line_override() : componentLabel(id);
}

/** What it is here: the country, the sector, the products; null for lines that have no one value. */
export function driverDetail(id: Driver['id'], named: Named): string | null {
  if (id === 'country') return named.country && formatCountry(named.country);
  if (id === 'sector') return named.sector;
  return id === 'product' || id === 'region' ? productsOf(named) : null;
}

/** "country (Pakistan)", for the end of a sentence. */
function driverPhrase(id: Driver['id'], named: Named): string {
  const detail = driverDetail(id, named);
  const name = lowerFirst(driverName(id));
  return detail === null ? name : `${name} (${detail})`;
}

/** English begins these sentences with the band, French and Spanish do not. */
const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);

/** What a buyer must know, in one sentence. */
export function verdictSentence(verdict: Verdict, named: Named): string {
  switch (verdict.kind) {
    case 'import-ban':
      return banSentence(verdict, named);
    case 'state-imposed':
      return m.supplier_verdict_state();
    case 'critical-finding':
      return m.supplier_verdict_critical({ title: verdict.title, count: verdict.count });
    case 'ban-upstream':
      return m.supplier_verdict_upstream({ name: verdict.name, subject: verdict.subject, count: verdict.tiersUp });
    case 'at-risk':
      return riskSentence(verdict, named);
    case 'to-confirm':
      return confirmSentences[verdict.by]({ subject: verdict.subject });
    case 'not-scored':
      return verdict.missing.length === 0
        ? m.supplier_verdict_not_scored_yet()
        : m.supplier_verdict_not_scored({ facts: formatList(verdict.missing.map(factLabel).map(lowerFirst)) });
    case 'rated':
      return ratedSentence(verdict);
  }
}

function banSentence({ by, isConfirmed, subject }: Extract<Verdict, { kind: 'import-ban' }>, named: Named): string {
  if (by === 'entity') return m.supplier_verdict_ban_entity({ subject });
  if (by === 'order') return (isConfirmed ? m.supplier_verdict_ban_order_confirmed : m.supplier_verdict_ban_order_likely)({ subject });
  const what = [productsOf(named), subject].filter((part) => part !== null).join(', ');
  return isConfirmed ? m.supplier_verdict_ban_region_confirmed({ what }) : m.supplier_verdict_ban_region_likely({ what });
}

const confirmSentences = {
  region: m.supplier_verdict_confirm_region,
  entity: m.supplier_verdict_confirm_entity,
  order: m.supplier_verdict_confirm_order,
};

function riskSentence({ band, driver }: Extract<Verdict, { kind: 'at-risk' }>, named: Named): string {
  return driver === null
    ? upperFirst(m.supplier_verdict_at_risk_alone({ band: bandLabel(band) }))
    : upperFirst(m.supplier_verdict_at_risk({ band: bandLabel(band), driver: driverPhrase(driver, named) }));
}

const rated = {
  A: m.supplier_verdict_rated_a,
  B: m.supplier_verdict_rated_b,
  C: m.supplier_verdict_rated_c,
  D: m.supplier_verdict_rated_d,
  E: m.supplier_verdict_rated_e,
};

function ratedSentence({ band, basis }: Extract<Verdict, { kind: 'rated' }>): string {
  // Without what it rests on, as little as possible is taken to be known.
  return upperFirst(rated[basis ?? 'E']({ band: bandLabel(band) }));
}

/** What it means for goods and people; null where the path to the organization is all there is to add. */
export function meaningSentence(
  verdict: Verdict,
  context: { stateImposed: HasScore['stateImposed']; country: string | null },
): string | null {
  switch (verdict.kind) {
    case 'import-ban':
      return { region: m.supplier_verdict_means_region, entity: m.supplier_verdict_means_entity, order: m.supplier_verdict_means_order }[
        verdict.by
      ]();
    case 'state-imposed':
      return m.supplier_verdict_means_state();
    case 'critical-finding':
      return m.supplier_verdict_means_critical();
    case 'ban-upstream':
      return m.supplier_verdict_means_upstream();
    case 'to-confirm':
      return m.supplier_verdict_means_confirm();
    case 'not-scored':
      return m.supplier_verdict_means_not_scored();
    default:
      break;
  }
  if (context.country !== null && context.stateImposed.some(({ reason }) => reason === 'government'))
    return m.supplier_verdict_means_government({ country: formatCountry(context.country) });
  return verdict.kind === 'rated' ? m.scores_never_clean() : null;
}

/** How the goods reach the organization. `between`: the names of those between, the nearest to the supplier first; null where no path is known. A name that ends with a full stop ends the sentence. */
export function pathSentence(between: readonly string[] | null): string {
  if (between === null) return m.supplier_verdict_path_unknown();
  return between.length === 0
    ? m.supplier_verdict_path_direct()
    : m.supplier_verdict_path_through({ names: formatList(between) }).replace(/\.\.$/, '.');
}

const acts = {
  'review-alert': m.supplier_verdict_act_review_alert,
  'request-origin': m.supplier_verdict_act_request_origin,
  'review-answers': m.supplier_verdict_act_review_answers,
  'verify-action': m.supplier_verdict_act_verify_action,
  'plan-action': m.supplier_verdict_act_plan_action,
  'add-facts': m.supplier_verdict_act_add_facts,
  'send-questionnaire': m.supplier_verdict_act_send_questionnaire,
  'finish-questionnaire': m.supplier_verdict_act_finish_questionnaire,
  'view-request': m.supplier_verdict_act_view_request,
  'plan-audit': m.supplier_verdict_act_plan_audit,
} satisfies Record<PrimaryAct['kind'], () => string>;

export const actLabel = (kind: PrimaryAct['kind']): string => acts[kind]();

/** Where an act begins. `base` is the organization's path. */
export function actHref(act: PrimaryAct, { base, publicId }: { base: string; publicId: string }): string {
  switch (act.kind) {
    case 'review-alert':
      return `${base}/alerts/${act.id}`;
    case 'review-answers':
      return `${base}/responses/${act.id}/review`;
    case 'verify-action':
      return `${base}/corrective-actions/${act.id}`;
    case 'plan-action':
      return `${base}/findings/${act.id}/plan`;
    case 'add-facts':
      return `${base}/suppliers/${publicId}/edit`;
    case 'finish-questionnaire':
      return `${base}/responses/${act.id}`;
    case 'view-request':
      return `${base}/requests/${act.id}`;
    case 'plan-audit':
      return `${base}/audits/new?supplier=${publicId}`;
    default:
      return `${base}/requests/new?supplier=${publicId}`;
  }
}

const finding = {
  products: m.supplier_verdict_find_products,
  migrantShare: m.supplier_verdict_find_migrant_share,
  internalMigrantShare: m.supplier_verdict_find_internal_migrant_share,
  agencyShare: m.supplier_verdict_find_agency_share,
  peakRatio: m.supplier_verdict_find_peak_ratio,
  migrantOrigins: m.supplier_verdict_find_migrant_origins,
  subcontracting: m.supplier_verdict_find_subcontracting,
  housing: m.supplier_verdict_find_housing,
  workerVoice: m.supplier_verdict_find_worker_voice,
  vulnerableGroups: m.supplier_verdict_find_vulnerable_groups,
} as const;
const isFound = (field: string): field is keyof typeof finding => Object.hasOwn(finding, field);

/** How an unknown fact can be found out. */
export const howToFind = (field: string): string => (isFound(field) ? finding[field] : m.supplier_verdict_find_other)();

/** "−12 to +8": what an unknown fact could do to a score, in whole points between the scores as they are shown; "stays at 100" where that is nothing. */
export function endsLabel({ score, best, worst }: { score: number; best: number; worst: number }): string {
  const [low = 0, high = 0] = [best, worst].map((end) => shownScore(end) - shownScore(score));
  if (low === 0 && high === 0) return m.supplier_verdict_unknowns_same({ score: formatNumber(shownScore(score)) });
  return m.supplier_verdict_unknowns_ends({ low: signed(low), high: signed(high) });
}

const signed = (by: number): string => (by > 0 ? `+${formatNumber(by)}` : formatNumber(by).replace('-', '−'));
