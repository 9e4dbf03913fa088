import { useMemo } from 'react';
import { createTimeFormat, type TimeFormat } from '../format/time';
import { usePreferences } from '../preferences';
import { useViewer } from '../viewer';

/** Times in the zone of the house and the language of the reader. */
export function useTimeFormat(): TimeFormat {
  const { timeZone } = useViewer().tenant;
  const { locale } = usePreferences();
  return useMemo(() => createTimeFormat(locale, timeZone), [locale, timeZone]);
}
