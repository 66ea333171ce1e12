import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '~/registrations.server';
import { closingPlanReport } from '~/audits/closing-plan/model.server';
import { renderClosingPlan } from '~/audits/closing-plan/render.server';
import { checkFile } from '~/documents/verification/check-file.server';
import { planLine, signedPlan } from '../factories/closing-plan';
import { hasTool, hasVeraPdf, runTool, runVeraPdf } from './run-tool';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-closing-plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => path.join(folder, name);

const id = (number: number) => `6f1c2d3e-0000-4000-8000-0000000000${10 + number}`;
const lines = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    id(at),
    planLine({ what: `Giấy tờ được giữ (${at})`, ...(at === 3 ? { site: 'disagrees' as const, remark: 'مصنع does not agree' } : {}) }),
  ]),
);
const model = (locale: 'en' | 'fr' | 'es') => closingPlanReport(signedPlan(lines, { locale }), { name: 'Atelier & Søn' });

beforeAll(async () => {
  for (const locale of ['en', 'fr', 'es'] as const) writeFileSync(file(`${locale}.pdf`), await renderClosingPlan(model(locale)));
});

describe('the signed plan as a file', () => {
  test('gives the same bytes for the same plan, and is verified from its own data', async () => {
    const bytes = await renderClosingPlan(model('en'));
    expect(bytes.equals(await renderClosingPlan(model('en')))).toBe(true);
    expect(await checkFile(bytes)).toMatchObject({
      isIntact: true,
      hash: model('en').hash,
      report: 'closing-plan',
      document: { pages: 'same' },
    });
    const altered = model('en');
    const [row] = altered.signed.plan.rows;
    if (row) row.action = 'Nothing.';
    expect(await checkFile(Buffer.from(JSON.stringify(altered)))).toMatchObject({ isIntact: false });
  });

  test.skipIf(!hasTool('pdftotext', '-v'))('prints the hash that was signed, every row, what the site disputes and who signed', () => {
    const { text } = runTool('pdftotext', '-layout', file('en.pdf'), '-');
    for (const words of [model('en').signed.hash, model('en').hash, '12. Major', 'Disagrees', 'General manager', 'Lead auditor'])
      expect(text).toContain(words);
  });
});

describe.skipIf(!hasVeraPdf && !process.env.REQUIRE_VERAPDF)('standards (needs Java)', () => {
  test('it is PDF/UA-1 and PDF/A-3a in each language', async () => {
    const { text, code } = await runVeraPdf('ua1,3a', ...['en', 'fr', 'es'].map((locale) => file(`${locale}.pdf`)));
    expect(text.match(/compliant=true/g) ?? [], text).toHaveLength(6);
    expect(code, text).toBe(0);
  });
});
