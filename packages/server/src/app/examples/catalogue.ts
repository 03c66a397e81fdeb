import type { Examples } from './types.ts';

const NAME = 'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con';
const FORM = 'Tờ khai đăng ký khai sinh';
const LIST = 'Danh mục dịch vụ công trực tuyến mức độ 4';
const PDF = '402-qd-ubnd.pdf';
const FILE = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const VIEW = 'Hộ tịch cấp xã';
const ADDRESS = 'field=H%E1%BB%99+t%E1%BB%8Bch';
const SINCE = 'eyJpbnN0YWxsYXRpb24iOiLigKYifQ';
const TOKEN = 'aGFpIG3GsMahaSBsxINtIHRo4bunIHThu6Vj';

/** Procedures, lists, decisions, steps, views. */
export const CATALOGUE_EXAMPLES: Examples = {
  'Procedure.name': NAME,
  'NewProcedureInput.name': NAME,
  'ProcedureInput.name': NAME,
  'ProcedureDraft.name': NAME,
  'ForcePreviewLine.name': NAME,
  'ProcedureDocument.name': FORM,
  'ProcedureDocumentInput.name': FORM,
  'ProcedureDocument.file': FILE,
  'ProcedureDocumentInput.file': FILE,
  'ProcedureLink.title': 'Cổng Dịch vụ công quốc gia',
  'ProcedureLinkInput.title': 'Cổng Dịch vụ công quốc gia',
  'Procedure.difference(from)': 2,
  'Procedure.difference(to)': 3,
  'Procedure.processingDays': 3,
  'Mutation.dropProcedureDraft': '2.000815',
  'ProcedureDraft.begunBy': 'Văn thư Sở Tư pháp',
  'FieldChange.field': 'processingDays',
  'FieldChange.before': 3,
  'FieldChange.after': 1.5,
  'ValueCount.value': 'Ủy ban nhân dân cấp xã',
  'DossierCount.month': '2022-08-01',
  'ServiceList.code': 'QD402',
  'ServiceList.name': LIST,
  'ServiceList.entryCount': 1231,
  'ServiceListAmendmentInput.name': LIST,
  'DecisionEntryInput.name': LIST,
  'Query.serviceList(code)': 'QD402',
  'Query.serviceListDiff(from)': '2022-01-01',
  'Query.serviceListDiff(to)': '2022-12-31',
  'Query.serviceListDiffByDecision(since)': '16',
  'DecisionFile.name': PDF,
  'DecisionFileInput.name': PDF,
  'Query.decisions(search)': '402 muc do 4',
  'ForceCounts.amended': 3,
  'ForceCounts.enforced': 5,
  'ForceCounts.repealed': 2,
  'ForceCounts.replaced': 1,
  'CatalogueStep.facts': { list: 'QD402', decision: '402/QĐ-UBND' },
  'CatalogueChanges.cursor': SINCE,
  'Query.changes(since)': SINCE,
  'Query.changes(first)': 200,
  'BulkEdit.selected': 19,
  'BulkEdit.changed': 17,
  'BulkEdit.unchanged': 2,
  'BulkEdit.token': TOKEN,
  'BulkPartCount.already': 2,
  'BulkPartCount.changed': 17,
  'BulkPartCount.impossible': 0,
  'Mutation.editProcedures(token)': TOKEN,
  'Mutation.editProcedures(expectedCount)': 19,
  'SavedView.name': VIEW,
  'SavedViewInput.name': VIEW,
  'SavedView.place': 'procedures',
  'SavedViewInput.place': 'procedures',
  'Query.savedViews(place)': 'procedures',
  'SavedView.state': ADDRESS,
  'SavedViewInput.state': ADDRESS,
};
