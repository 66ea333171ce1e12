import { describe, expect, it } from 'vitest';
import { can, roles } from '~/access/permissions';
import { type ActState, permissionFor, primaryAct } from './primary-act';

const quiet: ActState = {
  ...{ isArchived: false, isBanned: false, alertToConfirm: null, actionToVerify: null, responseToReview: null, responseToFinish: null },
  ...{ requestWaiting: null, findingToPlan: null, responses: 1, band: 'moderate' },
};
const first = (state: Partial<ActState>) => primaryAct({ ...quiet, ...state }, () => true)?.kind;

describe('the primary act of a supplier', () => {
  it('is the most urgent that its state asks for', () => {
    expect(first({ alertToConfirm: 'a', responseToReview: 'r', isBanned: true })).toBe('review-alert');
    expect(first({ responseToReview: 'r', isBanned: true })).toBe('review-answers');
    expect(first({ isBanned: true, actionToVerify: 'c' })).toBe('request-origin');
    expect(first({ actionToVerify: 'c', findingToPlan: 'f' })).toBe('verify-action');
    expect(first({ findingToPlan: 'f', band: null })).toBe('plan-action');
    expect(first({ band: null, responseToFinish: 'r' })).toBe('add-facts');
    expect(first({ responseToFinish: 'r', responses: 0 })).toBe('finish-questionnaire');
    expect(first({ responses: 0, band: 'severe' })).toBe('send-questionnaire');
    expect(first({ band: 'severe' })).toBe('plan-audit');
    expect(first({})).toBe('send-questionnaire');
  });
  it('does not ask a second time while a request waits', () => {
    expect(first({ isBanned: true, requestWaiting: 'q', responses: 1 })).toBe('view-request');
  });
  it('is none for an archived supplier', () => {
    expect(primaryAct({ ...quiet, isArchived: true, alertToConfirm: 'a' }, () => true)).toBeNull();
  });
  it('is never one that the role may not do', () => {
    const states: Partial<ActState>[] = [
      { alertToConfirm: 'a' },
      { responseToReview: 'r' },
      { isBanned: true },
      { actionToVerify: 'c' },
      { findingToPlan: 'f' },
      { band: null },
      { responseToFinish: 'r' },
      { requestWaiting: 'q' },
      { responses: 0 },
      { band: 'severe' },
    ];
    for (const role of roles)
      for (const state of states) {
        const act = primaryAct({ ...quiet, ...state }, (permission) => can(role, permission));
        if (act) expect(can(role, permissionFor[act.kind])).toBe(true);
      }
    expect(primaryAct({ ...quiet, ...states[0] }, (permission) => can('viewer', permission))).toBeNull();
    expect(primaryAct({ ...quiet, actionToVerify: 'c' }, (permission) => can('reviewer', permission))).toEqual({
      kind: 'verify-action',
      id: 'c',
    });
  });
});
