/** Answers to a list to tick that exclude every other: they are boxes as well, marked `data-alone`. */
export const aloneAnswers = ['none', 'dont-know', 'not-applicable'] as const;

/** Answers that every scale has: side by side where they fit, after the options. */
export const besideAnswers = ['dont-know', 'not-applicable'] as const;

/**
 * After a box was ticked, unticks those of its question that do not go with it: an exclusive one unticks all others, any other unticks the exclusive ones. The
 * server takes no combination either. In the browser alone, on pages with or without React.
 */
export function untickOthers(box: HTMLInputElement): void {
  if (box.type !== 'checkbox' || !box.checked || !box.form) return;
  for (const other of box.form.elements) {
    if (!(other instanceof HTMLInputElement) || other === box || other.name !== box.name) continue;
    if ('alone' in box.dataset || 'alone' in other.dataset) other.checked = false;
  }
}
