'use client';
import { MACRO_VARIABLES, type MacroVariable } from '@dangol/crm';
import { useTranslations } from 'next-intl';

/** Message keys have no dots inside. */
function keyOf(variable: MacroVariable) {
  return variable.replace('.', '_') as
    | 'buyer_name'
    | 'buyer_company'
    | 'buyer_country'
    | 'member_name'
    | 'workspace_name'
    | 'conversation_subject'
    | 'product_name'
    | 'promised_date'
    | 'upload_link';
}

/** What a variable stands for, in the reader's words; one that is not known is called as it is written. */
export function useVariableName(): (variable: string) => string {
  const t = useTranslations('macros.variables');
  return (variable) => {
    const known = MACRO_VARIABLES.find((each) => each === variable);
    return known === undefined ? variable : t(keyOf(known));
  };
}
