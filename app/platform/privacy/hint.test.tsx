import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '~/paraglide/runtime';
import { hintText } from './hint-text';
import { hintWords } from './hint-words';
import { FreeText, NamedFile } from './personal-data-hint';
import { recognizePersonalData } from './recognize-personal-data';

const said = (text: string, locale = 'en') => hintText(recognizePersonalData(text), hintWords(), locale).replace(/[\u2068\u2069]/g, '');

describe('the hint about personal data', () => {
  it('names what was recognised and what to do', () => {
    expect(said('worker Rahima Khatun, tel 01700-000123')).toBe(
      'Possible personal data: name “Rahima Khatun”, phone number “01700-000123”. Remove it, or mark it as not personal data.',
    );
  });

  it('is empty where nothing is recognised', () => expect(said('35 workers, 48 hours, P5.Q3')).toBe(''));

  it('names each thing once, and at most three', () => {
    const text = said('Mr Karim, Mr Karim, worker Fatou, worker Yusuf, worker Amina');
    expect(text.match(/“/g)).toHaveLength(3);
    expect(text.match(/Karim/g)).toHaveLength(1);
  });

  it('keeps characters of a replacement pattern in the entered text', () => {
    expect(hintText([{ kind: 'name', start: 0, end: 2, text: '$&' }], hintWords(), 'en')).toContain('$&');
  });

  it('is in the reader’s language', () => {
    overwriteGetLocale(() => 'bn');
    try {
      expect(said('শ্রমিক রহিমা খাতুন', 'bn')).toContain('নাম “রহিমা খাতুন”');
    } finally {
      overwriteGetLocale(() => 'en');
    }
  });

  it.each([
    ['several lines', <FreeText key="a" name="note" label="Note" defaultValue="x" />],
    ['a file', <NamedFile key="b" name="file" label="File" />],
  ])('is rendered empty under %s, as a status, with its button hidden', (_, element) => {
    const html = renderToStaticMarkup(element);
    expect(html).toMatch(/<div data-personal-hint="true" class="[^"]*min-h-6[^"]*"[^>]*><p role="status"[^>]*><\/p><button hidden=""/);
    expect(html).toContain('Not personal data');
  });
});
