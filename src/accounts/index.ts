export { holds, roles, type Role, type SignedIn } from './signed-in.ts';
