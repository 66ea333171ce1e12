import { beforeAll, describe, expect, test } from 'vitest';
import { checkFile } from '~/features/report/check-file.server';
import { memberLocales } from '~/locales/member-locales';
import { isThorough } from '../setup/each-route';
import { forgeries, type Genuine } from './forge/forgeries';
import { drawGenuine, field, type GenuineKind, genuineKinds, makeSigner, signDocument } from './forge/genuine';

const signer = makeSigner();
const sides = ['unsigned', 'signed'] as const;
/** Every kind in every language passes; each forgery is tried on every kind when the run is thorough. */
const forged: readonly GenuineKind[] = isThorough ? genuineKinds : ['due-diligence'];

const drawn = new Map<string, Promise<Buffer>>();
function genuine(kind: GenuineKind, side: (typeof sides)[number], locale: (typeof memberLocales)[number] = 'en'): Promise<Buffer> {
  const key = `${kind} ${side} ${locale}`;
  const known =
    drawn.get(key) ??
    (side === 'signed'
      ? drawGenuine(kind, locale, field).then(async (bytes) => signDocument(bytes, await signer))
      : drawGenuine(kind, locale));
  drawn.set(key, known);
  return known;
}

describe('a genuine report', () => {
  const cases = genuineKinds.flatMap((kind) =>
    memberLocales
      .flatMap((locale) => sides.map((side) => ({ kind, locale, side })))
      .filter(({ locale, side }) => (isThorough || locale === 'en' || side === 'unsigned') && !(kind === 'list' && side === 'signed')),
  );
  const few = cases.filter(
    ({ kind, locale, side }) =>
      isThorough ||
      (side === 'signed'
        ? kind !== 'audit-full' && kind !== 'audit-better-work'
        : locale === 'en' || ['assessment', 'audit-summary', 'yearly'].includes(kind)),
  );
  test.each(few)('$kind in $locale, $side, passes', async ({ kind, locale, side }) => {
    const checked = await checkFile(await genuine(kind, side, locale));
    expect(checked).toMatchObject({ kind: 'report', isIntact: true, document: { pages: 'same', findings: [] } });
    if (checked.kind !== 'report') return;
    expect(checked.document?.signature).toMatchObject(side === 'signed' ? { kind: 'found', isValid: true } : { kind: 'none' });
    expect(checked.document?.form).toBe(kind.startsWith('audit-') ? kind.slice('audit-'.length) : 'report');
  });
});

describe.each(forged)('a forged report (%s)', (kind) => {
  let reports: Genuine[];
  beforeAll(async () => {
    const other = await genuine(kind === 'yearly' ? 'monitoring' : 'yearly', 'signed');
    reports = await Promise.all(
      sides
        .filter((side) => !(kind === 'list' && side === 'signed'))
        .map(async (side) => ({ bytes: await genuine(kind, side), isSigned: side === 'signed', other })),
    );
  });

  test.each(forgeries)('$way: $found', async ({ forge, found }) => {
    for (const each of reports) {
      const file = forge(each);
      if (file === null) continue;
      const checked = await checkFile(file);
      expect(checked.kind).toBe('report');
      if (checked.kind !== 'report') return;
      const kinds = checked.document?.findings.map((finding) => finding.kind) ?? [];
      expect(kinds).toContain(found);
    }
  });
});
