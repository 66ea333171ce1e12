/** A hint of a question as it is read on a screen: what a word means, and what each answer stands for, on a line of its own. */
export function HintText({ hint }: { hint: string }) {
  return (
    <div className="grid max-w-prose gap-1">
      {hintLines(hint).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** Cuts a hint before each sentence that begins with a few words and a colon ("Partly: …"), in whatever script. Nothing is lost but spaces. Pure. */
export function hintLines(hint: string): string[] {
  return hint.split(/(?<=[.。।۔])\s*(?=[^.。।۔:：]{1,30}[:：])/u).map((line) => line.trim());
}
