import { useEffect, useId, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { formatNumber } from '~/ui/format';
import { drawPhoto, jpegOf } from './draw-photo';
import { PhotoEditor } from './photo-editor';
import { photoLimits } from './photo-limits';
import { useRecorder } from './recorder-context';
import { sha256Of } from './sealing';
import type { CurrentValue } from './recording';

/** The photos about one thing (null: of the audit as a whole), and taking more of them. */
export function PhotoBox({ about }: { about: string | null }) {
  const { recording, sending } = useRecorder();
  const id = useId();
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const photos = recording.all('photo').filter(({ value }) => value.about === about);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const drawn = await drawPhoto(file);
    setRefusal(drawn.kind === 'drawn' ? null : refusalOf(drawn.code));
    setCanvas(drawn.kind === 'drawn' ? drawn.canvas : null);
  };
  const keep = async (picture: HTMLCanvasElement, { caption, blurred }: { caption: string; blurred: number }) => {
    const bytes = await jpegOf(picture);
    const sha256 = await sha256Of(bytes);
    await recording.keepPhoto(sha256, bytes);
    const size = { sizeBytes: bytes.byteLength, width: picture.width, height: picture.height };
    await recording.record('photo', crypto.randomUUID(), () => ({
      ...{ sha256, mediaType: 'image/jpeg', ...size, about, caption, blurred, isWithdrawn: false },
    }));
    setCanvas(null);
    sending.later();
  };
  return (
    <div className="grid gap-3">
      {photos.length > 0 && (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {photos.map((photo) => (
            <PhotoItem key={photo.key} photo={photo} />
          ))}
        </ul>
      )}
      {refusal && (
        <Notice tone="warning" isLive>
          {refusal}
        </Notice>
      )}
      {canvas ? (
        <PhotoEditor canvas={canvas} onKeep={(given) => keep(canvas, given)} onLeave={() => setCanvas(null)} />
      ) : (
        <label
          htmlFor={id}
          className="inline-flex min-h-11 w-fit cursor-pointer items-center rounded border border-edge bg-surface px-4 py-2 font-semibold hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          {m.recorder_photo_add()}
          <input
            id={id}
            type="file"
            accept="image/*"
            capture="environment"
            className="sr-only"
            onChange={({ currentTarget: field }) => {
              void take(field.files?.[0]);
              field.value = '';
            }}
          />
        </label>
      )}
    </div>
  );
}

const refusalOf = (code: 'no-photo' | 'too-many-pixels'): string =>
  code === 'no-photo'
    ? m.recorder_photo_broken()
    : m.recorder_photo_too_large({ megapixels: formatNumber(photoLimits.pixels / 1_000_000) });

function PhotoItem({ photo: { key, value } }: { photo: CurrentValue<'photo'> }) {
  const { recording, sending } = useRecorder();
  const [address, setAddress] = useState<string | null>(null);
  const { sha256, mediaType } = value;
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    void recording.photoOf(sha256).then((bytes) => {
      if (!bytes || isGone) return;
      made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
      setAddress(made);
    });
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [recording, sha256, mediaType]);
  const withdraw = () => {
    void recording.record('photo', key, (now) => ({ ...(now ?? value), isWithdrawn: true }));
    sending.later();
  };
  return (
    <li className="grid content-start gap-1">
      {address ? (
        <img
          src={address}
          alt={value.caption || m.recorder_photo_no_caption()}
          className="aspect-4/3 w-full rounded border border-line object-cover"
        />
      ) : (
        <p className="text-xs text-muted">{m.recorder_photo_elsewhere()}</p>
      )}
      <p className="text-xs">
        <bdi>{value.caption}</bdi>
      </p>
      <Button
        type="button"
        size="sm"
        variant="quiet"
        onClick={withdraw}
        aria-label={m.recorder_photo_withdraw_named({ caption: value.caption })}
      >
        {m.recorder_withdraw()}
      </Button>
    </li>
  );
}
