/** A question's hint on screen: terms, and the meaning of each answer, on lines of their own. */
export function HintText({ hint }: { hint: string }) {
  return (
    <div className="max-w-prose space-y-0.5">
      {hintLines(hint).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** Splits a hint before each sentence that begins with a label and a colon ("Partly: …"), in any script. Drops only spaces. Pure. */
export function hintLines(hint: string): string[] {
  return hint.split(/(?<=[.。।۔])\s*(?=[^.。।۔:：]{1,30}[:：])/u).map((line) => line.trim());
}
