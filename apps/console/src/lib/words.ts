import type { Kind, Secrecy, Step } from '@hub/domain';

/** What only the console says; the field's own terms come from `@hub/domain`. */
export const product = { name: '一线通', bureau: '上海市普陀区环境保护局', lead: '群众诉求办理平台 · 工作人员入口' };

export const errorWords = {
  offline: { detail: '连不上服务器。', hint: '请检查网络后重试；写的内容还在。' },
  server: { detail: '服务器出错，没有办成。', hint: '请重试；还不行，把编号告诉系统管理员。' },
  notFound: '没有这一件，或您不在知悉范围。编号是否抄错？',
  expired: '登录已过期。请重新登录，写的内容还在。',
};

/** What the next bar asks for, and whom it waits for where the unit is not the one to act. */
export const stepTasks: Record<Step, string> = {
  acceptance: '决定是否受理',
  assignment: '派单',
  receipt: '签收',
  contact: '联系反映人',
  site: '到现场调查',
  reply: '写答复',
  review: '审核答复稿',
  supplement: '补充情况',
  transfer: '答复',
  'pass-on': '转告外单位的答复',
  revisit: '回访',
  decision: '决定是否重办',
};

export const kindHints: Record<Kind, string> = {
  inquiry: '问政策、问流程',
  complaint: '影响到自己',
  report: '检举违法排污',
  suggestion: '提建议',
  comment: '评价我们的工作',
};

export const secrecyHints: Record<Secrecy, string> = {
  named: '办理单位可见',
  confidential: '仅环保局可见',
  anonymous: '没有姓名和联系方式',
};

export const contactMethods = { phone: '电话', mail: '邮件', visit: '当面', message: '短信' } as const;

/** Said once an act is done, by its name and way. */
export const afterwards: Readonly<Record<string, string | undefined>> = {
  acceptance: '已受理，待派单。',
  'non-acceptance': '已不予受理。',
  'non-acceptance.propose': '已报局领导定夺。',
  'non-acceptance.decline': '已退回，由办公室另行处理。',
  classification: '归类已改。',
  assignment: '已派单，待签收。',
  'confidentiality.raise': '已提密，只有知悉人看得到。',
  'confidentiality.lower': '已降密。',
  target: '已标明反映对象。',
  'target.recall': '已标明反映对象，并已收回。',
  'mail-address': '邮箱已更正，退回的信改寄新邮箱。',
  'naming.add': '已指定知悉人。',
  'naming.end': '已取消知悉。',
  receipt: '已签收。时限自收到之日起算。',
  return: '已退回办公室。',
  'return.confirm': '已同意退单，待派单。',
  'return.refuse': '已驳回退单，待签收。',
  'co-handling.add': '已请协办。',
  'co-handling.answer': '协办意见已提交。',
  'co-handling.release': '已免去协办。',
  'contact-records': '联系已登记。',
  'site-records': '现场调查已登记。',
  waivers: '已免办，统计单列。',
  question: '已请反映人补充。',
  supplement: '补充已登记，继续办理。',
  'supplement.none': '已转为继续办理。',
  'extension.ask': '已申请延期，等局领导批。',
  'extension.approve': '已同意延期，并告知反映人。',
  'extension.refuse': '已不同意延期，期限不变。',
  'draft.save': '草稿已存。',
  'draft.submit': '已送审。',
  'approval.pass': '已通过。',
  'leak-review.ask': '已提请第二人复核。',
  'leak-review.decide': '复核意见已记。',
  'approval.send-back': '已退回修改。',
  reply: '已进待发箱，送达后会提示。',
  'reply.otherwise': '送达已记。',
  'transfer.out': '转交函已进待发箱。',
  'transfer.designate': '已指定外单位，转交函已进待发箱。',
  'transfer.receipt': '签收已登记。',
  'transfer.objection': '异议已登记，退回办公室。',
  'transfer.reply': '答复已登记，请转告反映人。',
  'transfer.link': '新的转交函和链接已进待发箱，旧链接作废。',
  'transfer.answer': '外单位的答复已转告反映人。',
  'transfer.take-back': '已收回转交。',
  'supervision.issue': '督办单已发出，承办单位会收到提醒。',
  'supervision.dismiss': '已记不予督办。',
  'supervision.answer': '已答复督办单，等发出的领导办结。',
  'supervision.remind': '已催办。',
  'supervision.close': '督办单已办结。',
  'revisit.plan': '已安排回访。',
  'risk.assess': '已评估，已送审阅。',
  'risk.sign': '已签“已阅”。',
  'revisit.try': '已登记，没有联系上。',
  'revisit.satisfied': '已记满意，办结。',
  'revisit.unsatisfied': '已记不满意，已生成申请重办。',
  'reopening.request': '已申请重办。',
  'reopening.grant': '已重办，退回承办单位。',
  'reopening.reassign': '已重办并派单，待签收。',
  'reopening.refuse': '已维持办结。',
  'review.ask': '复查申请已登记。',
  'review.decide': '复查决定已登记。',
  withdrawal: '已撤回。',
  'withdrawal.ex-officio': '已记录撤回，依职权续办。',
  'closing.close': '已办结。',
  'closing.archive': '已归档，只读。',
  site: '被反映对象已登记。',
  notes: '备注已存，群众看不到。',
  discard: '已作无效，可恢复。',
  restore: '已恢复。',
};

export const places = {
  queue: '来件',
  desk: '登记',
  imports: '导入',
  oversight: '督查',
  sourceControl: '源头',
  publications: '公开',
  insight: '统计',
  management: '管理',
};

export const shortcuts: readonly (readonly [title: string, keys: readonly (readonly [string, string])[]])[] = [
  [
    '列表',
    [
      ['j', '下一件'],
      ['k', '上一件'],
      ['Enter', '打开'],
      ['u', '回到列表'],
      ['.', '载入新来件'],
      ['/', '检索'],
    ],
  ],
  [
    '来件',
    [
      ['n', '写内部备注'],
      ['r', '写答复'],
      ['i', '要点'],
      ['Ctrl Enter', '保存'],
      ['Esc', '关闭最上面一层'],
    ],
  ],
];
