import { type FindingStatus, findingGrades } from '#scoring';
import type { EntryValue } from '~/audits/entries/entries';
import { siteOffset } from '~/audits/report/site-zone';
import { showPeople, smallestShownCount } from '~/suppliers/fields/reported/people-count';
import type { FactValue } from '~/suppliers/fields/reported/fact-value';
import type { AuditReportFinding } from './findings-schema';
import type { AuditReport, ReportPhoto } from './schema';

/** What became of a finding since it was opened. */
export type FindingSince = Pick<AuditReportFinding, 'dueOn' | 'verifiedOn' | 'actions' | 'replies'> & { status: FindingStatus };
/** A current entry. `firstAt`: when an entry under its key was first recorded. */
export type Kept<Value> = { id: string; value: Value; firstAt?: string };

/** Findings in the order of the checklist, most serious first within a section, numbered NC-1, NC-2 … */
export function arrangeFindings(
  entries: readonly Kept<EntryValue<'finding'>>[],
  options: {
    sections: readonly { key: string; questions: readonly { key: string; point: string | null }[] }[];
    photos: readonly (ReportPhoto & { id: string })[];
    since: ReadonlyMap<string, FindingSince>;
    workers: number | null;
  },
): AuditReportFinding[] {
  const { sections, photos, since, workers } = options;
  const placed = entries.map(({ id, value }) => {
    const inSection = ({ questions }: (typeof sections)[number]) =>
      questions.some(({ key, point }) => key === value.question || (point !== null && point === value.point));
    const index = sections.findIndex(inSection);
    const section = sections[index];
    const point = value.point ?? section?.questions.find(({ key }) => key === value.question)?.point ?? null;
    return { id, value, place: index < 0 ? sections.length : index, section: section?.key ?? null, point };
  });
  placed.sort(
    (a, b) => a.place - b.place || findingGrades.indexOf(a.value.grade) - findingGrades.indexOf(b.value.grade) || (a.id < b.id ? -1 : 1),
  );
  return placed.map(({ id, value, section, point }, index): AuditReportFinding => {
    const { methods, isWithdrawn: _, repeats, photos: _named, affected, ...said } = value;
    const later = since.get(id);
    // A finding that only workers can be the source of names no source: with few interviews, that would identify them.
    const isByWorkersAlone = methods.length === 1 && methods[0] === 'workers';
    return {
      ...said,
      ...{ no: `NC-${index + 1}`, id, section, point },
      affected: affected === null ? null : peopleAffected(affected, workers),
      photos: photos.filter((photo) => photo.about === id || value.photos.includes(photo.id)).map(({ no }) => no),
      sources: isByWorkersAlone ? 'several' : methods,
      agreement: isByWorkersAlone ? null : value.agreement,
      isCarriedOver: repeats !== null,
      status: later?.status ?? 'open',
      dueOn: later?.dueOn ?? null,
      verifiedOn: later?.verifiedOn ?? null,
      actions: later?.actions ?? [],
      replies: later?.replies ?? [],
    };
  });
}

/** People of a headcount as they may be shown: neither fewer than five, nor all but fewer than five. */
function peopleAffected(count: number, workers: number | null): FactValue {
  const rest = workers === null ? 0 : workers - count;
  return count >= smallestShownCount && rest > 0 && rest < smallestShownCount ? { kind: 'nearly-all' } : showPeople(count);
}

/** Photos in the order in which they were taken in, numbered from 1, each with its day by the clocks at the site. */
export function arrangePhotos(
  entries: readonly Kept<EntryValue<'photo'>>[],
  place: { country: string | null; zone: string | undefined },
): (ReportPhoto & { id: string })[] {
  return entries.map(({ id, value: { sha256, width, height, caption, about, blurred }, firstAt }, index) => ({
    ...{ id, no: index + 1, sha256, width, height, caption, about, blurred, on: dayAtSite(firstAt, place) },
  }));
}

/** The day at the site; null where the time there is not known, since it may be another than in UTC. */
function dayAtSite(at: string | undefined, { country, zone }: { country: string | null; zone: string | undefined }): string | null {
  const offset = at === undefined ? null : siteOffset(at, { country, recorded: zone });
  return at === undefined || offset === null ? null : new Date(Date.parse(at) + offset * 60_000).toISOString().slice(0, 10);
}

/** The photos as the report keeps them: their device's id, and those of earlier findings or of one that is gone, are of no use to a reader. */
export function withoutIds(
  photos: readonly (ReportPhoto & { id: string })[],
  findings: readonly AuditReportFinding[],
  earlier: ReadonlyMap<string, unknown>,
): AuditReport['photos'] {
  const numberOf = new Map(findings.map(({ id, no }) => [id, no]));
  const isGone = (about: string) => earlier.has(about) || (/^[0-9a-f-]{36}$/.test(about) && !numberOf.has(about));
  return photos.map(({ id: _, about, ...photo }) => ({
    ...photo,
    about: about === null || isGone(about) ? null : (numberOf.get(about) ?? about),
  }));
}
