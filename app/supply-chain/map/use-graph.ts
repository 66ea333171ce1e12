import { useEffect, useState } from 'react';
import type { MapGraph } from './graph';
import { filterNames } from './map-state';
import { type PackedGraph, unpackGraph } from './pack-graph';

export type GraphLoad = { status: 'loading' } | { status: 'failed' } | { status: 'ready'; graph: MapGraph };

/** The address of a graph: only what narrows it, so that opening and folding fetch nothing. */
export function graphAddress(base: string, params: URLSearchParams): string {
  const asked = new URLSearchParams([...params].filter(([name]) => filterNames.some((filter) => filter === name)));
  return `${base}/map/graph?${asked}`;
}

/** Fetches the graph that the filters of the address let through; a newer address stops the older fetch. */
export function useGraph(address: string): GraphLoad & { retry: () => void } {
  const [load, setLoad] = useState<GraphLoad>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt fetches the same address again
  useEffect(() => {
    const stop = new AbortController();
    setLoad({ status: 'loading' });
    fetch(address, { signal: stop.signal, headers: { Accept: 'application/json' } })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        const packed: PackedGraph = await response.json();
        setLoad({ status: 'ready', graph: unpackGraph(packed) });
      })
      .catch(() => {
        if (!stop.signal.aborted) setLoad({ status: 'failed' });
      });
    return () => stop.abort();
  }, [address, attempt]);
  return { ...load, retry: () => setAttempt((count) => count + 1) };
}
