import { pictures } from './pictures';

/** The drawing of a question of the core. It repeats what the text says, so a screen reader skips it. */
export function QuestionPicture({ picture }: { picture: string }) {
  const pieces = pictures[picture];
  if (!pieces) return null;
  return (
    <svg
      viewBox="0 0 106 72"
      aria-hidden="true"
      data-picture={picture}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="h-11 w-16 text-muted sm:h-18 sm:w-[106px]"
    >
      {pieces.map(({ d, x = 0, y = 0, scale = 1 }) => (
        <path key={`${x} ${y}`} d={d} transform={`translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}`} />
      ))}
    </svg>
  );
}
