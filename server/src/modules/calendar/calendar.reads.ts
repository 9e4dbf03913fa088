import type { Reads } from '../../platform/graphql';
import { column, expression, toOne } from '../../platform/graphql';

export function registerCalendarReads(reads: Reads): void {
  reads
    .plain('CalendarYear', 'CalendarWeekday', 'CalendarSpecialDay', 'CalendarShift', 'CalendarNotice')
    .rows('CalendarVersion', 'calendar_version', {
      key: column(),
      number: column(),
      title: expression(`t.content -> 'title'`),
      timeZone: expression(`t.content #>> '{zone,name}'`),
      knownFrom: expression(`t.content #>> '{known,from}'`),
      knownThrough: expression(`t.content #>> '{known,through}'`),
      liveClocks: expression(`t.content ->> 'liveClocks'`),
      publishedAt: column(),
      publishedBy: toOne('Member', 'published_by_id'),
    });
}
