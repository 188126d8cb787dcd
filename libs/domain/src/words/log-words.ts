import type { LogField } from '../intake/log';
import type { ImportState } from '../intake/log-import';

/** What a log's fields are called where people choose among them. */
export const LOG_FIELD_NAMES: Record<LogField, string> = {
  number: '工单编号',
  receivedAt: '来电时间',
  subject: '标题',
  text: '来件内容',
  name: '来电人',
  phone: '电话',
  email: '电子邮箱',
  address: '联系地址',
  place: '发生地点',
  street: '街镇',
  kind: '类型',
  secrecy: '是否保密',
  source: '来源',
  note: '备注',
  reply: '答复内容',
  handling: '办理情况',
};

export const IMPORT_STATE_WORDS: Record<ImportState, string> = {
  preview: '待核对',
  waiting: '排队中',
  running: '导入中',
  done: '已完成',
  failed: '没有导入',
};
