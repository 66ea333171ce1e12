type Found = { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] };
type Axe = { run(context: unknown, options: unknown): Promise<Found>; configure(changes: unknown): void; reset(): void };

/** Part of a page: elements of kinds that `kindsOfElements` left in the page, and appearances of texts whose contrast is known to pass. */
export type Part = { kinds: string[]; looks: string[] };
export type Inspected = { violations: string[]; looks: string[] };

/**
 * Runs in the page, so it refers to nothing outside itself. Unless `isThorough`, of a long run of equal siblings the first six and the last two are inspected,
 * and of all texts of one appearance (colours, size, weight, background) one is measured for contrast, which takes most of the time of an inspection. `part`:
 * only elements of these kinds; contrast only where an appearance is new, size of targets only where one is smaller than 24 pixels.
 */
export async function runAxe({
  tags,
  rules,
  part,
  isThorough,
}: {
  tags: string[];
  rules: string[] | null;
  part: Part | null;
  isThorough: boolean;
}): Promise<Inspected> {
  const { axe, kindsFound = {} } = window as unknown as { axe: Axe; kindsFound?: Record<string, Element[]> };
  // A colour in transition between themes is never read by anyone.
  const running = () => document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
  // An element that inherits a colour starts its transition when its parent has finished.
  for (let steps = 0, left = running(); left.length > 0 && steps < 10; left = running(), steps += 1) for (const each of left) each.finish();
  const options = { resultTypes: ['violations'], runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags } };
  const inspected = ({ violations }: Found, looks: string[]): Inspected => ({
    violations: violations.flatMap(({ id, nodes }) =>
      nodes
        // What the header covers at this place of scrolling is not too small: it can be scrolled out.
        .filter(({ failureSummary }) => id !== 'target-size' || !String(failureSummary).includes('partially obscured'))
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    ),
    looks,
  });
  if (isThorough) return inspected(await axe.run(document, options), []);

  // An element that a script has removed meanwhile cannot be inspected.
  const chosen = new Set((part?.kinds ?? []).flatMap((kind) => kindsFound[kind] ?? []).filter(({ isConnected }) => isConnected));
  if (part && chosen.size === 0) return { violations: [], looks: part.looks };
  // Descendants of a chosen element are inspected with it: the nearest of inclusion and exclusion counts.
  const within = [...chosen].flatMap((element) => [...element.children]).filter((child) => !chosen.has(child));

  function equalSiblings(): Element[] {
    const repeated: Element[] = [];
    for (const parent of document.querySelectorAll('body *')) {
      if (parent.childElementCount < 12) continue;
      const runs = new Map<string, Element[]>();
      for (const child of parent.children) {
        const kind = `${child.tagName} ${child.getAttribute('class') ?? ''}`;
        runs.set(kind, [...(runs.get(kind) ?? []), child]);
      }
      for (const run of runs.values()) repeated.push(...run.slice(6, -2));
    }
    return repeated;
  }

  const behind = new Map<Element, string>();
  /** The background painted behind an element’s text, from itself to the first opaque one. */
  const groundOf = (element: Element | null): string => {
    if (element === null) return '';
    const known = behind.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(element);
    const paints =
      backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none' || opacity !== '1' || /absolute|fixed|sticky/.test(position);
    const own = paints ? `${backgroundColor} ${backgroundImage} ${opacity} ${position}|` : '';
    const ground = backgroundColor.startsWith('rgb(') && opacity === '1' ? own : own + groundOf(element.parentElement);
    behind.set(element, ground);
    return ground;
  };
  const looks = new Set(part?.looks);
  const mark = 'data-contrast-measured';
  let hasNewLook = false;
  for (const element of part ? chosen : document.querySelectorAll('body *')) {
    if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const look = [color, fontSize, fontWeight, textShadow, groundOf(element)].join('|');
    if (looks.has(look)) continue;
    element.setAttribute(mark, '');
    looks.add(look);
    hasNewLook = true;
  }
  const isSmall = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return element.matches('a, button, input, select, textarea, summary, [role], [tabindex]') && (width < 24 || height < 24);
  };
  const left = part ? [...(hasNewLook ? [] : ['color-contrast']), ...([...chosen].some(isSmall) ? [] : ['target-size'])] : [];
  if (rules?.every((rule) => left.includes(rule))) return { violations: [], looks: [...looks] };
  const only = rules
    ? { runOnly: { type: 'rule', values: rules.filter((rule) => !left.includes(rule)) } }
    : { rules: Object.fromEntries(left.map((rule) => [rule, { enabled: false }])) };
  axe.configure({ rules: [{ id: 'color-contrast', selector: `[${mark}]` }] });
  try {
    const context = part ? { include: [...chosen], exclude: within } : { include: [document], exclude: equalSiblings() };
    return inspected(await axe.run(context, { ...options, ...only, preload: false }), [...looks]);
  } finally {
    axe.reset();
    for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark);
  }
}
