import { MAIL_PRESETS, presetOfAddress, presetOfServers } from './mail-presets.ts';

describe('providers of mail', () => {
  it('are known by the domain of an address', () => {
    expect(presetOfAddress('Sales@Gmail.com ')?.name).toBe('gmail');
    expect(presetOfAddress('kim@hanmail.net')?.name).toBe('daum');
    expect(presetOfAddress('kim@our-company.co.kr')).toBeNull();
    expect(presetOfAddress('not-an-address')).toBeNull();
  });

  it('are known by their servers, and none sends without encryption', () => {
    for (const { name, imap, smtp } of MAIL_PRESETS) {
      expect(presetOfServers(imap.host, smtp.host)?.name).toBe(name);
      expect([imap.security, smtp.security]).not.toContain('NONE');
    }
    expect(presetOfServers('imap.gmail.com', 'smtp.naver.com')).toBeNull();
  });
});
