import type { Block } from '~/documents/pdf/block';
import { SignatureDrawing } from '~/ui/signature';

/** A signature as drawn, or the line on which to sign, above the name of who signs. */
export function SignatureFigure({ signature }: { signature: Extract<Block, { kind: 'signatures' }>['signatures'][number] }) {
  return (
    <figure className="flex w-64 max-w-full break-inside-avoid flex-col">
      {signature.strokes.length === 0 ? (
        <div className="mt-auto border-b border-muted" />
      ) : (
        <SignatureDrawing
          {...{ strokes: signature.strokes, ratio: signature.ratio, label: signature.alt }}
          className="h-auto w-full border-b border-muted text-ink"
        />
      )}
      <figcaption className="whitespace-pre-line break-words text-sm text-muted">{signature.title}</figcaption>
    </figure>
  );
}
