/** What other features need of accounts where programs come in: secrets, visits, and how grants and ids are told. */
export { rowNumber } from './account-input.ts';
export { auditGrant, recordVisit, type Visit } from './audit-account.ts';
export { newSecret, secretHash } from './secrets.ts';
