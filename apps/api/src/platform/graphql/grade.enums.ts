import { registerEnumType } from '@nestjs/graphql';

/** The grades, as a GraphQL enum; the type is `BuyerGrade` of libs/crm. */
export const BuyerGradeEnum = { A: 'A', B: 'B', C: 'C' } as const;
registerEnumType(BuyerGradeEnum, { name: 'BuyerGrade', description: 'Our own grade of a buyer; A is best.' });

/** The platform levels, as a GraphQL enum; the type is `PlatformLevel` of libs/crm. */
export const PlatformLevelEnum = { L1: 'L1', L2: 'L2', L3: 'L3', L4: 'L4' } as const;
registerEnumType(PlatformLevelEnum, {
  name: 'PlatformLevel',
  description: "The platform's level for a buyer; L4 is best. Kept beside the grade, never mixed with it.",
});
