import type { BuyerFilter } from '../../../generated/graphql.ts';
import type { BuyersValues } from './buyers-url.ts';
import { needsValue } from './custom-conditions.ts';

/** The filters of the address as the API takes them; what is not filtered is left out. */
export function toFilter(values: BuyersValues): BuyerFilter {
  const { grade, level, stage, country, owner, tag, rule, silent, waiting, custom } = values;
  return {
    ...(grade.length > 0 && { grade: [...grade] }),
    ...(level.length > 0 && { platformLevel: [...level] }),
    ...(stage.length > 0 && { stage: [...stage] }),
    ...(country !== null && { country: [country] }),
    ...(owner === 'none' && { unowned: true }),
    ...(owner !== null && owner !== 'none' && { ownerId: owner }),
    ...(tag.length > 0 && { tagId: [...tag] }),
    ...(rule.length > 0 && { ruleTag: [...rule] }),
    ...(silent !== null && { noContactDays: Number(silent) }),
    ...(waiting !== null && { waiting: true }),
    ...(custom.length > 0 && {
      custom: custom.map(({ fieldId, operator, value }) => ({
        fieldId,
        operator,
        value: needsValue(operator) ? value : null,
      })),
    }),
  };
}
