import { useEffect, useState } from 'react';

/** Where in the recorder one is: the parts behind the # of the address, so that going back works as on any page. */
export function usePlace(): string[] {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const follow = () => {
      setPlace(readPlace());
      scrollTo(0, 0);
      document.querySelector<HTMLElement>('[data-view-title]')?.focus();
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}

const readPlace = (): string[] =>
  location.hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .map((part) => decodeURIComponent(part));

export const placeLink = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;
