import type { NoticeKind } from '../notice/notice';
import type { SupervisionGround } from '../supervision/grounds';
import type { OrderState } from '../supervision/order';
import type { WarningLevel } from '../supervision/warning';

export const GROUND_WORDS: Record<SupervisionGround, string> = {
  late: '超期',
  returned: '退单两次',
  unsatisfied: '回访不满意',
  group: '群体',
  silent: '无反馈',
  procedure: '程序不当',
  evasion: '推诿敷衍拖延',
  'not-carried-out': '处理意见未落实',
  important: '重要信访件',
};

export const ORDER_STATE_WORDS: Record<OrderState, string> = {
  suggested: '建议督办',
  open: '待答复',
  answered: '已答复待办结',
  closed: '已办结',
  dismissed: '不予督办',
};

export const WARNING_WORDS: Record<WarningLevel, string> = {
  none: '未到期',
  soon: '预警',
  late: '超期',
  moderate: '中度超期',
  severe: '严重超期',
};

export const NOTICE_WORDS: Record<NoticeKind, string> = {
  warning: '时限',
  supervision: '督办',
  revisit: '回访',
  risk: '风险',
  transfer: '转交',
  mail: '退信',
  post: '网站帖子',
  rating: '评价',
  citizen: '群众补充',
};
