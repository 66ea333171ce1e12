import { useEffect, useRef, useState } from 'react';
import { filterNames } from '../map-state';
import { fetchOutlines, nearFrom, type Outline } from './outlines';
import { type PackedPlaces, type Places, unpackPlaces } from './pack-places';

export type PlacesLoad =
  | { status: 'loading' | 'failed'; places: Places | null; far: Outline[] }
  | { status: 'ready'; places: Places; far: Outline[] };

/** The address of the places: only what narrows them, so that opening a supplier fetches nothing. */
export function placesAddress(base: string, params: URLSearchParams): string {
  const asked = new URLSearchParams([...params].filter(([name]) => filterNames.some((filter) => filter === name)));
  return `${base}/map/places?${asked}`;
}

/** Fetches the places that the filters of the address let through, and the coarse outlines once; what was shown stays until the new arrives. */
export function usePlaces(address: string): PlacesLoad & { retry: () => void } {
  const [load, setLoad] = useState<PlacesLoad>({ status: 'loading', places: null, far: [] });
  const [attempt, setAttempt] = useState(0);
  const far = useRef<Outline[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt fetches the same address again
  useEffect(() => {
    const stop = new AbortController();
    const take = async () => {
      const response = await fetch(address, { signal: stop.signal, headers: { Accept: 'application/json' } });
      if (!response.ok) throw new Error(String(response.status));
      const packed: PackedPlaces = await response.json();
      const places = unpackPlaces(packed);
      if (far.current.length === 0) far.current = await fetchOutlines('far', places);
      if (!stop.signal.aborted) setLoad({ status: 'ready', places, far: far.current });
    };
    take().catch(() => {
      if (!stop.signal.aborted) setLoad((before) => ({ ...before, status: 'failed' }));
    });
    return () => stop.abort();
  }, [address, attempt]);
  return { ...load, retry: () => setAttempt((count) => count + 1) };
}

/** The outlines for a zoom: the finer ones are fetched when they are first needed; until then, and without them, the coarse ones serve. */
export function useNearOutlines(places: Places | null, onReady: () => void): (zoom: number, far: readonly Outline[]) => readonly Outline[] {
  const near = useRef<{ outlines: readonly Outline[] | null; isAsked: boolean }>({ outlines: null, isAsked: false });
  return (zoom, far) => {
    if (zoom < nearFrom) return far;
    if (places && !near.current.isAsked) {
      near.current.isAsked = true;
      fetchOutlines('near', places).then(
        (outlines) => {
          near.current.outlines = outlines;
          onReady();
        },
        () => undefined,
      );
    }
    return near.current.outlines ?? far;
  };
}
