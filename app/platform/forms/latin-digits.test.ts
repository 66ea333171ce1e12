import { expect, it } from 'vitest';
import { latinDigits } from './latin-digits';

it('reads the digits of every respondent language', () => {
  const languages = ['ar-EG', 'ur-u-nu-arabext', 'hi-u-nu-deva', 'bn-BD', 'zh', 'vi'];
  for (const locale of languages) {
    const typed = new Intl.NumberFormat(locale, { useGrouping: false, minimumFractionDigits: 1 }).format(1234567890.5);
    expect(Number(latinDigits(typed).replace(',', '.')), locale).toBe(1234567890.5);
  }
  expect(latinDigits('１２．５')).toBe('12.5');
  expect(latinDigits('১২ শতাংশ, 7')).toBe('12 শতাংশ, 7');
});
