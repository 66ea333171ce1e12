import { alignPages, countDifferences, type PageDifferences } from '~/documents/verification/compare/align-pages';
import { dependsOnDrawing, type Finding, listPages } from '~/documents/verification/compare/findings';
import type { DocumentChecked, ReportChecked } from './file-checked';
import type { IssuedReport } from './issued-report';

/**
 * `as-issued`: it is what the organization issued. `consistent`: pages and data belong together, and who issued them is not established. `differs`: it is not as
 * it was issued. `open`: what would show it could not be compared.
 */
export type Verdict = 'as-issued' | 'consistent' | 'differs' | 'open';
/** `known`: whose key signed a file. `recorded`: whether it is byte for byte one that was issued here. */
export type Judged = {
  verdict: Verdict;
  findings: Finding[];
  isKeyKnown: boolean | null;
  isRecorded: boolean;
  /** Findings come from comparing with a drawing of this version, and another may have drawn the report. */
  mayBeOtherVersion: boolean;
  photosNotCompared: number;
};

/**
 * The verdict on a file and its report. `issued`: the registry entry; null if there is none, or it was not asked.
 * `fingerprint`: of the key that the checking person expects.
 */
export function judgeFile(
  { isIntact, sha256, document }: ReportChecked,
  { issued, fingerprint = null }: { issued: IssuedReport | null; fingerprint?: string | null },
): Judged {
  const isRecorded = issued?.files.some((file) => file.sha256 === sha256) ?? false;
  if (!document)
    return {
      ...{ verdict: !isIntact ? 'differs' : issued ? 'as-issued' : 'consistent', findings: isIntact ? [] : [{ kind: 'data-changed' }] },
      ...{ isKeyKnown: null, isRecorded, mayBeOtherVersion: false, photosNotCompared: 0 },
    };
  const isKeyKnown = keyKnown(document, { issued, fingerprint });
  // Every file that the organization signed is recorded: an unrecorded one under the same key may come from a stolen key.
  const isVouchedFor = isRecorded || (isKeyKnown === true && !issued?.files.some(({ form }) => form === document.form));
  const recorded = isVouchedFor ? null : nearestRecorded(document, issued);
  const found = recorded === null ? document.findings : [...recorded, ...document.findings.filter((each) => !isOfPages(each))];
  const findings = isVouchedFor ? found.filter(({ kind }) => kind === 'data-changed') : found;
  const mayBeOtherVersion = !isVouchedFor && recorded === null && findings.some(dependsOnDrawing);
  const photosNotCompared = isVouchedFor || recorded?.length === 0 ? 0 : document.photos;
  const common = { findings, isKeyKnown, isRecorded, mayBeOtherVersion, photosNotCompared };
  if (findings.some((each) => !dependsOnDrawing(each))) return { ...common, verdict: 'differs' };
  if (isKeyKnown === false) return { ...common, verdict: 'differs' };
  if (isVouchedFor) return { ...common, verdict: 'as-issued' };
  if (findings.length > 0) return { ...common, verdict: document.signature.kind === 'found' && mayBeOtherVersion ? 'open' : 'differs' };
  if (document.pages !== 'same') return { ...common, verdict: 'open' };
  return { ...common, verdict: issued && photosNotCompared === 0 ? 'as-issued' : 'consistent' };
}

/** Whether a valid signature is by a key of the issuing organization, or by the expected one. Null where unknown. */
function keyKnown(
  { signature }: DocumentChecked,
  { issued, fingerprint }: { issued: IssuedReport | null; fingerprint: string | null },
): boolean | null {
  if (fingerprint !== null) return signature.kind === 'found' && signature.isValid && signature.fingerprint === fingerprint;
  if (signature.kind === 'none' || !signature.isValid || !issued) return null;
  return issued.signatures.some((each) => each.fingerprint === signature.fingerprint);
}

const isOfPages = ({ kind }: Finding): boolean => kind.startsWith('pages-') || kind === 'other-report';

/** How the pages differ from the nearest of the files that were recorded when the report was issued; null where none has its pages noted. */
function nearestRecorded({ form, digests }: DocumentChecked, issued: IssuedReport | null): Finding[] | null {
  let best: PageDifferences | null = null;
  for (const file of issued?.files ?? []) {
    if (!file.pages || (form !== null && file.form !== form)) continue;
    const differences = alignPages(file.pages, digests);
    if (best === null || countDifferences(differences) < countDifferences(best)) best = differences;
  }
  return best && listPages(best);
}
