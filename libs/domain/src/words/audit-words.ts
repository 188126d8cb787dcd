import { ACTS, type HistoryAct } from '../appeal/act';
import { actWord } from './act-words';

const WORDS: Readonly<Record<string, string>> = {
  'sign-in': '登录',
  'sign-in.failed': '登录失败',
  'sign-out': '退出',
  'user.add': '建账号',
  'user.disable': '停用账号',
  'user.password': '改密码',
  intake: '收件登记',
  identity: '查看身份',
  'box.open': '写开箱记录',
  'box.sign': '签开箱记录',
  caller: '按电话查以前的来件',
  download: '下载文件',
  refused: '被拒绝的操作',
  'quarantine.discard': '待处理项作无效',
  'quarantine.register': '待处理项登记',
  'quarantine.join': '待处理项并入',
  'token.add': '发接口令牌',
  'token.renew': '更换接口令牌',
  'token.revoke': '吊销接口令牌',
  'source.add': '加来源',
  'source.change': '改来源',
  'webhook.add': '订阅通知',
  'webhook.pause': '停用通知',
  'webhook.resume': '恢复通知',
  'webhook.retry': '重送通知',
  'import.add': '上传台账',
  'import.correct': '改列的对应',
  'import.discard': '删去没有开始的导入',
  'import.start': '开始导入',
  'import.end': '导入结束',
  'import.reconcile': '核对台账',
  'export.pack': '导出回填表',
  'guide.add': '写办事指南',
  'guide.change': '改办事指南',
  'guide.signature': '签诚信服务承诺',
  'guide.publication': '公布办事指南',
  'guide.renewal': '办事指南出新版',
  'guide.retirement': '撤下办事指南',
  'guide.notice': '发网站通知',
  'guide.notice-end': '撤下网站通知',
  'publication.prepare': '起草公开件',
  'publication.change': '改公开件',
  'publication.agreement': '科室同意公开',
  'publication.approval': '批准公开',
  'publication.sending-back': '退回公开件',
  'publication.publication': '公开',
  'publication.withdrawal': '撤下公开件',
  'publication.withholding': '定为不公开',
  'key.rotate': '更换密钥',
  backup: '备份',
  restore: '从备份恢复',
};

const STEPS: readonly string[] = [...ACTS, 'registration', 'message', 'acknowledgement', 'delivery'];

/** What an entry of the audit chain is called; an address of the interface stands for itself. */
export function auditWord(action: string): string {
  const [of, act, way] = action.split('.');
  return of === 'appeal' && STEPS.includes(act ?? '') ? actWord(act as HistoryAct, way ?? null) : (WORDS[action] ?? action);
}
