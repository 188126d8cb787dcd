import type { LogField } from '../intake/log';

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
