/** Strokes of a signature: x and y in turn, in thousandths of the width of its field. */
export type Strokes = number[][];

/** The path of the strokes; a dot is a stroke of one place. */
const strokePath = (strokes: Strokes): string =>
  strokes
    .map((stroke) => {
      const points: string[] = [];
      for (let at = 0; at + 1 < stroke.length; at += 2) points.push(`${stroke[at]} ${stroke[at + 1]}`);
      return points.length === 0 ? '' : `M${points.join('L')}${points.length === 1 ? 'h1' : ''}`;
    })
    .join('');

/** The strokes alone, in the field of who signs. */
export function SignaturePath({ strokes }: { strokes: Strokes }) {
  return <path d={strokePath(strokes)} fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round" />;
}

/** The part of the drawing that a field shows, `ratio` times as wide as high. */
export const signatureBox = (ratio: number): string => `0 0 1000 ${Math.round(1000 / ratio)}`;

/** A signature as it was drawn. */
export function SignatureDrawing({
  strokes,
  ratio,
  label,
  className,
}: {
  strokes: Strokes;
  ratio: number;
  label: string;
  className: string;
}) {
  return (
    <svg viewBox={signatureBox(ratio)} role="img" aria-label={label} className={className}>
      <SignaturePath strokes={strokes} />
    </svg>
  );
}
