import { fillLine, recordFinding } from './closing-plan';
import { newViolations, overflow } from './inspect';
import { expect, test } from './journey';
import { begin, planAudit } from './recorder';
import { evaluateNow } from './read-now';

test('On a phone the first question is seen without scrolling, the next one is a link, and fields are as high as a finger', async ({
  memberPage: page,
}) => {
  const { onSite } = await planAudit(page);
  await begin(page, onSite);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`${onSite}#/`);
  const next = page.locator('[data-next-question]');
  const question = (await next.getAttribute('data-next-question')) ?? '';
  await expect(next).toHaveAttribute('href', new RegExp(`^#/section/.+/${question.replaceAll('.', '\\.')}$`));
  await expect(next).toBeInViewport({ ratio: 1 });
  await next.press('Enter');
  await expect(page.locator(`[data-check="${question}"]`)).toBeInViewport();

  await page.goto(`${onSite}#/section/BW.WT`);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.locator('[data-check]').first().locator('h4, legend, p').first()).toBeInViewport();
  expect(await overflow(page)).toBe('fits');
  expect(await newViolations(page)).toEqual([]);

  await recordFinding(page, onSite, { question: 'BW.OSH.1.a', what: 'Two fire exits were locked' });
  await page.goto(`${onSite}#/closing`);
  await fillLine(page, { what: 'Two exits were locked.', requirement: 'Labour Code', action: 'Remove locks.', responsible: 'Manager' });
  const heights = await evaluateNow(
    page.locator('[data-plan-line] select, [data-plan-line] input:not([type=radio], [type=checkbox])'),
    (fields) => fields.map((field) => field.getBoundingClientRect().height),
  );
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});
