import { OpenTheHouse1790000000000 } from './1790000000000-open-the-house';
import { ReceiveATicket1790000001000 } from './1790000001000-receive-a-ticket';
import { ClocksOfSeveralLives1790000002000 } from './1790000002000-clocks-of-several-lives';
import { WorkOnATicket1790000002500 } from './1790000002500-work-on-a-ticket';
import { FurnishTheRooms1790000003000 } from './1790000003000-furnish-the-rooms';
import { ReadingsInOrder1790000003500 } from './1790000003500-readings-in-order';
import { KeepFiles1790000004000 } from './1790000004000-keep-files';
import { FindTickets1790000005000 } from './1790000005000-find-tickets';
import { KeepAnswers1790000006000 } from './1790000006000-keep-answers';
import { VersionsAndAudit1790000007000 } from './1790000007000-versions-and-audit';
import { TellPeople1790000009000 } from './1790000009000-tell-people';
import { OpenByLink1790000010000 } from './1790000010000-open-by-link';

/** Every migration, oldest first. */
export const migrations = [
  OpenTheHouse1790000000000,
  ReceiveATicket1790000001000,
  ClocksOfSeveralLives1790000002000,
  WorkOnATicket1790000002500,
  FurnishTheRooms1790000003000,
  ReadingsInOrder1790000003500,
  KeepFiles1790000004000,
  FindTickets1790000005000,
  KeepAnswers1790000006000,
  VersionsAndAudit1790000007000,
  TellPeople1790000009000,
  OpenByLink1790000010000,
];
