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
export const Channels = enumOf('Channel', channels, 'How a request reached the maker.');
export const audiences = ['internal', 'public'] as const;
export const Audiences = enumOf('Audience', audiences, "Whether the requester's side can read it.");
