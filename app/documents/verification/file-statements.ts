import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { ReportChecked } from './file-checked';
import type { IssuedReport } from './issued-report';
import type { Judged } from './judge-file';
import { protectionLabel } from './key-protection';
import { findingLabel, type Say } from './verify-labels';

/** One thing that was found out of a file. `open`: what could not be compared. */
export type Statement = { tone: 'good' | 'bad' | 'open' | 'note'; title: string; lines: string[] };

/**
 * What a file is, said in the order in which a reader needs it: whether it is signed and by whom, what follows from all that was compared, and what could not be.
 * The page and the command say the same.
 */
export function fileStatements(
  checked: ReportChecked,
  judged: Judged,
  options: { issued: IssuedReport | null; isExpected?: boolean } & Say,
): Statement[] {
  return [
    ...signatureStatements(checked, judged, options),
    ...furtherStatements(checked, options),
    resultStatement(checked, judged, options),
  ];
}

type Timestamp = Extract<NonNullable<ReportChecked['document']>['signature'], { kind: 'found' }>['timestamp'];

/** When a signature was made, by whose clock; null for a stamp that is not valid. */
function stampLine(timestamp: Timestamp, say: Say): string | null {
  if (timestamp === null) return m.verification_timestamp_none({}, say);
  if (!timestamp.isValid) return null;
  const { at, name, fingerprint } = timestamp;
  return m.verification_timestamp_by({ moment: `${at ?? '–'}`, name: name ?? '–', fingerprint: fingerprint ?? '–' }, say);
}

/** People who signed after the organization, what protects their keys, and stamps that are not valid. */
function furtherStatements({ document }: ReportChecked, { issued, isExpected: _, ...say }: Options): Statement[] {
  if (document?.signature.kind !== 'found') return [];
  const { signature } = document;
  const people = signature.further.map(({ isValid, name, fingerprint, issuer, timestamp }): Statement => {
    if (!isValid) return { tone: 'bad', title: m.verification_signature_invalid({}, say), lines: [] };
    const recorded = issued?.people.find((each) => each.fingerprint === fingerprint);
    const lines = [
      m.verification_signed_by({ name: name ?? '–', fingerprint: fingerprint ?? '–' }, say),
      stampLine(timestamp, say),
      issuer !== null && issuer === signature.fingerprint ? m.verification_certificate_issued({}, say) : null,
      recorded && issued
        ? m.verification_person_known({ organization: issued.organization, date: formatDate(recorded.signedAt, say) }, say)
        : issued
          ? m.verification_person_unknown({}, say)
          : m.verification_signed_compare({}, say),
      recorded ? protectionLabel(recorded.protection, say) : null,
    ];
    const tone = issued && !recorded ? 'open' : 'note';
    return { tone, title: m.verification_signed_in_person({}, say), lines: lines.filter((line) => line !== null) };
  });
  const isStampBroken = [signature, ...signature.further].some(({ timestamp }) => timestamp?.isValid === false);
  return [...people, ...(isStampBroken ? [{ tone: 'bad' as const, title: m.verification_timestamp_invalid({}, say), lines: [] }] : [])];
}

type Options = { issued: IssuedReport | null; isExpected?: boolean } & Say;

function signatureStatements(
  { document }: ReportChecked,
  { isKeyKnown }: Judged,
  { issued, isExpected = false, ...say }: Options,
): Statement[] {
  if (!document) return [];
  const { signature, form } = document;
  const of = issued?.signatures.find((each) => form === null || each.form === form) ?? null;
  if (signature.kind === 'none') {
    const asked =
      of && issued
        ? [m.verification_signature_expected({ organization: issued.organization, date: formatDate(of.signedAt, say) }, say)]
        : [];
    return [
      {
        tone: of ? 'bad' : 'note',
        title: m.verification_not_signed({}, say),
        lines: asked.length > 0 ? asked : issued ? [] : [m.verification_not_signed_hint({}, say)],
      },
      ...(isExpected ? [{ tone: 'bad' as const, title: m.verification_key_other({}, say), lines: [] }] : []),
    ];
  }
  if (!signature.isValid) return [{ tone: 'bad', title: m.verification_signature_invalid({}, say), lines: [] }];
  const by = m.verification_signed_by({ name: signature.name ?? '–', fingerprint: signature.fingerprint ?? '–' }, say);
  if (isKeyKnown === false) {
    const title = isExpected
      ? m.verification_key_other({}, say)
      : m.verification_key_unknown({ organization: issued?.organization ?? '–' }, say);
    return [{ tone: 'bad', title, lines: [by] }];
  }
  const retiredAt = issued?.signatures.find(({ fingerprint }) => fingerprint === signature.fingerprint)?.keyRetiredAt ?? null;
  const whose = [
    isKeyKnown === null
      ? m.verification_signed_compare({}, say)
      : isExpected
        ? m.verification_key_expected({}, say)
        : m.verification_key_known({ organization: issued?.organization ?? '–' }, say),
    ...(retiredAt && issued
      ? [m.verification_key_retired({ organization: issued.organization, date: formatDate(retiredAt, say) }, say)]
      : []),
  ];
  const lines = [by, stampLine(signature.timestamp, say), ...whose].filter((line) => line !== null);
  return [{ tone: isKeyKnown === null ? 'note' : 'good', title: m.verification_signed({}, say), lines }];
}

function resultStatement(checked: ReportChecked, judged: Judged, { issued, isExpected = false, ...say }: Options): Statement {
  const { verdict, findings, mayBeOtherVersion } = judged;
  const found = findings.map((finding) => findingLabel(finding, say));
  const note = mayBeOtherVersion ? [m.verification_other_version({}, say)] : [];
  switch (verdict) {
    case 'differs':
      return { tone: 'bad', title: m.verification_result_differs({}, say), lines: [...found, ...note, ...compared(checked, judged, say)] };
    case 'open':
      return { tone: 'open', title: m.verification_result_open({}, say), lines: [...found, ...note, ...compared(checked, judged, say)] };
    case 'as-issued':
      return {
        tone: 'good',
        title: issued ? m.verification_result_issued({ organization: issued.organization }, say) : m.verification_result_expected({}, say),
        lines: compared(checked, judged, say),
      };
    case 'consistent':
      return {
        tone: judged.photosNotCompared > 0 || !checked.document ? 'open' : 'good',
        title: checked.document ? m.verification_result_consistent({}, say) : m.verification_result_data({}, say),
        lines: [...compared(checked, judged, say), ...(issued ? [] : [m.verification_issuer_open({}, say)])],
      };
  }
}

/** What was compared, and what could not be. */
function compared({ document }: ReportChecked, { verdict, isRecorded, photosNotCompared, findings }: Judged, say: Say): string[] {
  if (!document) return [m.verification_data_alone({}, say)];
  if (isRecorded) return [m.verification_recorded({}, say)];
  if (verdict === 'as-issued' && document.pages !== 'same') return [m.verification_drawn_otherwise({}, say)];
  const photos = photosNotCompared > 0 ? [m.verification_photos({ count: photosNotCompared }, say)] : [];
  switch (document.pages) {
    case 'same':
      return findings.length > 0 ? photos : [m.verification_pages_same({ count: document.pageCount }, say), ...photos];
    case 'different':
      return photos;
    case 'not-compared':
      return [m.verification_pages_not_compared({}, say), ...photos];
    case 'unreadable':
      return [m.verification_pages_unreadable({}, say)];
  }
}
