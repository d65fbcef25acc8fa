import type { EnteredProduct, PlatformLevel } from '@dangol/crm';
import type { ChannelEntity } from '@dangol/db';
import type { DemoWorkspace } from './demo-accounts.ts';
import type { PastOrder } from './move-orders.ts';
import type { Scene } from './scene.ts';

export type Platform = ChannelEntity['platform'];

/** A buyer who ordered before the workspace came to Dangol. */
export interface Customer {
  readonly company: string;
  readonly contact: string;
  readonly country: string;
  readonly language: string;
  /** Platforms that know the buyer. */
  readonly channels: readonly Platform[];
  readonly level: PlatformLevel | null;
  readonly companyType: string | null;
  readonly employees: number | null;
  readonly annualPurchaseUsd: number | null;
  readonly webSite: string | null;
  readonly email: string;
  readonly phone: string | null;
}

/** A knowledge entry as the files hold it. */
export interface KnowledgeRow {
  readonly id: string;
  readonly category: string;
  readonly visibility: 'public' | 'internal';
  readonly auto_reply: boolean;
  readonly valid_until: string | null;
  readonly title: string;
  readonly title_ko: string;
  readonly questions: string[];
  readonly answer: string;
}

/** Everything that one demo workspace is filled with. */
export interface WorkspaceSeed {
  readonly workspace: DemoWorkspace;
  readonly channels: readonly { readonly platform: Platform; readonly name: string }[];
  readonly holidays: readonly string[];
  readonly knowledge: readonly KnowledgeRow[];
  readonly products: readonly EnteredProduct[];
  /** Numbered from 1 in this order. */
  readonly customers: readonly Customer[];
  readonly orders: readonly PastOrder[];
  readonly scenes: readonly Scene[];
}
