import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Recording } from './recording';
import type { Sending } from './sending';

export type Recorder = { recording: Recording; sending: Sending; base: string };

const RecorderContext = createContext<Recorder | null>(null);
export const RecorderProvider = RecorderContext.Provider;

/** The opened record and what sends it; draws again with every change. */
export function useRecorder(): Recorder {
  const recorder = useContext(RecorderContext);
  if (!recorder) throw new Error('The record is not open.');
  const { recording } = recorder;
  useSyncExternalStore(recording.subscribe, () => recording.version);
  return recorder;
}
