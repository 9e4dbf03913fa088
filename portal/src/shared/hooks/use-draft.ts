import { useCallback, useState } from 'react';

const prefix = 'aftercare.draft.';

/**
 * A value that survives a reload, a lost session and a wrong turn, until it is cleared. Kept in this tab only.
 * @param name names the house and the thing, so that no draft appears in another house
 */
export function useDraft<Value extends object>(
  name: string,
  initial: () => Value,
): [Value, (change: Partial<Value>) => void, () => void] {
  const key = prefix + name;
  const [value, setValue] = useState<Value>(() => ({ ...initial(), ...stored<Value>(key) }));
  const change = useCallback(
    (part: Partial<Value>) =>
      setValue((before) => {
        const after = { ...before, ...part };
        sessionStorage.setItem(key, JSON.stringify(after));
        return after;
      }),
    [key],
  );
  const clear = useCallback(() => {
    sessionStorage.removeItem(key);
    setValue(initial());
  }, [key, initial]);
  return [value, change, clear];
}

/** At sign-out nothing of what was typed stays behind. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  }
}

function stored<Value extends object>(key: string): Partial<Value> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Value>;
  } catch {
    return {};
  }
}
