/** A box to tick on paper; what it says is written beside it. */
export function PaperBox({ isTicked }: { isTicked: boolean }) {
  return (
    <span aria-hidden="true" className="inline-flex size-4 shrink-0 items-center justify-center border border-ink text-xs leading-none">
      {isTicked && '×'}
    </span>
  );
}
