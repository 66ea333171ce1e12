import type { Locator } from '@playwright/test';
import { drawn } from './inspect';

/*
 * What a page contains at this moment. Playwright’s own reads of many elements do not wait: right after a click they would read the page that is being left.
 * These wait for the page that the click leads to; `reads.test.ts` checks that tests use them.
 */

/** How many elements match. */
export async function countNow(locator: Locator): Promise<number> {
  await drawn(locator.page());
  return locator.count();
}

/** Each element that matches, in order. */
export async function allNow(locator: Locator): Promise<Locator[]> {
  await drawn(locator.page());
  return locator.all();
}

/** The text of each element that matches, in order. */
export async function textsNow(locator: Locator): Promise<string[]> {
  await drawn(locator.page());
  return locator.allTextContents();
}

/** Whether the element is visible. */
export async function isVisibleNow(locator: Locator): Promise<boolean> {
  await drawn(locator.page());
  return locator.isVisible();
}

/** The result of `read`, in the page, for the elements that match. */
export async function evaluateNow<Result>(locator: Locator, read: (elements: HTMLElement[]) => Result): Promise<Result> {
  await drawn(locator.page());
  return locator.evaluateAll(read as (elements: (SVGElement | HTMLElement)[]) => Result);
}
