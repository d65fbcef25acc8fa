import { Tenancy1763800000001 } from './1763800000001-tenancy.ts';
import { Identity1763800000002 } from './1763800000002-identity.ts';
import { Buyers1763800000003 } from './1763800000003-buyers.ts';
import { Inbox1763800000004 } from './1763800000004-inbox.ts';
import { Assistant1763800000005 } from './1763800000005-assistant.ts';
import { BuyerRecord1763800000006 } from './1763800000006-buyer-record.ts';
import { Selling1763800000007 } from './1763800000007-selling.ts';
import { OwnRecords1763800000008 } from './1763800000008-own-records.ts';
import { GradedFacts1763800000009 } from './1763800000009-graded-facts.ts';
import { BuyerSearch1763800000010 } from './1763800000010-buyer-search.ts';
import { Board1763800000011 } from './1763800000011-board.ts';
import { Catalogue1763800000012 } from './1763800000012-catalogue.ts';
import { Attachments1763800000013 } from './1763800000013-attachments.ts';
import { Imports1763800000014 } from './1763800000014-imports.ts';
import { Outreach1763800000015 } from './1763800000015-outreach.ts';
import { Clocks1763800000016 } from './1763800000016-clocks.ts';
import { Mail1763800000017 } from './1763800000017-mail.ts';
import { Queue1763800000018 } from './1763800000018-queue.ts';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  Tenancy1763800000001,
  Identity1763800000002,
  Buyers1763800000003,
  Inbox1763800000004,
  Assistant1763800000005,
  BuyerRecord1763800000006,
  Selling1763800000007,
  OwnRecords1763800000008,
  GradedFacts1763800000009,
  BuyerSearch1763800000010,
  Board1763800000011,
  Catalogue1763800000012,
  Attachments1763800000013,
  Imports1763800000014,
  Outreach1763800000015,
  Clocks1763800000016,
  Mail1763800000017,
  Queue1763800000018,
];
