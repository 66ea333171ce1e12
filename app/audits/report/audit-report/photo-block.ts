import { m } from '~/paraglide/messages';
import type { Block } from '~/documents/pdf/block';
import { writeDate } from '~/documents/pdf/labels';
import type { AuditReportFinding } from './findings-schema';
import type { ReportPhoto } from './schema';
import type { Say } from './labels';

/** Whether a photo is printed beside a finding: beside the first that it is about, so that no photo is printed twice. */
export function fitsBeside({ no, about }: ReportPhoto, finding: Pick<AuditReportFinding, 'no' | 'photos'>): boolean {
  return about?.startsWith('NC-') ? about === finding.no : finding.photos.includes(no);
}

/** A photo with its number, its caption, what it is about, the day on which it was recorded, and how many places in it were made unrecognisable. */
export function photoBlock({ no, sha256, width, height, caption, about, blurred, on }: ReportPhoto, say: Say): Block {
  const title = [
    m.audit_report_photo_named({ number: no, caption }, say),
    ...(about === null ? [] : [about]),
    ...(on ? [writeDate(on, say)] : []),
    ...(blurred > 0 ? [m.audit_report_blurred({ places: blurred }, say)] : []),
  ].join(' · ');
  return {
    kind: 'photo',
    sha256,
    width,
    height,
    title,
    alt: caption === '' ? m.audit_report_photo_named({ number: no, caption: '–' }, say) : caption,
  };
}
