import { useEffect, useState } from 'react';

export type Found = { label: string; detail?: string; href: string };

function isFound(value: unknown): value is Found {
  return (
    typeof value === 'object' &&
    value !== null &&
    'label' in value &&
    typeof value.label === 'string' &&
    'href' in value &&
    typeof value.href === 'string'
  );
}

async function ask(url: string, signal: AbortSignal): Promise<Found[]> {
  const response = await fetch(url, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) return [];
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('results' in body) || !Array.isArray(body.results)) return [];
  return body.results.filter(isFound);
}

/**
 * Results of the organization's search for the typed text, requested when typing pauses; only the last response counts. `isCurrent`: the results belong to
 * the text as it is now.
 */
export function useFound(slug: string, query: string): { results: readonly Found[]; isCurrent: boolean } {
  const [found, setFound] = useState<{ query: string; results: readonly Found[] }>({ query: '', results: [] });
  useEffect(() => {
    if (query.trim() === '') {
      setFound({ query, results: [] });
      return;
    }
    const asked = new AbortController();
    const timer = setTimeout(() => {
      ask(`/o/${slug}/search?q=${encodeURIComponent(query.trim())}`, asked.signal)
        .then((results) => setFound({ query, results }))
        .catch(() => setFound((before) => (asked.signal.aborted ? before : { query, results: [] })));
    }, 150);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [slug, query]);
  return { results: found.results, isCurrent: found.query === query };
}
