/**
 * The whole script of the answering pages: saves each answer when it is chosen, keeps what cannot be sent on the device and sends it later.
 * It is no module of the product's pages and draws nothing: it finds marked elements and sets their text, because a translating browser may have
 * put every text of the page into elements of its own. Without it the form around the questions does the same section by section.
 */
import { sayBoxes } from './say-boxes';
import { withLatinDigits } from '../../locales/latin-digits';
import { untickOthers } from '../responses/tick-boxes';
import type { SaveReply } from './answer-labels';

type Kept = { fields: [string, string][]; stamp: number };
type Queue = Record<string, Kept>;

const retryMs = 5_000;

const isBox = (control: Element): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

function start(form: HTMLFormElement): void {
  const { save = '', response = '' } = form.dataset;
  const words = form.dataset;
  const storageKey = `manumit-answers:${response}`;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Values on this page that the browser cannot store: a private window, or no space. Leaving the page then asks first. */
  let memory: Queue | null = null;

  const readQueue = (): Queue => {
    if (memory) return memory;
    try {
      return JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    } catch {
      return {};
    }
  };
  const writeQueue = (queue: Queue) => {
    try {
      localStorage.setItem(storageKey, JSON.stringify(queue));
      memory = null;
    } catch {
      memory = queue;
    }
  };
  const find = (name: string, key: string) =>
    [...form.querySelectorAll<HTMLElement>(`[data-${name}]`)].find((element) => element.getAttribute(`data-${name}`) === key);
  const say = (element: Element | null | undefined, text: string) => {
    if (element && element.textContent !== text) element.textContent = text;
  };
  const sayState = (key: string, text: string, isDanger = false) => {
    const state = find('state', key);
    say(state, text);
    state?.classList.toggle('text-danger', isDanger);
    state?.classList.toggle('text-muted', !isDanger);
  };
  /** In the time of this device; the server knows none but UTC. */
  const savedText = (savedAt: string) => {
    const time = new Intl.DateTimeFormat(withLatinDigits(document.documentElement.lang || 'en'), { hour: '2-digit', minute: '2-digit' });
    return (words.savedWords ?? '').replace('{time}', time.format(new Date(savedAt)));
  };
  const waitingLine = document.querySelector<HTMLElement>('[data-waiting]');

  /** Every control of a question, by its name `KEY:part`. */
  const controls = (key: string) =>
    [...form.elements].filter(
      (element): element is HTMLInputElement | HTMLTextAreaElement =>
        (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && element.name.startsWith(`${key}:`),
    );
  const fieldsOf = (key: string): [string, string][] =>
    controls(key).flatMap((control) => (isBox(control) && !control.checked ? [] : [[control.name, control.value]]));
  const setFields = (key: string, fields: [string, string][]) => {
    for (const control of controls(key)) {
      const values = fields.flatMap(([name, value]) => (name === control.name ? [value] : []));
      if (isBox(control)) control.checked = values.includes(control.value);
      else if (values[0] !== undefined) control.value = values[0];
    }
  };
  /** The other answer as fields: several options ticked are kept with a space between. */
  const theirFields = (key: string, other: Element): [string, string][] => {
    const value = other.getAttribute('data-their-value') ?? '';
    const isTicked = controls(key).some((control) => control.type === 'checkbox');
    return (isTicked ? value.split(' ') : [value]).map((each) => [`${key}:value`, each]);
  };
  const seenOf = (key: string) => controls(key).find((control) => control.name === `${key}:seen`);

  const showWaiting = () => {
    const count = Object.keys(readQueue()).length;
    if (!waitingLine) return;
    waitingLine.hidden = count === 0;
    const { lang } = document.documentElement;
    const isOne = new Intl.PluralRules(lang || 'en').select(count) === 'one';
    say(
      waitingLine,
      ((isOne ? words.waitingOne : words.waitingMany) ?? '').replace(
        '{count}',
        new Intl.NumberFormat(withLatinDigits(lang || 'en')).format(count),
      ),
    );
  };

  const keep = (key: string) => {
    writeQueue({ ...readQueue(), [key]: { fields: fieldsOf(key), stamp: Date.now() } });
    sayState(key, words.saving ?? '');
    void flush();
  };

  const apply = (reply: SaveReply) => {
    const key = reply.question;
    const other = find('other', key);
    if (other) other.hidden = reply.other === null;
    if (reply.other) {
      say(find('other-text', key), (words.other ?? '').replace('{answer}', reply.other.label));
      other?.setAttribute('data-their-seen', reply.other.seen);
      other?.setAttribute('data-their-value', reply.other.value ?? '');
      sayState(key, '');
      return;
    }
    const seen = seenOf(key);
    if (seen) seen.value = reply.seen;
    const earlier = find('earlier', key);
    if (earlier) earlier.hidden = reply.seen !== '';
    const isAtBox = sayBoxes(controls(key), { key, boxes: reply.boxes });
    const refusal = isAtBox ? '' : reply.refusal;
    sayState(key, refusal ?? (reply.savedAt === null ? '' : savedText(reply.savedAt)), reply.refusal !== null);
    say(document.querySelector('[data-time-left]'), reply.timeLeft);
    const unasked = new Set(reply.unasked);
    for (const section of form.querySelectorAll<HTMLElement>('[data-question]'))
      section.hidden = unasked.has(section.dataset.question ?? '');
    for (const line of form.querySelectorAll<HTMLElement>('[data-unasked]')) {
      const because = reply.leftOut[line.dataset.unasked ?? ''];
      line.hidden = !unasked.has(line.dataset.unasked ?? '');
      const opener = line.querySelector<HTMLElement>('button');
      if (opener) opener.hidden = because === undefined;
      say(line.querySelector('[data-because]'), because ?? line.dataset.otherwise ?? '');
    }
    sayProgress();
  };

  /** How many of the asked questions of each folded part have an answer, as the controls are now. */
  const sayProgress = () => {
    const number = new Intl.NumberFormat(withLatinDigits(document.documentElement.lang || 'en'));
    const { progressWords } = words;
    if (!progressWords) return;
    for (const progress of form.querySelectorAll<HTMLElement>('[data-progress]')) {
      const keys = progress.dataset.progress?.split(' ') ?? [];
      const asked = keys.filter((key) => find('question', key)?.hidden === false);
      const answered = asked.filter((key) => fieldsOf(key).some(([name, value]) => name === `${key}:value` && value !== ''));
      const said = progressWords.replace('{answered}', number.format(answered.length)).replace('{asked}', number.format(asked.length));
      say(progress, asked.length === 0 ? '' : said);
    }
  };

  /** Sends what is kept, one after the other; stops where the network or the server does not answer, and tries again. */
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    sending ??= sendAll().finally(() => {
      sending = null;
      showWaiting();
      if (Object.keys(readQueue()).length > 0) timer = setTimeout(() => void flush(), retryMs);
    });
    return sending;
  };
  const sendAll = async () => {
    for (;;) {
      const [next] = Object.entries(readQueue());
      if (!next) return;
      const [key, { fields, stamp }] = next;
      const body = new URLSearchParams([['question', key], ...fields]);
      const response = await fetch(save, { method: 'POST', body, keepalive: true }).catch(() => null);
      if (response?.status === 409 || response?.status === 410 || response?.status === 404) {
        // Nothing may be written any more: what waits stays on the device, and the page says so.
        for (const waiting of Object.keys(readQueue())) sayState(waiting, words.closed ?? '', true);
        return;
      }
      if (!response?.ok) {
        for (const waiting of Object.keys(readQueue())) sayState(waiting, words.kept ?? '');
        return;
      }
      const reply: SaveReply = await response.json();
      const queue = readQueue();
      if (queue[key]?.stamp !== stamp) continue;
      delete queue[key];
      writeQueue(queue);
      apply(reply);
    }
  };

  const keyOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-question]')?.dataset.question : undefined;
  form.addEventListener('change', ({ target }) => {
    const key = keyOf(target);
    if (target instanceof HTMLInputElement) untickOthers(target);
    if (key) keep(key);
  });
  form.addEventListener('click', (event) => {
    const { target } = event;
    const key = keyOf(target);
    const still = target instanceof Element ? target.closest<HTMLElement>('[data-still]') : null;
    if (key && still) {
      event.preventDefault();
      setFields(key, JSON.parse(still.dataset.fields ?? '[]'));
      keep(key);
      return;
    }
    const take = target instanceof Element ? target.closest('[data-take]')?.getAttribute('data-take') : null;
    const other = key ? find('other', key) : undefined;
    if (!key || !take || !other) return;
    const seen = seenOf(key);
    if (seen) seen.value = other.getAttribute('data-their-seen') ?? '';
    other.hidden = true;
    if (take === 'mine') keep(key);
    else if (other.getAttribute('data-their-value')) setFields(key, theirFields(key, other));
    else location.reload();
  });
  form.addEventListener('submit', (event) => {
    if (Object.keys(readQueue()).length === 0 && navigator.onLine) return;
    event.preventDefault();
    const { submitter } = event;
    void flush().then(() => {
      if (Object.keys(readQueue()).length === 0 && navigator.onLine) form.requestSubmit(submitter);
      else say(document.querySelector('[data-held-line]'), words.held ?? '');
    });
  });
  addEventListener('online', () => void flush());
  addEventListener('beforeunload', (event) => {
    if (memory && Object.keys(memory).length > 0) event.preventDefault();
  });

  for (const state of form.querySelectorAll<HTMLElement>('[data-saved-at]'))
    if (state.dataset.savedAt) say(state, savedText(state.dataset.savedAt));
  for (const [key, { fields }] of Object.entries(readQueue())) {
    const ownSeen = seenOf(key)?.value;
    setFields(key, fields);
    const seen = seenOf(key);
    if (seen && ownSeen !== undefined && !fields.some(([name, value]) => name === `${key}:seen` && value !== '')) seen.value = ownSeen;
    sayState(key, words.kept ?? '');
  }
  sayProgress();
  showWaiting();
  void flush();
}

const form = document.querySelector<HTMLFormElement>('form[data-answers]');
if (form) start(form);
