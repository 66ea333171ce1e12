import type { Block, Drawstop } from './next-steps';

/** Where an obstacle is removed, below the address of its deal; for readers without permission to edit, where it is shown. */
export function blockPath({ code }: Pick<Block, 'code'>, mayEdit: boolean): string {
  switch (code) {
    case 'scope-missing':
    case 'scope-out':
    case 'scope-unknown':
      return '#scope';
    case 'category-missing':
      return '#category';
    case 'equator-open':
    case 'ps2-open':
      return '/review';
    case 'independent-review-missing':
    case 'reviewer-not-independent':
      return '/review/consultant-independence';
    case 'unplanned-items':
      return mayEdit ? '/esap/import' : '/esap';
    case 'plan-not-agreed':
      return '/esap/versions';
    case 'decision-missing':
      return '#committee';
    case 'not-approved':
      return '#steps';
    case 'signing-missing':
    case 'close-missing':
      return mayEdit ? '/edit' : '#record';
    case 'signing-conditions':
    case 'disbursement-conditions':
      return '/esap';
    case 'overdue-covenants':
    case 'open-breaches':
    case 'events-of-default':
      return '/monitoring';
    case 'zero-tolerance':
      return '/supply-chain';
  }
}

/** Where the cause of a drawstop is removed, below the address of its deal. */
export function drawstopPath({ code }: Pick<Drawstop, 'code'>): string {
  switch (code) {
    case 'overdue-conditions':
      return '/esap?when=overdue';
    case 'open-deaths':
      return '/monitoring/incidents';
    default:
      return blockPath({ code }, false);
  }
}
