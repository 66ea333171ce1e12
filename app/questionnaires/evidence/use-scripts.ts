import { useEffect } from 'react';

/** On a page with React: makes its form send files in parts (`key`: what is shown, so that another one is started too). Without script the form sends them whole. */
export function useUploads(key: string): void {
  useEffect(() => {
    if (key) void import('./send-uploads').then(({ startUploads }) => startUploads());
  }, [key]);
}

/** On a page with React that shows the file `key`: arrow keys, and blacking out with a finger. */
export function useViewer(key: string): void {
  useEffect(() => {
    let end = () => {};
    let isOver = false;
    if (key)
      void import('./lead-viewer').then(({ startDrawings, startKeys }) => {
        if (isOver) return;
        startDrawings();
        end = startKeys();
      });
    return () => {
      isOver = true;
      end();
    };
  }, [key]);
}
