import { m } from '~/paraglide/messages';
import { PhotoBox } from './photo-box';
import { useRecorder } from './recorder-context';
import { ViewTitle } from './view-title';

/** All photos: those of the audit as a whole, and under each question or finding its own. */
export function PhotosView() {
  const { recording } = useRecorder();
  const abouts = [...new Set(recording.all('photo').flatMap(({ value }) => value.about ?? []))];
  const nameOf = (about: string) =>
    recording.pack.sections.flatMap(({ questions }) => questions).find(({ key }) => key === about)?.text ??
    recording.valueOf('finding', about)?.what ??
    about;
  return (
    <>
      <ViewTitle lead={m.recorder_photos_lead()}>{m.audit_kind_photo()}</ViewTitle>
      <PhotoBox about={null} />
      {abouts.map((about) => (
        <section key={about} className="grid gap-2">
          <h3>
            <bdi>{nameOf(about)}</bdi>
          </h3>
          <PhotoBox about={about} />
        </section>
      ))}
    </>
  );
}
