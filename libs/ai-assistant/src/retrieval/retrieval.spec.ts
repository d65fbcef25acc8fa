import { Bm25Index } from './bm25.ts';
import { fuseRankings } from './fuse-rankings.ts';
import { tokenise } from '../text/tokenise.ts';
import { tradeConcepts } from '../text/concepts.ts';
import { cleanMessage } from '../text/clean-message.ts';

describe('bm25', () => {
  it('scores by eq. 3.15: one term in one of two equal documents', () => {
    const scores = new Bm25Index([
      ['a', 'b'],
      ['c', 'd'],
    ]).score(['a']);
    const idf = Math.log(1 + 1.5 / 1.5);
    expect(scores.get(0)).toBeCloseTo((idf * 2.2) / 2.2, 10);
    expect(scores.has(1)).toBe(false);
  });

  it('prefers rare words and short documents', () => {
    const index = new Bm25Index([
      ['rare', 'x'],
      ['common', 'x'],
      ['common', 'y', 'y', 'y', 'y', 'y'],
    ]);
    expect(index.idf('rare')).toBeGreaterThan(index.idf('common'));
    const scores = index.score(['common']);
    expect(scores.get(1)).toBeGreaterThan(scores.get(2) as number);
  });
});

it('fusion lets agreement of two rankings win', () => {
  const fused = fuseRankings([
    {
      scores: new Map([
        [0, 9],
        [1, 8],
      ]),
      weight: 1,
    },
    {
      scores: new Map([
        [1, 5],
        [2, 4],
      ]),
      weight: 1,
    },
  ]);
  expect(fused[0]?.doc).toBe(1);
});

describe('tokens and concepts', () => {
  it('joins inflections and cuts CJK into bigrams', () => {
    expect(tokenise('Samples shipping')).toEqual(tokenise('sample shipped'));
    expect(tokenise('образцы')).toEqual(tokenise('образец').map(() => expect.any(String)));
    expect(tokenise('起订量')).toEqual(['起订', '订量']);
    expect(tokenise('5,000장')).toEqual(['5000', '장']);
  });

  it('one concept for all languages', () => {
    for (const text of [
      'MOQ',
      '최소 주문 수량',
      '最小起订量',
      'pedido mínimo',
      'минимальный заказ',
      'الحد الأدنى',
      'Mindestbestellmenge',
    ]) {
      expect(tradeConcepts(text)).toContain('moq');
    }
  });
});

describe('cleaning', () => {
  it('keeps the buyer’s words of an HTML mail with thread and signature', () => {
    const html = '<div>Hello,<br>price &amp; MOQ?</div><p>-- <br>Ana</p><blockquote>old question</blockquote>';
    expect(cleanMessage('Re: lip tint', html).text).toBe('lip tint\nHello,\nprice & MOQ?');
  });
});
