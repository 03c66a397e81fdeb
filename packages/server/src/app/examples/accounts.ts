import type { Examples } from './types.ts';

const PERSON = 'Văn thư Sở Tư pháp';
const BEARER = 'mot-chuoi-ky-tu-ngau-nhien-k3Zw';
const PROGRAM = 'Hệ thống một cửa điện tử';
const PHRASE = 'muoi hai con thuyen qua song';
const ANOTHER = 'con duong lang nho uon quanh';
const CODE = '492039';
const RECOVERY = ['7QK2-M4XD-9TRP-H3VN-6WZC-2BFJ', 'N5WA-8YKE-3GUS-Q7DM-R4XB-T6PZ'];
const ADDRESS = '203.0.113.7';

/** Accounts, grants, sessions, tokens, the audit trail. Passwords, codes and addresses are made up. */
export const ACCOUNT_EXAMPLES: Examples = {
  'Account.name': PERSON,
  'AccountInput.name': PERSON,
  'Deputy.name': PERSON,
  'Mutation.renameAccount(name)': PERSON,
  'Query.accounts(search)': 'van thu',
  'Query.deputies(search)': 'van thu',
  'AccountInput.unit': '19-STTTT',
  'AccountInput.password': PHRASE,
  'Mutation.resetPassword(password)': PHRASE,
  'Mutation.changePassword(current)': PHRASE,
  'Mutation.changePassword(next)': ANOTHER,
  'Mutation.confirmSecondFactor(password)': PHRASE,
  'Mutation.removeSecondFactor(password)': PHRASE,
  'Mutation.renewRecoveryCodes(password)': PHRASE,
  'Mutation.confirmSecondFactor(code)': CODE,
  'Mutation.removeSecondFactor(code)': CODE,
  'Mutation.renewRecoveryCodes(code)': CODE,
  'Mutation.confirmSecondFactor': RECOVERY,
  'Mutation.renewRecoveryCodes': RECOVERY,
  'Mutation.revokeAccountSessions': 2,
  'Mutation.revokeOtherSessions': 2,
  'SecondFactor.recoveryCodesLeft': 8,
  'SecondFactorOffer.secret': 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  'SecondFactorOffer.uri': 'otpauth://totp/…',
  'Session.address': ADDRESS,
  'Session.userAgent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)',
  'Grant.grantedBy': 'Quản trị hệ thống',
  'HeldRight.right': 'plan.draft',
  'UnitGrants.beyond': 2,
  'Token.name': PROGRAM,
  'TokenInput.name': PROGRAM,
  'Token.hint': 'k3Zw',
  'TokenInput.expiresOn': '2027-12-31',
  'Token.expiresOn': '2027-12-31',
  'Mutation.rotateToken(expiresOn)': '2027-12-31',
  'NewToken.token': BEARER,
  'AuditEvent.aboutKind': 'PLAN',
  'AuditEvent.aboutId': '2.000815',
  'Query.auditTrail(about)': 'PROCEDURE:2.000815',
  'AuditAct.act': 'TARGETS_SET',
  'Query.auditTrail(act)': 'TARGETS_SET',
  'AuditEvent.what': 'TARGETS_SET',
  'AuditAct.text': 'Đặt chỉ tiêu trong bản giao',
  'AuditEvent.text': `${PERSON} lưu thủ tục 2.000815`,
  'AuditEvent.actorName': PERSON,
  'AuditEvent.address': ADDRESS,
  'AuditEvent.requestId': '3d7e9c52-0f4b-4c1e-8a6d-7b2f5e914c08',
  'AuditEvent.before': { field: 'Hộ tịch' },
  'AuditEvent.after': { field: 'Chứng thực' },
  'AuditChange.field': 'Lĩnh vực',
  'AuditChange.before': 'Hộ tịch',
  'AuditChange.after': 'Chứng thực',
};
