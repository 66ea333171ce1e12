import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import '~/registrations.server';
import { checkFile } from '~/documents/verification/check-file.server';
import { CheckedFile } from '~/documents/verification/checked-file';
import type { ReportChecked } from '~/documents/verification/file-checked';
import { findingLabel } from '~/documents/verification/verify-labels';
import { type MemberLocale, memberLocales } from '~/locales/member-locales';
import { sayWhatWasFound } from '../../cli/verify/verify-files';
import { isThorough } from '../setup/each-route';
import { forgeries, type Genuine } from './forge/forgeries';
import { drawGenuine, field, type GenuineKind, genuineKinds, makeSigner, signDocument } from './forge/genuine';

type Side = 'unsigned' | 'signed';
const signer = makeSigner();
/** A list that is scored by the command has no signature. */
const sidesOf = (kind: GenuineKind): Side[] => (kind === 'list' ? ['unsigned'] : ['unsigned', 'signed']);

const drawn = new Map<string, Promise<Buffer>>();
function genuine(kind: GenuineKind, side: Side, locale: MemberLocale = 'en'): Promise<Buffer> {
  const key = `${kind} ${side} ${locale}`;
  const draw = async () =>
    side === 'signed' ? signDocument(await drawGenuine(kind, locale, field), await signer) : drawGenuine(kind, locale);
  const known = drawn.get(key) ?? draw();
  drawn.set(key, known);
  return known;
}

async function checkReport(bytes: Buffer): Promise<ReportChecked> {
  const checked = await checkFile(bytes);
  if (checked.kind !== 'report') throw new Error('There is no report in this file.');
  return checked;
}

const commandLines = (checked: ReportChecked): string[] => {
  const lines: string[] = [];
  sayWhatWasFound(checked, { fingerprint: null }, (line) => lines.push(line.trim()));
  return lines;
};
const pageText = (checked: ReportChecked): string =>
  renderToStaticMarkup(<CheckedFile checked={checked} issued={null} />)
    .replaceAll('&#x27;', '’')
    .replace(/<[^>]+>/g, ' ');

describe('a genuine report', () => {
  /** Each type in one language, signed or not (every form of a signed audit report: `signature.test.ts`); all of them when the run is thorough. */
  const few: readonly [GenuineKind, MemberLocale, Side][] = [
    ['assessment', 'es', 'unsigned'],
    ['audit-plan', 'fr', 'unsigned'],
    ['yearly', 'fr', 'signed'],
    ['due-diligence', 'es', 'signed'],
    ['monitoring', 'en', 'unsigned'],
    ['board-paper', 'es', 'signed'],
    ['list', 'fr', 'unsigned'],
  ];
  const every = genuineKinds.flatMap((kind) =>
    memberLocales.flatMap((locale) => sidesOf(kind).map((side): [GenuineKind, MemberLocale, Side] => [kind, locale, side])),
  );

  test.each(isThorough ? every : few)('%s in %s, %s, passes', async (kind, locale, side) => {
    const checked = await checkReport(await genuine(kind, side, locale));
    expect(checked).toMatchObject({ isIntact: true, document: { pages: 'same', findings: [] } });
    expect(checked.document?.signature).toMatchObject(side === 'signed' ? { kind: 'found', isValid: true } : { kind: 'none' });
    expect(checked.document?.form).toBe(kind.startsWith('audit-') ? kind.slice('audit-'.length) : 'report');
    const lines = commandLines(checked);
    expect(lines[0]).toBe(side === 'signed' ? 'NOTE: Signed; the file has not changed since.' : 'NOTE: Not signed.');
    expect(lines.some((line) => /pages, and all other parts of the file, are those that Manumit generates/.test(line))).toBe(true);
    expect(lines.some((line) => line.startsWith('WRONG'))).toBe(false);
  });
});

const forged: readonly GenuineKind[] = isThorough ? genuineKinds : ['monitoring'];
describe.each(forged)('a forged report (%s)', (kind) => {
  let reports: Genuine[];
  beforeAll(async () => {
    const other = await genuine(kind === 'yearly' ? 'monitoring' : 'yearly', 'signed');
    reports = await Promise.all(
      sidesOf(kind).map(async (side) => ({ bytes: await genuine(kind, side), isSigned: side === 'signed', other })),
    );
  });

  test.each(forgeries)('$way: both verifiers say $found', async (forgery) => {
    const { forge, found } = forgery;
    // Unless the run is thorough, one verifier in turn, or the other where the first cannot be deceived that way.
    const turned = forgeries.indexOf(forgery) % 2 === 0 ? reports : [...reports].reverse();
    const forgedOnes = turned.flatMap((each) => forge(each) ?? []);
    const files = isThorough ? forgedOnes : forgedOnes.slice(0, 1);
    // A list has no signature to forge, and a summary has fewer than three pages.
    expect(files.length > 0 || kind === 'list' || kind === 'audit-summary').toBe(true);
    for (const file of files) {
      const checked = await checkReport(file);
      const [finding] = checked.document?.findings.filter((each) => each.kind === found) ?? [];
      if (!finding) throw new Error(`Found instead: ${checked.document?.findings.map((each) => each.kind).join(', ')}`);
      const said = findingLabel(finding);
      expect(pageText(checked)).toContain(said);
      const lines = commandLines(checked);
      expect(lines).toContain(said);
      expect(lines.some((line) => line.startsWith('WRONG'))).toBe(true);
    }
  });

  test('there are at least thirty ways', () => expect(new Set(forgeries.map(({ way }) => way)).size).toBeGreaterThanOrEqual(30));
});
