import { m } from '~/paraglide/messages';
import { Icon } from '~/ui/icon';

type Pictured = { fileName: string; hasPreview: boolean };

/** The small picture of a file; where there is none, a sheet with the ending of its name. `src`: where the picture lies. */
export function FilePicture({ file, src, isLarge = false }: { file: Pictured; src: string; isLarge?: boolean }) {
  if (file.hasPreview)
    return (
      <img
        src={src}
        alt={m.files_picture_of({ name: file.fileName })}
        loading="lazy"
        className={
          isLarge
            ? 'max-h-[70vh] w-auto max-w-full rounded border border-line bg-sunken'
            : 'size-16 rounded border border-line bg-sunken object-cover'
        }
      />
    );
  return (
    <span
      aria-hidden="true"
      className={`grid place-items-center rounded border border-line bg-sunken text-xs text-muted uppercase ${isLarge ? 'size-40' : 'size-16'}`}
    >
      <span className="grid place-items-center gap-1">
        <Icon name="file" />
        {/\.([a-z0-9]+)$/i.exec(file.fileName)?.[1] ?? ''}
      </span>
    </span>
  );
}
