import { isExcludedSender, tidyExcludedSenders } from './excluded-senders.ts';

describe('senders that a channel leaves out', () => {
  it('are stored in one form, each once', () =>
    expect(
      tidyExcludedSenders([
        ' NoReply@Shop.Example ',
        'noreply@shop.example',
        '*@Ads.Example',
        '',
        ' ',
        '@',
        'ID-7\u200B',
        '@ads.example',
      ]),
    ).toEqual(['@ads.example', 'id-7', 'noreply@shop.example']));

  it('are known by id, by address and by domain, whatever the case', () => {
    const excluded = ['@ads.example', 'id-7', 'noreply@shop.example'];
    expect(isExcludedSender(excluded, { externalId: 'ID-7' })).toBe(true);
    expect(isExcludedSender(excluded, { externalId: 'x', email: 'NoReply@shop.example' })).toBe(true);
    expect(isExcludedSender(excluded, { externalId: 'someone@ADS.example' })).toBe(true);
    expect(isExcludedSender(excluded, { externalId: 'x', email: 'a@b@ads.example' })).toBe(true);
  });

  it('are not found in a part of a name', () => {
    const excluded = ['@ads.example', 'id-7'];
    expect(isExcludedSender(excluded, { externalId: 'id-77', email: 'a@mail.ads.example' })).toBe(false);
    expect(isExcludedSender(excluded, { externalId: 'x', email: 'a@bads.example' })).toBe(false);
    expect(isExcludedSender(excluded, { externalId: 'ads.example', email: null })).toBe(false);
    expect(isExcludedSender([], { externalId: '' })).toBe(false);
    expect(isExcludedSender(['@x.example'], { externalId: '', email: '' })).toBe(false);
  });
});
