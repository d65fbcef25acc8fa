import { platformRules } from './platform-rules.ts';

it.each([
  ['alibaba', 'America/Los_Angeles', 240],
  ['aliexpress', 'America/Los_Angeles', 720],
  ['email', null, 240],
])('%s counts its days in %s and wants a mean of %s minutes', (platform, platformZone, meanTargetMinutes) =>
  expect(platformRules(platform)).toEqual({ platformZone, meanTargetMinutes }),
);
