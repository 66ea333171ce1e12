import { useEffect, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { EnterScreen } from './enter-screen';
import { RecorderProvider, type Recorder } from './recorder-context';
import { RecorderFrame } from './recorder-frame';
import type { Recording } from './recording';
import { Sending } from './sending';
import { forgetShell } from './shell-cache';
import { Vault } from './vault';

type Place = { auditId: string; base: string; isKept: Promise<boolean> };
type State =
  | { at: 'reading' }
  | { at: 'entering'; isNew: boolean }
  | { at: 'open'; recorder: Recorder }
  | { at: 'cleared' }
  | { at: 'impossible' };

/** The recorder: asks for the passphrase, then records until it is locked or cleared. The key is in memory while the page is open, and nowhere else. */
export function RecorderApp({ auditId, base, isKept }: Place) {
  const [state, setState] = useState<State>({ at: 'reading' });
  useEffect(() => {
    if (!isSecureContext || !crypto.subtle || !('indexedDB' in window)) setState({ at: 'impossible' });
    else
      Vault.exists(auditId).then(
        (exists) => setState({ at: 'entering', isNew: !exists }),
        () => setState({ at: 'impossible' }),
      );
  }, [auditId]);

  const clear = async (recording: Recording, sending: Sending) => {
    sending.stop();
    await recording.vault.destroy();
    await forgetShell(`${base}/on-site`);
    setState({ at: 'cleared' });
  };
  const open = (recording: Recording) => {
    void navigator.storage?.persist?.();
    const sending: Sending = new Sending(recording, base, () => void clear(recording, sending));
    setState({ at: 'open', recorder: { recording, sending, base } });
  };

  switch (state.at) {
    case 'reading':
      return <p className="text-muted">{m.recorder_opening()}</p>;
    case 'impossible':
      return (
        <Notice tone="danger" title={m.recorder_impossible_title()}>
          {m.recorder_impossible_text()}
        </Notice>
      );
    case 'cleared':
      return (
        <Notice tone="success" isLive title={m.recorder_cleared_title()} actions={<a href={base}>{m.recorder_to_audit()}</a>}>
          {m.recorder_cleared_text()}
        </Notice>
      );
    case 'entering':
      return (
        <EnterScreen
          {...{ auditId, base, isNew: state.isNew }}
          onOpen={open}
          onForgotten={() => setState({ at: 'entering', isNew: true })}
        />
      );
    case 'open': {
      const { recorder } = state;
      const lock = () => {
        recorder.sending.stop();
        setState({ at: 'entering', isNew: false });
        // Fields save once more as they go.
        setTimeout(() => void recorder.recording.close());
      };
      return (
        <RecorderProvider value={recorder}>
          <RecorderFrame isKept={isKept} onLock={lock} onClear={() => clear(recorder.recording, recorder.sending)} />
        </RecorderProvider>
      );
    }
  }
}
