export { useRoleName } from './role-name.ts';
