/** The mark of the product: an open link of a chain. Beside the name of an organization or the product, which says it in words. */
export function ProductMark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 shrink-0">
      <rect width="24" height="24" rx="4" className="fill-accent" />
      <path
        d="M10.2 16.6H8.6a4.6 4.6 0 0 1 0-9.2h1.6M13.8 7.4h1.6a4.6 4.6 0 0 1 4.4 6M8.8 12h3.6"
        className="stroke-on-accent"
        fill="none"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
    </svg>
  );
}
