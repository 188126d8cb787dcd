import type { DocumentKind, DocumentState } from './document';

export const DOCUMENT_WORDS: Record<DocumentKind, string> = {
  'receipt-notice': '受理告知书',
  'non-acceptance-notice': '不予受理告知书',
  'transfer-letter': '转交函',
  'whereabouts-notice': '去向告知书',
  'extension-notice': '延期告知书',
  'site-record': '现场调查记录',
  opinion: '处理意见书',
  'reply-letter': '答复函',
  'supervision-order': '督办单',
  'revisit-sheet': '回访记录表',
  'risk-sheet': '风险评估表',
};

export const DOCUMENT_STATE_WORDS: Record<DocumentState, string> = { draft: '草稿', issued: '已签发', void: '已作废' };
