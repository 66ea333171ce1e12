import { type PointerEvent, useEffect, useRef } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { SignaturePath, signatureBox, type Strokes } from '~/ui/signature';

/** Width of the field by its height. */
export const padRatio = 3;
const most = { strokes: 400, numbers: 4000 };

/** A signature field for finger, pen or mouse. */
export function SignaturePad({ strokes, onChange }: { strokes: Strokes; onChange: (strokes: Strokes) => void }) {
  const field = useRef<SVGSVGElement>(null);
  const drawing = useRef<number[] | null>(null);
  const latest = useRef(strokes);
  latest.current = strokes;
  useEffect(() => {
    const pad = field.current;
    const stay = (event: TouchEvent) => event.preventDefault();
    pad?.addEventListener('touchmove', stay, { passive: false });
    return () => pad?.removeEventListener('touchmove', stay);
  }, []);
  const at = (event: PointerEvent): number[] => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top].map((value) => Math.min(11_000, Math.max(-100, Math.round((value / width) * 1000))));
  };
  const go = (event: PointerEvent) => {
    if (!drawing.current || drawing.current.length >= most.numbers) return;
    drawing.current = [...drawing.current, ...at(event)];
    onChange([...latest.current.slice(0, -1), drawing.current]);
  };
  return (
    <div className="grid gap-2">
      <svg
        ref={field}
        viewBox={signatureBox(padRatio)}
        role="img"
        aria-label={m.recorder_sign_here()}
        className="w-full max-w-xl touch-none rounded border-2 border-edge bg-surface text-ink"
        data-signature-pad=""
        onPointerDown={(event) => {
          if (strokes.length >= most.strokes) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          drawing.current = at(event);
          onChange([...strokes, drawing.current]);
        }}
        onPointerMove={go}
        onPointerUp={() => {
          drawing.current = null;
        }}
      >
        <SignaturePath strokes={strokes} />
      </svg>
      <div>
        <Button type="button" onClick={() => onChange([])}>
          {m.recorder_sign_again()}
        </Button>
      </div>
    </div>
  );
}
