import type { DefaultRole } from '../platform/permissions/permissions.ts';

/** A person of a demo workspace. `latinName` signs replies to buyers abroad. */
export interface StaffMember {
  /** What the scenes call the person. */
  readonly key: string;
  readonly name: string;
  readonly latinName: string;
  readonly email: string;
  readonly role: DefaultRole;
  readonly language: 'ko' | 'en';
}

/** The demo workspaces and who can sign in to them; the ids are fixed, so that seeding again finds what is there. */
export const DEMO = {
  /** The password of every demo account. */
  password: 'dangol-demo',
  /** The account that `npm start` prints. */
  ownerEmail: 'minjung@dangol.demo',
  workspace: {
    id: '0198f000-0000-7000-8000-00000000da01',
    slug: 'demo',
    name: 'Haneul Beauty 하늘뷰티',
    sellerName: 'Haneul Beauty',
    staff: [
      {
        key: 'minjung',
        name: '김민정',
        latinName: 'Minjung Kim',
        email: 'minjung@dangol.demo',
        role: 'owner',
        language: 'ko',
      },
      {
        key: 'seojun',
        name: '박서준',
        latinName: 'Seojun Park',
        email: 'seojun@dangol.demo',
        role: 'manager',
        language: 'ko',
      },
      {
        key: 'sua',
        name: '이수아',
        latinName: 'Sua Lee',
        email: 'sua@dangol.demo',
        role: 'senior_rep',
        language: 'ko',
      },
      { key: 'jiho', name: '최지호', latinName: 'Jiho Choi', email: 'jiho@dangol.demo', role: 'rep', language: 'ko' },
      {
        key: 'haeun',
        name: '정하은',
        latinName: 'Haeun Jung',
        email: 'haeun@dangol.demo',
        role: 'ops',
        language: 'ko',
      },
      {
        key: 'taeyun',
        name: '오태윤',
        latinName: 'Taeyun Oh',
        email: 'taeyun@dangol.demo',
        role: 'finance',
        language: 'ko',
      },
      {
        key: 'yujin',
        name: '한유진',
        latinName: 'Eugene Han',
        email: 'yujin@dangol.demo',
        role: 'viewer',
        language: 'en',
      },
    ],
  },
  /** A second seller on the same installation, so that it can be seen that neither sees the other. */
  otherWorkspace: {
    id: '0198f000-0000-7000-8000-00000000da02',
    slug: 'busan-parts',
    name: 'Busan Parts Export',
    sellerName: 'Busan Parts Export',
    staff: [
      {
        key: 'owner',
        name: '강동욱',
        latinName: 'Dongwook Kang',
        email: 'owner@busan.demo',
        role: 'owner',
        language: 'ko',
      },
    ],
  },
} as const satisfies {
  password: string;
  ownerEmail: string;
  workspace: DemoWorkspace;
  otherWorkspace: DemoWorkspace;
};

/** Name, address and people of a demo workspace. */
export interface DemoWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** How replies and knowledge entries call the seller. */
  readonly sellerName: string;
  /** The first one is the owner. */
  readonly staff: readonly [StaffMember, ...StaffMember[]];
}
