import type { Page } from '@playwright/test';

/** Presses Tab until the focused element fits, and fails after many times. */
export async function tabTo(page: Page, fits: (label: string) => boolean): Promise<string> {
  for (let press = 0; press < 200; press += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
    });
    if (fits(label.trim())) return label.trim();
  }
  throw new Error('Tab never came there.');
}
