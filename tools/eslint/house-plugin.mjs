import environmentInOnePlace from './environment-in-one-place.mjs';
import houseNames from './house-names.mjs';
import noEntitySave from './no-entity-save.mjs';
import noSkippedTests from './no-skipped-tests.mjs';
import pureDomain from './pure-domain.mjs';
import resolverNeedsPermission from './resolver-needs-permission.mjs';

/** The house's own rules, each with a spec beside it. */
export const house = {
  meta: { name: 'house' },
  rules: {
    'environment-in-one-place': environmentInOnePlace,
    'house-names': houseNames,
    'no-entity-save': noEntitySave,
    'no-skipped-tests': noSkippedTests,
    'pure-domain': pureDomain,
    'resolver-needs-permission': resolverNeedsPermission,
  },
};
