import type { HistoryAct } from '@hub/domain';

/** Steps that the citizen is told of, in his words; what is not here stays inside. */
const TOLD: Partial<Record<HistoryAct, string>> = {
  registration: '收到您的来件',
  acceptance: '决定受理',
  'non-acceptance': '决定不予受理',
  assignment: '交给负责的科室办理',
  'contact-records': '与您联系',
  'site-records': '到现场调查',
  question: '请您补充情况',
  supplement: '收到您的补充',
  message: '收到您的补充',
  reply: '作出答复',
  rating: '收到您的评价',
  closing: '办结',
};

/** Acts that mean different things by their way; a way that is not here is the office's own business. */
const BY_WAY: Partial<Record<HistoryAct, Readonly<Record<string, string | undefined>>>> = {
  'non-acceptance': {},
  supplement: {},
  message: {},
  closing: { close: TOLD.closing },
  assignment: { again: '改由别的科室办理' },
  extension: { approve: '延长答复期限' },
  transfer: {
    out: '转交给负责这件事的单位',
    designate: '转交给负责这件事的单位',
    answer: TOLD.reply,
    objection: '那个单位认为不归它管，退回我们重新安排',
    'take-back': '收回转交，由我们重新安排',
  },
  reopening: {
    request: '收到您重新办理的要求',
    grant: '决定重新办理',
    reassign: '决定重新办理，交给另一个科室',
    refuse: '决定维持原来的答复',
  },
  withdrawal: {
    '': '撤回',
    citizen: '您撤回了这一件',
    ask: '收到您撤回的要求',
    'ex-officio': '您撤回以后，我们依职权继续查办',
  },
};

export function stepTold({ act, way }: { readonly act: HistoryAct; readonly way: string | null }): string | undefined {
  if (way === null) return BY_WAY[act]?.[''] ?? TOLD[act];
  const ways = BY_WAY[act];
  return ways ? ways[way] : TOLD[act];
}
