import { m } from '~/paraglide/messages';
import type { Block, Part } from '~/documents/pdf/block';
import { lawBlocks } from './law-blocks';
import { photoBlock, fitsBeside } from './photo-block';
import type { AuditReport } from './schema';
import { countLabel, orDash, type Say } from './labels';

/** Name of the file that is attached to the PDF. */
export const attachmentName = 'audit-report.json';

/** 13: photos, documents behind the findings, glossary, limitations of the report, and how to verify that it is unaltered. */
export function annexPart(model: AuditReport, say: Say): Part {
  const { photos, findings, audit } = model;
  const seen = findings.filter(({ evidence }) => evidence !== '');
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: m.audit_report_photo_pages({}, say) },
    ...photoPages(model, say),
    { kind: 'heading', level: 2, text: m.audit_report_documents({}, say) },
    seen.length + photos.length === 0
      ? { kind: 'paragraph', text: m.audit_report_documents_none({}, say) }
      : {
          kind: 'table',
          title: m.audit_report_documents({}, say),
          size: 8,
          columns: [
            { label: m.audit_report_document({}, say), share: 58 },
            { label: m.audit_report_document_of({}, say), share: 14 },
            { label: m.audit_report_document_hash({}, say), share: 28 },
          ],
          rows: [
            ...seen.map(({ evidence, no }) => [evidence, no, '–']),
            ...photos.map(({ no, caption, about, sha256 }) => [
              m.audit_report_photo_named({ number: no, caption }, say),
              orDash(about),
              `${sha256.slice(0, 16)}…`,
            ]),
          ],
        },
    ...lawBlocks(model, say),
    { kind: 'heading', level: 2, text: m.audit_report_glossary({}, say) },
    {
      kind: 'pairs',
      title: m.audit_report_glossary({}, say),
      rows: [
        [m.audit_report_not_compliant({}, say), m.audit_report_glossary_not_compliant({}, say)],
        [m.audit_report_not_assessed({}, say), m.audit_report_glossary_not_assessed({}, say)],
        [m.audit_report_systemic({}, say), m.audit_report_glossary_systemic({}, say)],
        [m.audit_report_under_five({}, say), m.audit_report_glossary_under_five({}, say)],
        [countLabel({ from: 10, to: 14 }, say), m.audit_report_glossary_band({}, say)],
        [m.audit_report_withheld({}, say), m.audit_report_glossary_withheld({}, say)],
        [m.audit_report_several({}, say), m.audit_report_glossary_several({}, say)],
      ],
    },
    { kind: 'heading', level: 2, text: m.audit_report_disclaimer({}, say) },
    { kind: 'paragraph', text: m.audit_report_disclaimer_text({}, say) },
    {
      kind: 'paragraph',
      text: `${audit.checklist.title} (${audit.checklist.key}). ${audit.checklist.source} ${audit.checklist.licence}`,
      isSmall: true,
    },
    { kind: 'heading', level: 2, text: m.supplier_report_section_verify({}, say) },
    ...verifyBlocks(model, say),
  ];
  return { key: 'annex', title: m.audit_report_part_annex({}, say), blocks };
}

/** The photos of no finding: of the site as a whole, or of a question. */
function photoPages({ photos, findings, revisits = [] }: AuditReport, say: Say): Block[] {
  if (photos.length === 0) return [{ kind: 'paragraph', text: m.audit_report_photos_none({}, say) }];
  const isRevisited = ({ no }: AuditReport['photos'][number]) => revisits.some((revisit) => revisit.photos.includes(no));
  const rest = photos.filter((photo) => !isRevisited(photo) && !findings.some((finding) => fitsBeside(photo, finding)));
  const beside: Block[] =
    rest.length < photos.length
      ? [{ kind: 'paragraph', text: m.auditpapers_photos_beside({ count: photos.length - rest.length }, say) }]
      : [];
  return [...beside, ...rest.map((photo) => photoBlock(photo, say))];
}

const verifyLink = (url: string, say: Say): Block => ({ kind: 'link', text: m.supplier_report_verify_link({ address: url }, say), url });

/** How a reader verifies that the report is unaltered. */
export function verifyBlocks({ hash, verifyAt, state }: AuditReport, say: Say): Block[] {
  if (state === 'draft')
    return [
      { kind: 'paragraph', text: m.audit_report_draft_hash({}, say) },
      { kind: 'paragraph', text: hash, isStrong: true },
    ];
  return [
    { kind: 'paragraph', text: m.supplier_report_verify_text({ file: attachmentName }, say) },
    { kind: 'paragraph', text: hash, isStrong: true },
    ...(verifyAt === null ? [] : [verifyLink(`${verifyAt}/${hash}`, say)]),
  ];
}
