/** What a marketplace counts by: where its day ends (null: with the workspace's) and what it wants the 30-day mean to be. */
export interface PlatformRules {
  readonly platformZone: string | null;
  readonly meanTargetMinutes: number;
}

/** Rules of a new channel of a platform (spec sla): Alibaba.com five stars at 4 h in Los Angeles' days, AliExpress 12 h. */
export function platformRules(platform: string): PlatformRules {
  const isMarketplace = platform === 'alibaba' || platform === 'aliexpress';
  return {
    platformZone: isMarketplace ? 'America/Los_Angeles' : null,
    meanTargetMinutes: platform === 'aliexpress' ? 720 : 240,
  };
}
