import { buyersUrl } from './buyers-url.ts';
import { toFilter } from './to-filter.ts';

const MEMBER = '018f3a6e-0000-7000-8000-00000000000a';
const filterOf = (query: string) => toFilter(buyersUrl.parse(new URLSearchParams(query)).values);

describe('toFilter', () => {
  it('filters nothing by default', () => expect(filterOf('')).toEqual({}));

  it('tells a member from nobody', () => {
    expect(filterOf(`owner=${MEMBER}`)).toEqual({ ownerId: MEMBER });
    expect(filterOf('owner=none')).toEqual({ unowned: true });
  });

  it('says every filter of the address', () =>
    expect(
      filterOf(
        `grade=A,B&level=L4&stage=QUOTED&country=HU&tag=${MEMBER}&rule=repeat&silent=30&waiting=yes&custom=${MEMBER}~IS_EMPTY~,${MEMBER}~AT_LEAST~5`,
      ),
    ).toEqual({
      grade: ['A', 'B'],
      platformLevel: ['L4'],
      stage: ['QUOTED'],
      country: ['HU'],
      tagId: [MEMBER],
      ruleTag: ['repeat'],
      noContactDays: 30,
      waiting: true,
      custom: [
        { fieldId: MEMBER, operator: 'IS_EMPTY', value: null },
        { fieldId: MEMBER, operator: 'AT_LEAST', value: '5' },
      ],
    }));
});
