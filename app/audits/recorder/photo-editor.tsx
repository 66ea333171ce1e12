import { givenText } from '~/platform/http/given-text';
import { type FormEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import { Notice } from '~/ui/notice';
import { blurPlace, type Place } from './draw-photo';

const sides = ['x', 'y', 'width', 'height'] as const;
const sideLabel = {
  x: m.recorder_blur_x,
  y: m.recorder_blur_y,
  width: m.recorder_blur_width,
  height: m.recorder_blur_height,
};

/** Blurs faces and documents, by finger or by numbers, before a photo is saved. The blurred pixels are overwritten at once. */
export function PhotoEditor({
  canvas,
  onKeep,
  onLeave,
}: {
  canvas: HTMLCanvasElement;
  onKeep: (given: { caption: string; blurred: number }) => Promise<void>;
  onLeave: () => void;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [blurred, setBlurred] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    canvas.setAttribute('class', 'block h-auto max-h-[70vh] w-auto max-w-full touch-none rounded');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', m.recorder_photo_to_keep());
    sheet.current?.prepend(canvas);
  }, [canvas]);

  const at = (event: PointerEvent) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const share = (value: number) => Math.min(1, Math.max(0, value));
    return { x: share((event.clientX - left) / width), y: share((event.clientY - top) / height) };
  };
  const between = (to: { x: number; y: number }): Place | null =>
    from.current && {
      x: Math.min(from.current.x, to.x),
      y: Math.min(from.current.y, to.y),
      width: Math.abs(from.current.x - to.x),
      height: Math.abs(from.current.y - to.y),
    };
  const blur = (chosen: Place | null) => {
    if (!chosen || chosen.width < 0.005 || chosen.height < 0.005) return;
    blurPlace(canvas, chosen);
    setBlurred((count) => count + 1);
  };
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (form.get('unrecognisable') !== 'on') {
      setProblem(m.recorder_photo_check_first());
      return;
    }
    setBusy(true);
    onKeep({ caption: givenText(form, 'caption').trim(), blurred }).catch(() => {
      setBusy(false);
      setProblem(m.recorder_photo_not_kept());
    });
  };
  return (
    <form onSubmit={keep} data-photo-editor="" className="grid gap-3 border-s-4 border-line ps-4" noValidate>
      <p className="max-w-prose">{m.recorder_blur_how()}</p>
      <div
        ref={sheet}
        className="relative w-fit touch-none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = at(event);
        }}
        onPointerMove={(event) => from.current && setPlace(between(at(event)))}
        onPointerUp={(event) => {
          blur(between(at(event)));
          from.current = null;
          setPlace(null);
        }}
      >
        {place && (
          <div
            className="pointer-events-none absolute border-2 border-danger"
            // Physical sides: a picture is not mirrored with its page.
            style={{
              left: `${place.x * 100}%`,
              top: `${place.y * 100}%`,
              width: `${place.width * 100}%`,
              height: `${place.height * 100}%`,
            }}
          />
        )}
      </div>
      <p role="status">{m.recorder_blurred({ count: blurred })}</p>
      <details>
        <summary className="min-h-11 cursor-pointer py-3 text-accent">{m.recorder_blur_by_numbers()}</summary>
        <BlurByNumbers onBlur={blur} />
      </details>
      <Field name="caption" label={m.recorder_caption()} hint={m.recorder_caption_hint()} optional maxLength={500} />
      <Checkbox name="unrecognisable" label={m.recorder_photo_unrecognisable()} />
      {problem && (
        <Notice tone="warning" isLive>
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="lg" busy={isBusy} disabled={isBusy}>
          {m.recorder_photo_keep()}
        </Button>
        <Button type="button" size="lg" onClick={onLeave}>
          {m.recorder_photo_leave()}
        </Button>
      </div>
    </form>
  );
}

/** The same by the keyboard: a rectangle in percent of the picture. */
function BlurByNumbers({ onBlur }: { onBlur: (place: Place) => void }) {
  const [given, setGiven] = useState({ x: '0', y: '0', width: '100', height: '100' });
  const share = (text: string) => Math.min(1, Math.max(0, Number(text) / 100 || 0));
  return (
    <div className="flex flex-wrap items-end gap-3">
      {sides.map((side) => (
        <label key={side} className="grid w-24 gap-1">
          <span>{sideLabel[side]()}</span>
          <input
            type="number"
            min={0}
            max={100}
            className="control text-end"
            value={given[side]}
            onChange={(event) => setGiven({ ...given, [side]: event.currentTarget.value })}
          />
        </label>
      ))}
      <Button
        type="button"
        size="lg"
        onClick={() => {
          const { x, y } = { x: share(given.x), y: share(given.y) };
          onBlur({ x, y, width: Math.min(1 - x, share(given.width)), height: Math.min(1 - y, share(given.height)) });
        }}
      >
        {m.recorder_blur()}
      </Button>
    </div>
  );
}
