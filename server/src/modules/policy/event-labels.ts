import type { LocalizedText, TicketEvent } from '@aftercare/policy-engine';

const labels: Record<TicketEvent, LocalizedText> = {
  reported: { zh: '报修', en: 'Report' },
  responded: { zh: '首次响应', en: 'First response' },
  guided: { zh: '远程指导', en: 'Remote guidance' },
  assigned: { zh: '派工', en: 'Assignment' },
  arrived: { zh: '到达现场', en: 'Arrival on site' },
  resolved: { zh: '处理完成', en: 'Resolution' },
  closed: { zh: '结案', en: 'Closing' },
};

/** What the events of every ticket are called. */
export const eventLabels: ReadonlyMap<string, LocalizedText> = new Map(Object.entries(labels));
