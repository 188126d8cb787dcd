import type { AppealStatus, Kind, Milestone, Secrecy } from '@hub/domain';

/** What each kind is for, with an example, in the citizen's words. */
export const KIND_HELP: Record<Kind, { readonly meaning: string; readonly example: string }> = {
  inquiry: { meaning: '想问清楚规定、手续或环境状况', example: '开一家饭店，要办什么环保手续？' },
  complaint: { meaning: '您的生活受到了影响，希望我们处理', example: '楼下的风机半夜还在响，睡不着。' },
  report: { meaning: '您发现有单位或个人违反环保规定', example: '有工厂夜里偷偷排污水。' },
  suggestion: { meaning: '您有好主意，希望我们采纳', example: '在路口装一块噪声显示屏。' },
  comment: { meaning: '您对我们的工作有话说，好话坏话都可以', example: '上次的答复没说到点子上。' },
};

/** Who sees the citizen's name, and what the choice costs him. */
export const SECRECY_HELP: Record<Secrecy, { readonly seen: string; readonly cost: string }> = {
  named: {
    seen: '您的姓名、电话、邮箱加密保存，工作人员的页面上只显示遮住一部分的样子。被反映的单位看不到。',
    cost: '能。留了邮箱的，回执和答复发到邮箱。',
  },
  confidential: {
    seen: '同样加密保存、遮住显示，来件上标明“保密”。被反映的单位看不到。',
    cost: '能。回执和答复不发到邮箱里，请您凭编号和查询码来看。',
  },
  anonymous: { seen: '没有人。您什么都不用留。', cost: '不能。查不清的地方没法问您，结果要您自己来查。' },
};

/** One sentence under the state: what it means for the citizen. */
export const STATUS_HELP: Record<AppealStatus, string> = {
  received: '您的来件已经登记，我们正在看该由谁来办。',
  accepted: '这件事归我们管，马上交给负责的科室。',
  assigned: '已交给负责的科室。',
  'in-hand': '负责的科室正在办。',
  'awaiting-citizen': '办到一半，有一处要请您帮忙说清楚。',
  'in-review': '负责的科室已经查过，答复正在核对。',
  'not-accepted': '这件事我们不能受理，原因和可以找谁，请看下面的经过。',
  answered: '我们已经答复，答复全文在下面。',
  revisit: '我们已经答复，答复全文在下面。我们可能会打电话问问您是否满意。',
  'reopen-requested': '您对答复有意见，我们正在决定要不要重新办。',
  closed: '这件事已经办完。',
  archived: '这件事已经办完，材料已经存档。',
  transferred: '这件事由别的单位来办，我们已经转过去，有了结果会告诉您。',
  withdrawn: '这一件已经撤回，不再办理，也不再答复。',
  discarded: '这一件不再办理。',
};

export const STEP_HELP: Record<Milestone, string> = {
  contact: '工作人员会打电话或发消息，弄清情况。',
  site: '我们到现场查看、测量，不会说是谁反映的。',
  reply: '您凭编号和查询码查看书面答复。',
};

export const STEP_NOW: Record<Milestone, string> = { contact: '正在联系', site: '正在安排', reply: '正在准备' };

/** The reasons that the rules themselves give for a step that is not needed, as one would say them at the counter. */
const WAIVER_WORDS: Record<string, string> = {
  无联系方式: '没有留联系方式，我们没法联系您',
  无需联系: '这一类来件不用先联系，我们直接答复',
  无需现场: '这一类来件不用到现场查看',
};
export const waiverWords = (reason: string): string => WAIVER_WORDS[reason] ?? reason;

export const NO_MATCH = '编号或查询码不对，请对照回执再输一次';
