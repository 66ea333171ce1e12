import { speak } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import type { Block, Drawstop } from './next-steps';

/** An obstacle, as a sentence that says what to do. */
export function blockLabel(block: Block): string {
  switch (block.code) {
    case 'scope-missing':
      return m.deals_block_scope_missing();
    case 'scope-out':
      return m.deals_block_scope_out();
    case 'scope-unknown':
      return m.deals_block_scope_unknown();
    case 'category-missing':
      return m.deals_block_category_missing();
    case 'equator-open':
      return m.deals_block_equator_open();
    case 'ps2-open':
      return m.deals_block_ps2_open();
    case 'independent-review-missing':
      return m.deals_block_independent();
    case 'reviewer-not-independent':
      return m.consultant_independence_block();
    case 'unplanned-items':
      return m.deals_block_items({ items: block.items });
    case 'plan-not-agreed':
      return m.deals_block_plan();
    case 'decision-missing':
      return m.deals_block_decision_missing();
    case 'not-approved':
      return m.deals_block_not_approved();
    case 'signing-missing':
      return m.deals_block_signing();
    case 'close-missing':
      return m.deals_block_close();
    case 'signing-conditions':
      return m.deals_block_signing_conditions({ items: block.items });
    case 'disbursement-conditions':
      return m.deals_block_disbursement_conditions({ items: block.items });
    case 'overdue-covenants':
    case 'open-breaches':
    case 'events-of-default':
      return drawstopLabel(block);
    case 'zero-tolerance':
      return m.deals_block_zero();
  }
}

/** A drawstop reason, as a sentence. Of a sensitive case only that it exists. */
export function drawstopLabel(stop: Drawstop): string {
  switch (stop.code) {
    case 'overdue-conditions':
      return m.monitoring_stop_conditions({ items: stop.items });
    case 'overdue-covenants':
      return m.monitoring_stop_overdue({ items: stop.items });
    case 'open-breaches':
      return m.monitoring_stop_breaches({ items: stop.items });
    case 'events-of-default':
      return m.monitoring_stop_default({ items: stop.items });
    case 'open-deaths':
      return m.monitoring_stop_deaths({ items: stop.items });
    case 'zero-tolerance':
      return m.monitoring_stop_restricted();
  }
}

export const dealRefusalLabel = speak({
  'unknown-client': m.deals_refused_unknown_client,
  'changed-meanwhile': m.deals_refused_changed_meanwhile,
  'is-declined': m.deals_refused_is_declined,
  'exception-needless': m.deals_refused_exception_needless,
  'reasons-missing': m.deals_refused_reasons_missing,
  'labour-reason-missing': m.deals_refused_labour_reason,
  'category-fixed': m.deals_refused_category_fixed,
  'moved-meanwhile': m.deals_refused_moved_meanwhile,
  'no-such-step': m.deals_refused_no_such_step,
  'same-person': m.deals_refused_same_person,
  'conditions-missing': m.deals_refused_conditions_missing,
  'already-decided': m.deals_refused_already_decided,
  'already-started': m.deals_refused_already_started,
  'category-missing': m.deals_refused_category_missing,
  'unknown-party': m.deals_refused_unknown_party,
  'is-client': m.deals_refused_is_client,
  'not-open': m.deals_refused_not_open,
});
