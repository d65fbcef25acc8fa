import type { MergeSideFragment } from '../../../generated/graphql.ts';
import { differingFields, proposedFields } from './merge-fields.ts';

const side = (patch: Partial<MergeSideFragment>): MergeSideFragment => ({
  __typename: 'Buyer',
  id: 'a',
  name: 'Lumo Kft',
  company: null,
  country: 'HU',
  language: null,
  timeZone: null,
  address: null,
  companyType: null,
  employees: null,
  annualPurchase: null,
  webSite: null,
  links: [],
  grade: null,
  createdAt: '2026-01-01T00:00:00Z',
  owner: null,
  contacts: [],
  orderSummary: { __typename: 'OrderSummary', count: 0, total: null, lastOrderAt: null, usualGapDays: null },
  ...patch,
});

describe('fields of a merge', () => {
  it('asks only about what differs', () =>
    expect(differingFields(side({}), side({ name: 'Lumo', employees: 0, country: 'HU' }))).toEqual([
      'name',
      'employees',
    ]));

  it('proposes from the merged one what the kept one lacks, and never overwrites', () =>
    expect(
      proposedFields(
        side({ webSite: 'lumo.hu' }),
        side({ webSite: 'lumo.com', address: 'Fő utca 1', owner: { __typename: 'Member', id: 'm', name: 'Jiho' } }),
      ),
    ).toEqual(['address', 'owner']));

  it('takes nothing where the merged one has nothing', () =>
    expect(proposedFields(side({ webSite: 'lumo.hu' }), side({}))).toEqual([]));
});
