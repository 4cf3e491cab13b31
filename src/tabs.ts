export { acrossTabs, queryTabs, type TabRoles } from './tabs/acrossTabs.ts';
