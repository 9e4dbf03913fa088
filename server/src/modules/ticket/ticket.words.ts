import type { Sentence } from '../../platform/errors';
import { enumOf } from '../../platform/graphql';

export const channels = [
  'phone',
  'email',
  'fax',
  'web',
  'letter',
  'visit',
  'dealer',
  'nameplate',
  'partner',
] as const;
export type Channel = (typeof channels)[number];
export const Channels = enumOf('Channel', channels, 'How a request reached the maker.');
export const channelLabels: Record<Channel, Sentence> = {
  phone: { zh: '电话', en: 'Telephone' },
  email: { zh: '邮件', en: 'E-mail' },
  fax: { zh: '传真', en: 'Fax' },
  web: { zh: '网站', en: 'Website' },
  letter: { zh: '信函', en: 'Letter' },
  visit: { zh: '来访', en: 'Visit' },
  dealer: { zh: '经销商', en: 'Dealer' },
  nameplate: { zh: '铭牌扫码', en: 'Nameplate code' },
  partner: { zh: '合作系统', en: 'Partner system' },
};
export const audiences = ['internal', 'public'] as const;
export const Audiences = enumOf('Audience', audiences, "Whether the requester's side can read it.");
