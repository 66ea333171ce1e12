import { m } from '~/paraglide/messages';
import { PhotoBox } from './photo-box';
import { useRecorder } from './recorder-context';
import { placeLink } from './use-place';
import { ViewTitle } from './view-title';

/** All photos: those of the audit as a whole, and under each question or finding its own. */
export function PhotosView() {
  const { recording } = useRecorder();
  const abouts = [...new Set(recording.all('photo').flatMap(({ value }) => value.about ?? []))];
  const nameOf = (about: string) =>
    recording.pack.sections.flatMap(({ questions }) => questions).find(({ key }) => key === about)?.text ??
    recording.valueOf('finding', about)?.what ??
    recording.pack.findings.find(({ id }) => id === about)?.text ??
    null;
  return (
    <>
      <ViewTitle lead={m.recorder_photos_lead()}>{m.audits_kind_photo()}</ViewTitle>
      <PhotoBox about={null} />
      {abouts.map((about) => (
        <section key={about} className="grid gap-2">
          <h3>
            <bdi>{nameOf(about) ?? m.recorder_photos_of_unsaved()}</bdi>
          </h3>
          {nameOf(about) === null && (
            <p>
              <a href={placeLink('findings', 'with', about)} className="inline-flex min-h-11 items-center">
                {m.recorder_unsaved_go_on()}
              </a>
            </p>
          )}
          <PhotoBox about={about} />
        </section>
      ))}
    </>
  );
}
