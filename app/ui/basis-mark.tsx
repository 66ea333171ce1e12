import type { Basis } from '#scoring';
import { m } from '~/paraglide/messages';
import { classNames } from './class-names';

const words = {
  A: m.supplier_report_basis_a,
  B: m.supplier_report_basis_b,
  C: m.supplier_report_basis_c,
  D: m.supplier_report_basis_d,
  E: m.supplier_report_basis_e,
} satisfies Record<Basis, () => string>;

const looks = {
  A: 'border-basis-a bg-basis-a text-canvas',
  B: 'border-basis-b bg-basis-b text-canvas',
  C: 'border-edge bg-basis-d text-ink',
  D: 'border-edge text-ink',
  E: 'border-dashed border-edge text-muted',
} satisfies Record<Basis, string>;

const disc = 'inline-flex size-5 shrink-0 items-center justify-center rounded-full border text-xs leading-none font-semibold';

/** What a score rests on as a letter in a disc, darker with more evidence: from A checked on site to E country only. In full on hover and for screen readers. */
export function BasisMark({ basis }: { basis: Basis }) {
  return (
    <span role="img" aria-label={words[basis]()} title={words[basis]()} className={classNames(disc, looks[basis])}>
      {basis}
    </span>
  );
}

/** The disc with its words beside it ("D: country and sector only"). */
export function BasisLabel({ basis, text = words[basis]() }: { basis: Basis; text?: string }) {
  const letter = /^[A-E]\s*:\s*/.exec(text)?.[0] ?? '';
  return (
    <span className="inline-flex items-center gap-1.5 text-muted">
      <BasisDisc basis={basis} />
      <span>
        <span className="sr-only">{letter}</span>
        {text.slice(letter.length)}
      </span>
    </span>
  );
}

function BasisDisc({ basis }: { basis: Basis }) {
  return (
    <span aria-hidden="true" className={classNames(disc, looks[basis])}>
      {basis}
    </span>
  );
}
