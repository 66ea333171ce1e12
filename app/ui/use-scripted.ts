import { useEffect, useState } from 'react';

/** Whether the page's script has taken over: false on the server and in the first drawing, so that both agree. */
export function useScripted(): boolean {
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return isScripted;
}
