/**
 * What the browser does on a page that shows a file: leads from one file to the next and back by the arrow keys, and lets places of a picture be redacted
 * with a finger or the mouse. Without it there are links, and fields for the numbers.
 */
const typing = 'input, textarea, select, [contenteditable]';

/** Leads by the arrow keys, and answers how to end it. */
export function startKeys(): () => void {
  addEventListener('keydown', lead);
  return () => removeEventListener('keydown', lead);
}

function lead(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target instanceof Element && event.target.closest(typing)) return;
  const isForward = event.key === (document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
  if (!isForward && event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  document.querySelector<HTMLAnchorElement>(`[data-viewer] a[rel=${isForward ? 'next' : 'prev'}]`)?.click();
}

/** Lets the pictures of a page be redacted; each once. */
export function startDrawings(): void {
  for (const root of document.querySelectorAll<HTMLElement>('[data-redact]:not([data-started])')) {
    root.dataset.started = '';
    startDrawing(root);
  }
}

function startDrawing(root: Element): void {
  const sheet = root.querySelector<HTMLElement>('[data-redact-sheet]');
  const places = root.querySelector('[data-redact-places]');
  const undo = root.querySelector<HTMLElement>('[data-redact-undo]');
  if (!sheet || !places || !undo) return;
  places.replaceChildren();
  sheet.hidden = false;
  undo.hidden = false;
  let from: { x: number; y: number } | null = null;
  let box: HTMLElement | null = null;
  const at = (event: PointerEvent) => {
    const { left, top, width, height } = sheet.getBoundingClientRect();
    const percent = (value: number) => Math.min(100, Math.max(0, value));
    return { x: percent(((event.clientX - left) / width) * 100), y: percent(((event.clientY - top) / height) * 100) };
  };
  const draw = (element: HTMLElement, to: { x: number; y: number }) => {
    if (!from) return null;
    const place = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) };
    // Physical sides: a picture is not mirrored with its page.
    Object.assign(element.style, { left: `${place.x}%`, top: `${place.y}%`, width: `${place.width}%`, height: `${place.height}%` });
    return place;
  };
  sheet.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    sheet.setPointerCapture(event.pointerId);
    from = at(event);
    box = document.createElement('div');
    Object.assign(box.style, { position: 'absolute', background: '#000', outline: '1px solid #fff', pointerEvents: 'none' });
    sheet.append(box);
  });
  sheet.addEventListener('pointermove', (event) => {
    if (box) draw(box, at(event));
  });
  sheet.addEventListener('pointerup', (event) => {
    const place = box && draw(box, at(event));
    if (!place || place.width < 0.5 || place.height < 0.5) box?.remove();
    else {
      const group = document.createElement('div');
      for (const [name, value] of Object.entries(place)) {
        const input = document.createElement('input');
        Object.assign(input, { type: 'hidden', name, value: value.toFixed(2) });
        group.append(input);
      }
      places.append(group);
    }
    from = null;
    box = null;
  });
  undo.addEventListener('click', () => {
    places.lastElementChild?.remove();
    if (sheet.lastElementChild instanceof HTMLDivElement) sheet.lastElementChild.remove();
  });
}
