import type { ClockKind } from '@aftercare/policy-engine';
import type { Sentence } from '../../platform/errors';
import type { Reads } from '../../platform/graphql';
import { column, pure, toOne } from '../../platform/graphql';
import { clockNames } from '../ticket';
import type { notificationKinds } from './notification.entity';

export function registerNotificationReads(reads: Reads): void {
  reads.plain('NotificationChange').rows('Notification', 'notification', {
    kind: column(),
    text: pure(['kind', 'detail'], (row) =>
      inWords(row['kind'] as Kind, row['detail'] as { clock?: string }),
    ),
    ticket: toOne('Ticket', 'ticket_id'),
    createdAt: column(),
    readAt: column(),
  });
}

type Kind = (typeof notificationKinds)[number];

function inWords(kind: Kind, { clock }: { clock?: string }): Sentence {
  const promise = clockNames[(clock ?? '').split('/')[0] as ClockKind] ?? { zh: '承诺', en: 'promise' };
  return {
    reminder: { zh: `${promise.zh}时限将到，请尽快处理`, en: `The ${promise.en} is due soon or now` },
    breach: { zh: `${promise.zh}已超时`, en: `The ${promise.en} was missed` },
    assigned: { zh: '派给您一张工单', en: 'A ticket was assigned to you' },
    offered: { zh: '有工单移交给您，请确认接手', en: 'A ticket is offered to you; accept or decline it' },
    'offer-declined': {
      zh: '同事未接受您移交的工单，仍由您负责',
      en: 'A ticket that you offered was declined; it stays with you',
    },
    'approval-asked': { zh: '有事项等待您批准', en: 'Something waits for your approval' },
    'requester-wrote': { zh: '客户方有新留言', en: 'The requester wrote' },
  }[kind];
}
