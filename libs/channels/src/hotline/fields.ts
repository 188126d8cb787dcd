import type { LogField } from '@hub/domain';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The usual headings of hotline, 12345 and message-board exports, the surest first. */
export const USUAL_HEADINGS: Record<LogField, readonly string[]> = {
  number:
    words(`工单编号 工单号 工单编码 诉求编号 受理编号 受理单号 信访编号 举报编号 投诉编号 留言编号 来电编号 案件编号 事件编号
    业务编号 交办编号 登记编号 件号 编号 单号 工单ID 留言ID tid ID 序号 序 NO 行号`),
  receivedAt:
    words(`来电时间 来电日期 留言时间 留言日期 诉求时间 诉求日期 反映时间 反映日期 投诉时间 投诉日期 举报时间 举报日期 咨询时间
    咨询日期 来信时间 来信日期 来访时间 来访日期 提交时间 接听时间 接电时间 受理时间 受理日期 登记时间 登记日期 收件时间 收件日期 创建时间
    区交办时间 推送时间 交办时间 市交办时间 日期 时间 dateline time createTime`),
  subject:
    words(`工单标题 留言主题 留言标题 诉求标题 咨询主题 投诉主题 信件标题 来电主题 标题 主题 诉求事项 反映事项 事项 事由 题目
    subject title`),
  text: words(`诉求内容 工单内容 主要内容 留言详情 留言内容 来电内容 反映内容 投诉内容 举报内容 咨询内容 信件内容 信访内容 来信内容 建议内容
    诉求详情 诉求描述 问题描述 反映问题 反映情况 来电诉求 详细内容 情况描述 内容描述 内容 正文 电话录音转文本内容 业务内容 content text`),
  name: words(`来电人 来电人姓名 反映人 反映人姓名 投诉人 投诉人姓名 举报人 举报人姓名 诉求人 诉求人姓名 求助人员 求助人 咨询人 信访人
    留言用户 留言人 联系人 联系群众 群众姓名 市民姓名 姓名 用户名 昵称 nickName username name`),
  phone:
    words(`来电号码 来电电话 来电人电话 求助号码 联系电话 联系号码 反映人电话 投诉人电话 举报人电话 诉求人电话 手机号码 手机号 手机
    移动电话 电话号码 电话 电话账号 联系方式 phone tel mobile`),
  email: words('电子邮箱 电子邮件 电子信箱 邮箱 邮箱地址 email'),
  address: words('联系地址 家庭住址 家庭地址 通讯地址 通信地址 住址 来电人地址 反映人地址 投诉人地址 举报人地址'),
  place:
    words(`诉求详细地址 事件发生地 事发地点 事发地址 发生地点 发生地址 问题点位 问题地址 被反映地址 反映地址 反映地点 被投诉地址 被举报地址
    详细地址 地址 地点 点位 位置 村社区 社区`),
  street: words('街乡镇 街道乡镇 街道镇 街镇 所属街道 所属街镇 所在街道 街道 乡镇 被反映区'),
  kind: words(
    '工单类型 诉求类型 信件类型 留言类型 来电类型 反映类型 业务类型 小结类型 问题类型 类型 类别 性质 typeName category',
  ),
  secrecy: words('是否保密 是否匿名 是否实名 实名匿名 保密要求 保密 匿名'),
  source: words('来源 信息来源 工单来源 诉求来源 诉求渠道 受理渠道 反映渠道 渠道'),
  note: words('备注 补充说明'),
  reply: words('答复意见 答复内容 回复内容 回复详情 公开答复内容 答复 回复 受理意见 处理意见 reply replyContent answerContent'),
  handling:
    words(`工单状态 处理状态 办理状态 状态 处理结果 办理结果 办理情况 办理跟踪信息 处理单位 承办单位 回复单位 主办单位 协办单位
    市交办主办单位 市交办协办单位 派单时间 处理时限 办结时限 办理时限 区交办办结期限 市交办办结期限 截止日 办结时间 答复时间 回复时间 是否超期
    原因 是否解决 是否满意 满意度 是否疑难 是否协办 是否已逾期 是否确定已逾期 点赞数 反对数 stateInfo replyState replyTime answerId
    answerOrganization favNum gradeManner gradeSpeed`),
};

/**
 * Where no column holds the citizen's words at all, the trace of the handling or the answer repeats them: an export of
 * answers is taken in by what it has, and the row says so.
 */
export const LAST_RESORT: readonly string[] = ['办理跟踪信息', '答复意见', '答复内容', '回复内容', '回复详情', '公开答复内容'];

/** Headings whose number only counts the rows of this file, so that the next file begins again at 1. */
export const COUNTER_HEADINGS: readonly string[] = ['序号', '序', 'NO', '行号'];
