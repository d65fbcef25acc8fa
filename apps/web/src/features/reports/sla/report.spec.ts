import { standingOf } from './report.ts';

it.each([
  [null, 240, 'none'],
  [100, null, 'none'],
  [215, 240, 'under'],
  [216, 240, 'near'],
  [240, 240, 'near'], // green up to 4:00
  [240.01, 240, 'over'],
])('%s of %s is %s', (mean, target, standing) => expect(standingOf(mean, target)).toBe(standing));
