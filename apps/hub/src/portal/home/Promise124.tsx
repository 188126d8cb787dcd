import { KIND_WORDS, KINDS, type DeadlineRules } from '@hub/domain';
import type { ReactElement } from 'react';
import { Lamp } from '../layout/Lamp';
import { period } from '../layout/period';

const weeks = (days: number): string => String(days % 7 === 0 ? days / 7 : days);

/** 咨询、建言和评论. */
const listed = (words: readonly string[]): string => words.join('、').replace(/、(?=[^、]*$)/, '和');

/** The bureau's "1-2-4" promise, with the days that the office has set. */
export function Promise124({ rules }: { rules: DeadlineRules }): ReactElement {
  const full = KINDS.filter((kind) => rules.fullKinds.includes(kind)).map((kind) => KIND_WORDS[kind]);
  const others = KINDS.filter((kind) => !rules.fullKinds.includes(kind)).map((kind) => KIND_WORDS[kind]);
  const counted = rules.count === 'working' ? '只算工作日' : '节假日也算在内';
  return (
    <section aria-labelledby="promise">
      <h2 id="promise">收到以后，我们这样办</h2>
      <ol className="lamps">
        <Lamp
          shape="ok"
          figure={weeks(rules.contactDays)}
          title="联系您"
          period={period('contact', rules)}
          state="工作人员打电话或发消息"
        >
          弄清情况，告诉您谁在负责。
        </Lamp>
        <Lamp
          shape="ok"
          figure={weeks(rules.siteDays)}
          title="到现场"
          period={period('site', rules)}
          state="两名工作人员一起去看"
        >
          查看、测量，记下结果。
        </Lamp>
        <Lamp
          shape="ok"
          figure={weeks(rules.replyDays)}
          title="给答复"
          period={period('reply', rules)}
          state="说清查到什么、怎么处理"
        >
          您可以评价，不满意可以申请重办。
        </Lamp>
      </ol>
      <p className="soft">
        时限从我们收到的那天算起，{counted}，适用于{listed(full)}。
        {others.length > 0 && `${listed(others)}，${period('reply', rules)}答复。`}
      </p>
    </section>
  );
}
