/** Who reads what leaves: the citizen himself, an outside department, everybody. */
export const AUDIENCES = ['citizen', 'department', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const LEAK_KINDS = ['name', 'title', 'phone', 'other-phone', 'mail', 'other-mail', 'id-number', 'plate', 'own-plate', 'address', 'verbatim', 'wording', 'other-person', 'other-words', 'staff', 'unread'] as const; // prettier-ignore
export type LeakKind = (typeof LEAK_KINDS)[number];
export type LeakWeight = 'block' | 'warn';

export const LEAK_WORDS: Record<LeakKind, string> = {
  name: '反映人姓名',
  title: '反映人的姓加称呼',
  phone: '反映人电话',
  'other-phone': '一个手机号码',
  mail: '反映人邮箱',
  'other-mail': '一个邮箱地址',
  'id-number': '身份证号',
  plate: '车牌号',
  'own-plate': '反映人自己的车牌号',
  address: '反映人住址',
  verbatim: '反映人的原话',
  wording: '与来信雷同的文字',
  'other-person': '另一位反映人的身份',
  'other-words': '另一位反映人的原话',
  staff: '工作人员姓名',
  unread: '读不出的作者信息',
};
