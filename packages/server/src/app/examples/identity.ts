import type { Examples } from './types.ts';

const CODE = 'H55.164.3-220301-0007';
const OTHER = '000.03.164.H55-220301-0007';
const IMPORT = '5f0c2a4e-7a53-4a0f-9d0b-0d1c6b1f4e21';
const REASON = 'Một cửa đổi cách ghi mã, gửi lại thành hồ sơ khác.';

const said = (type: string): Examples => ({
  [`${type}.source`]: 'Một cửa điện tử',
  [`${type}.status`]: 10,
  [`${type}.statusText`]: 'Đã trả kết quả',
});

/** Dossiers with their versions, and which of them are one. */
export const IDENTITY_EXAMPLES: Examples = {
  ...said('DossierVersion'),
  ...said('DossierStatement'),
  'DossierRecord.code': CODE,
  'DossierRecord.splitFrom': CODE,
  'DossierRecord.mergedInto': OTHER,
  'DossierVersion.version': 2,
  'DossierVersion.by': 'Trần Thị Bình',
  'DossierVersion.batch': IMPORT,
  'DossierVersion.batchName': 'ho-so-thang-3.csv',
  'DossierVersion.stepOther': OTHER,
  'DossierVersion.reason': REASON,
  'DossierStatement.sourceId': '3',
  'DossierStatement.code': CODE,
  'TakenCode.code': CODE,
  'TakenCode.source': 'Một cửa điện tử',
  'LikelyDossier.code': OTHER,
  'LikelyDossier.statusText': 'Đã trả kết quả',
  'DossierStepInput.code': CODE,
  'DossierStepInput.into': OTHER,
  'DossierStepInput.source': '3',
  'Query.dossier(code)': CODE,
  'Mutation.deleteDossier(code)': CODE,
  'Mutation.deleteDossier(reason)': REASON,
  'Mutation.restoreDossier(code)': CODE,
  'Mutation.restoreDossier(reason)': 'Xoá nhầm.',
  'Mutation.mergeDossiers(from)': CODE,
  'Mutation.mergeDossiers(into)': OTHER,
  'Mutation.mergeDossiers(reason)': REASON,
  'Mutation.splitDossier(code)': CODE,
  'Mutation.splitDossier(source)': '3',
  'Mutation.splitDossier(reason)': 'Hai hệ thống cấp trùng mã.',
};
