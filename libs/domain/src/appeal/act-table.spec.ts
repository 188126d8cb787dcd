import { ACT_WORDS } from '../words/act-words';
import { allowedActs, type Actable } from './allowed';
import { ROLES, type Role } from './person';
import { STATUSES, type AppealStatus } from './status';

/**
 * Who moves an ordinary complaint on, or proves a step of it, in each of its states: the bureau's rules as a person would
 * say them. What is not written here cannot be done. Acts that go beside the way (notes, secrecy, matters …) are left out.
 */
const MAY: Record<AppealStatus, Partial<Record<Role, string>>> = {
  received: {
    dispatcher: '受理 拟不予受理 不予受理 作无效 转交 撤回',
    leader: '不予受理',
    director: '不予受理',
  },
  accepted: {
    dispatcher: '派单 转交 撤回',
    leader: '派单',
    director: '派单',
  },
  assigned: {
    dispatcher: '改派 加协办单位 撤回',
    'section-head': '签收 退单',
    handler: '签收 退单',
    leader: '改派 加协办单位',
    director: '改派 加协办单位',
  },
  'in-hand': {
    dispatcher: '改派 加协办单位 转交 撤回',
    'section-head': '登记联系 登记现场调查 免办 请反映人补充 申请延期 存草稿 送审',
    handler: '登记联系 登记现场调查 免办 请反映人补充 申请延期 存草稿 送审',
    leader: '改派 加协办单位',
    director: '改派 加协办单位',
  },
  'awaiting-citizen': {
    dispatcher: '改派 加协办单位 登记补充 撤回',
    'section-head': '登记联系 登记现场调查 免办 登记补充 未补充，继续办理 申请延期 存草稿',
    handler: '登记联系 登记现场调查 免办 登记补充 未补充，继续办理 申请延期 存草稿',
    leader: '改派 加协办单位',
    director: '改派 加协办单位',
  },
  'in-review': {
    dispatcher: '加协办单位 发出答复 撤回',
    'section-head': '登记联系 登记现场调查 申请延期 通过 退回修改 发出答复',
    handler: '登记联系 登记现场调查 申请延期 发出答复',
    leader: '加协办单位 通过 退回修改 发出答复',
    director: '加协办单位 通过 退回修改 发出答复',
  },
  'not-accepted': {
    dispatcher: '办结',
  },
  answered: {
    dispatcher: '安排回访 申请重办 办结',
    revisitor: '安排回访 申请重办',
  },
  revisit: {
    dispatcher: '登记没有联系上 回访满意 回访不满意 申请重办 撤回',
    revisitor: '登记没有联系上 回访满意 回访不满意 申请重办',
  },
  'reopen-requested': {
    dispatcher: '同意重办 同意重办并派单 维持办结 撤回',
    leader: '同意重办 同意重办并派单 维持办结',
    director: '同意重办 同意重办并派单 维持办结',
  },
  closed: {
    dispatcher: '申请重办 归档',
    revisitor: '申请重办',
  },
  archived: {},
  transferred: {
    dispatcher: '登记签收 登记异议 登记外单位答复 重发转交函和链接 转告外单位答复 收回转交 撤回',
  },
  withdrawn: {
    dispatcher: '办结',
  },
  discarded: {
    dispatcher: '恢复',
  },
};
const BESIDE =
  '风险评估 提请泄密复核 提密 标明反映对象 标明反映对象并收回 归入事项 登记被反映对象 存备注 上传附件 发督办单 改归类'.split(' ');

const SECTION: readonly Role[] = ['section-head', 'handler'];
const ANSWERED: readonly AppealStatus[] = ['answered', 'revisit', 'closed', 'archived'];

const complaint = (status: AppealStatus): Actable => ({
  status, kind: 'complaint', track: 'enforcement', unitId: 'noise', handlerId: null, coUnits: '', openParts: 0, returns: 0,
  returnedFrom: null, designated: false, refusalGround: null, reviewStep: status === 'in-review' ? 'section-head' : null,
  replyDoneAt: ANSWERED.includes(status) ? '2026-11-20T02:00:00.000Z' : null, leaksAsked: 0, extensionAsked: false, transferBounces: 0,
  transferFinal: false, transferReplied: false, secrecy: 'named', guard: '', named: '', matterId: null, siteDoneAt: null, openOrders: 0,
  unansweredOrders: 0, suggestedOrders: 0, riskUnsigned: false, mailReturned: null,
}); // prettier-ignore

describe.each(STATUSES)('an ordinary complaint that stands at %s', (status) => {
  it.each(ROLES)('lets the %s do what the rules say and nothing else', (role) => {
    const staff = { id: 7, name: '某人', role, unitId: SECTION.includes(role) ? 'noise' : null };
    const names = allowedActs(complaint(status), staff, new Set()).map(({ act, way }) => ACT_WORDS.act(act, way));
    expect(names.filter((name) => !BESIDE.includes(name)).join(' ')).toBe(MAY[status][role] ?? '');
  });

  it('lets a section do nothing where it is another’s', () => {
    for (const role of SECTION)
      expect(allowedActs(complaint(status), { id: 8, name: '旁人', role, unitId: 'water' }, new Set())).toEqual([]);
  });
});
