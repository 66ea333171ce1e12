/**
 * Pictures and reading aloud on the answering pages: both off until they are asked for, and nothing needs them. Sound is offered where the device has a voice
 * for the language of the page. It reads what the page says; nothing is sent anywhere by this script. The choice stays on the device.
 */
type Aid = 'pictures' | 'sound';
const aids = ['pictures', 'sound'] as const;
const storageKey = (aid: Aid) => `manumit-aid-${aid}`;

const read = (aid: Aid): boolean => {
  try {
    return localStorage.getItem(storageKey(aid)) === 'on';
  } catch {
    return false;
  }
};
const keep = (aid: Aid, isOn: boolean) => {
  try {
    localStorage.setItem(storageKey(aid), isOn ? 'on' : 'off');
  } catch {
    // A private window: the choice lasts for this page.
  }
};
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const language = () => document.documentElement.lang || 'en';

/** A voice of the page's language, rather one that works without a network. */
function voiceOf(): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null;
  const own = speechSynthesis.getVoices().filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language().split('-')[0]);
  return own.find((voice) => voice.localService) ?? own[0] ?? null;
}

const isShown = (element: Element) => element.closest('[hidden], details') === null;
const ended = (text: string) => (/[.?!:;؟۔।。？！：；]$/u.test(text) ? text : `${text}.`);

/** What a question says: its text, its hint, and its answers; of a table its rows, and their answers once. */
function textOf(question: HTMLElement): string {
  const inside = (selector: string) => [...question.querySelectorAll<HTMLElement>(selector)].filter(isShown);
  const [row] = inside('[role="radiogroup"]');
  const answers = inside('label').filter((label) => !row || row.contains(label) || label.closest('[role="radiogroup"]') === null);
  const texts = [...inside('h2, h3').slice(0, 1), ...inside('[data-read]'), ...answers].map((element) => element.textContent?.trim());
  return texts.flatMap((text) => (text ? [ended(text)] : [])).join(' ');
}

function show(aid: Aid, isOn: boolean): void {
  for (const button of all(`[data-aid="${aid}"]`)) button.setAttribute('aria-pressed', String(isOn));
  if (aid === 'pictures') for (const picture of all('[data-picture-of]')) picture.hidden = !isOn;
  if (aid === 'sound') {
    for (const button of all('[data-listen]')) button.hidden = !isOn;
    if (!isOn && 'speechSynthesis' in window) speechSynthesis.cancel();
  }
}

function offer(aid: Aid): void {
  const [button] = all(`[data-aid="${aid}"]`);
  if (!button?.hidden) return;
  button.hidden = false;
  for (const group of all('[data-aids]')) group.hidden = false;
  show(aid, read(aid));
}

function start(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const toggle = target.closest<HTMLElement>('[data-aid]');
    const aid = aids.find((each) => each === toggle?.dataset.aid);
    if (toggle && aid) {
      const isOn = toggle.getAttribute('aria-pressed') !== 'true';
      keep(aid, isOn);
      show(aid, isOn);
    }
    const question = target.closest('[data-listen]')?.closest<HTMLElement>('[data-question], [data-grid]');
    if (question) listen(question);
  });
  if (all('[data-picture-of]').length > 0) offer('pictures');
  const offerSound = () => voiceOf() && offer('sound');
  offerSound();
  if ('speechSynthesis' in window) speechSynthesis.addEventListener?.('voiceschanged', offerSound);
}

/** Reads a question; a second press ends it. */
function listen(question: HTMLElement): void {
  const wasSpeaking = speechSynthesis.speaking;
  speechSynthesis.cancel();
  if (wasSpeaking) return;
  const spoken = new SpeechSynthesisUtterance(textOf(question));
  spoken.lang = language();
  spoken.voice = voiceOf();
  spoken.rate = 0.9;
  speechSynthesis.speak(spoken);
}

start();
