import type { DUES, MAILS, SORTS, VIEWS } from './queue-filter';

export const viewWords: Record<(typeof VIEWS)[number], string> = {
  open: '未办结',
  mine: '我的',
  supervised: '督办',
  unsatisfied: '不满意',
  closed: '已办结',
  all: '全部来件',
};
export const sortWords: Record<(typeof SORTS)[number], string> = {
  due: '最近到期在前',
  received: '最近收到',
  changed: '最近有变化',
};
export const dueWords: Record<(typeof DUES)[number], string> = { late: '超期', soon: '临期', today: '今天到期' };
export const mailWords: Record<(typeof MAILS)[number], string> = { returned: '邮件退回' };

export const emptyWords = {
  open: '没有未办结的来件。',
  mine: '手上没有待办。',
  supervised: '没有在办的督办件。',
  unsatisfied: '没有等着处理的不满意件。',
  closed: '还没有办结的来件。',
  all: '还没有来件。',
  filtered: '没有符合条件的来件。',
};
