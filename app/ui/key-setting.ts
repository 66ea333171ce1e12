const name = 'single-keys';

/** Whether single keys are shortcuts on this device; they can be switched off (WCAG 2.1.4). */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    return true;
  }
}

export function switchKeys(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(name);
    else localStorage.setItem(name, 'off');
  } catch {
    // A browser that stores nothing keeps the shortcuts.
  }
}
