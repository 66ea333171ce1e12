import { useEffect, useState } from 'react';
import { type Choice, type ChoiceSource, choicesOf } from './choice';
import { matchChoices } from './match-choices';

/** A form that waits for its choices goes on after this time: a request may never end. */
const longestWait = 4000;

async function fetchChoices(address: string, signal?: AbortSignal): Promise<Choice[]> {
  const ended = new AbortController();
  const end = () => ended.abort();
  const timer = setTimeout(end, longestWait);
  signal?.addEventListener('abort', end);
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' }, signal: ended.signal });
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return choicesOf(await response.json());
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
}

/** Lists that the page has asked for, by address: each is fetched once. */
const lists = new Map<string, Promise<Choice[]>>();

function listAt(address: string): Promise<Choice[]> {
  const known = lists.get(address);
  if (known) return known;
  const asked = fetchChoices(address);
  lists.set(address, asked);
  // A list that did not arrive is asked for again.
  asked.catch(() => lists.delete(address));
  return asked;
}

type Loaded = { of: string; choices: readonly Choice[]; hasFailed?: true };
const pause = 150;

/**
 * The choices for a typed text, best first. Nothing is fetched before `isWanted`. `isCurrent`: they are those of the text as it is now; `all`: the list they are
 * from, among which a text may name one in full.
 */
export function useChoices(source: ChoiceSource, text: string, isWanted: boolean) {
  const [loaded, setLoaded] = useState<Loaded>({ of: '', choices: [] });
  const given = 'options' in source ? source.options : null;
  const address =
    'list' in source
      ? source.list
      : 'search' in source
        ? `${source.search}${source.search.includes('?') ? '&' : '?'}q=${encodeURIComponent(text.trim())}`
        : null;
  const isSearch = 'search' in source;
  useEffect(() => {
    if (address === null || !isWanted) return;
    const asked = new AbortController();
    const keep = (choices: readonly Choice[]) => {
      if (!asked.signal.aborted) setLoaded({ of: address, choices });
    };
    const fail = () => {
      if (!asked.signal.aborted) setLoaded({ of: address, choices: [], hasFailed: true });
    };
    if (!isSearch) {
      listAt(address).then(keep, fail);
      return () => asked.abort();
    }
    const timer = setTimeout(() => fetchChoices(address, asked.signal).then(keep, fail), pause);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [address, isSearch, isWanted]);
  const isCurrent = given !== null || loaded.of === address;
  const hasFailed = isCurrent && given === null && loaded.hasFailed === true;
  const listed = given ?? loaded.choices;
  const isCoarse = 'list' in source && source.isCoarse === true;
  const all = isCoarse ? listed.filter(({ isFiner }) => !isFiner) : listed;
  return { all, matches: isSearch ? all : matchChoices(all, text), isCurrent, hasFailed };
}
