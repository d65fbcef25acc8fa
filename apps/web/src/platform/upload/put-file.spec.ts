import { readCode } from './put-file.ts';

describe('code of a refused upload', () => {
  it('is read where it stands', () => {
    expect(readCode('{"code":"PAYLOAD_TOO_LARGE","message":"..."}')).toBe('PAYLOAD_TOO_LARGE');
    expect(readCode('{"error":{"code":"FORBIDDEN"}}')).toBe('FORBIDDEN');
  });
  it.each(['', '<html>502</html>', 'null', '{"code":5}', '[]'])('is none in %j', (body) =>
    expect(readCode(body)).toBeNull(),
  );
});
