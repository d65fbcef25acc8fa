import { Tenancy1763800000001 } from './1763800000001-tenancy.ts';
import { Identity1763800000002 } from './1763800000002-identity.ts';
import { Buyers1763800000003 } from './1763800000003-buyers.ts';
import { Inbox1763800000004 } from './1763800000004-inbox.ts';
import { Assistant1763800000005 } from './1763800000005-assistant.ts';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  Tenancy1763800000001,
  Identity1763800000002,
  Buyers1763800000003,
  Inbox1763800000004,
  Assistant1763800000005,
];
