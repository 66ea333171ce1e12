import type { SaveReply } from './answer-labels';

/** Says at each box of a question what is wrong in it, and nothing at the others. Only texts and attributes change. Whether there was anything to say. */
export function sayBoxes(controls: readonly HTMLElement[], { key, boxes }: { key: string; boxes: SaveReply['boxes'] }): boolean {
  for (const control of controls) {
    const name = control.getAttribute('name') ?? key;
    const place = document.getElementById(`problem-${name}`);
    if (!place) continue;
    const text = boxes[name.slice(key.length + 1)];
    // What the server drew at it was of an earlier value.
    document.getElementById(`${control.id}-error`)?.replaceChildren();
    if (place.textContent !== (text ?? null)) place.textContent = text ?? null;
    for (const [attribute, value] of [
      ['aria-invalid', 'true'],
      ['aria-describedby', place.id],
    ] as const)
      if (text === undefined) control.removeAttribute(attribute);
      else control.setAttribute(attribute, value);
  }
  return Object.keys(boxes).length > 0;
}
