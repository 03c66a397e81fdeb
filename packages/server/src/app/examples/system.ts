import type { Examples } from './types.ts';

const HEAD = '4021:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const BACKUP = 'chi-tieu-20220831-170000.ctb';

/** The server, its backups, and the chain of the audit trail. */
export const SYSTEM_EXAMPLES: Examples = {
  'AuditChain.head': HEAD,
  'AuditChain.rows': 4021,
  'AuditChain.checking': 1200,
  'ChainVerified.rows': 4021,
  'BrokenChain.fault': 'CHANGED',
  'BackupFile.name': BACKUP,
  'Mutation.checkBackup(name)': BACKUP,
  'BackupFile.product': '0.1.0',
  'BackupProgress.done': 12,
  'BackupProgress.of': 44,
  'Backups.count': 7,
  'Backups.everyHours': 24,
  'Backups.keep': 7,
  'HealthWarning.code': 'BACKUP_LATE',
  'HealthWarning.text': 'Đã quá hạn sao lưu: bản mới nhất cách đây 31 giờ.',
  'HealthWarning.toDo': 'Bấm «Sao lưu ngay»; nếu không thành, xem nhật ký của máy chủ và chỗ trống trên đĩa.',
  'SystemHealth.auditHead': HEAD,
  'SystemHealth.auditRows': 4021,
  'SystemHealth.connectionsInUse': 2,
  'SystemHealth.connectionsMost': 20,
  'SystemHealth.connectionsWaitedFor': 0,
  'SystemHealth.databaseBytes': 734003200,
  'SystemHealth.databaseVersion': '18.4',
  'SystemHealth.diskFreeBytes': 53687091200,
  'SystemHealth.diskTotalBytes': 107374182400,
  'SystemHealth.dossiers': 120000,
  'SystemHealth.lastMigration': '0053-files-of-procedures.sql',
  'SystemHealth.migrations': 53,
  'SystemHealth.version': '0.1.0',
};
