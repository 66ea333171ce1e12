import type { Block } from '~/documents/pdf/block';

/** A signature as drawn: strokes of x and y in turn, in thousandths of the width of the field. */
export function SignatureFigure({ signature }: { signature: Extract<Block, { kind: 'signatures' }>['signatures'][number] }) {
  const points = (stroke: readonly number[]) =>
    stroke.length === 2 ? [...stroke, (stroke[0] ?? 0) + 3, (stroke[1] ?? 0) + 3].join(' ') : stroke.join(' ');
  return (
    <figure className="flex w-64 max-w-full break-inside-avoid flex-col">
      {signature.strokes.length === 0 ? (
        <div className="mt-auto border-b border-muted" />
      ) : (
        <svg
          role="img"
          aria-label={signature.alt}
          viewBox={`0 0 1000 ${Math.round(1000 / signature.ratio)}`}
          className="h-auto w-full border-b border-muted text-ink"
        >
          {signature.strokes.map((stroke) => (
            <polyline
              key={stroke.join(' ')}
              points={points(stroke)}
              fill="none"
              stroke="currentColor"
              strokeWidth={6}
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          ))}
        </svg>
      )}
      <figcaption className="whitespace-pre-line break-words text-sm text-muted">{signature.title}</figcaption>
    </figure>
  );
}
