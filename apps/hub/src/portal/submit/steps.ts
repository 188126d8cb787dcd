export const STEPS = {
  scope: '须知与范围',
  kind: '选择类型',
  what: '事情经过',
  files: '照片和文件',
  contact: '您的联系方式',
  check: '核对并提交',
} as const;
export type Step = keyof typeof STEPS;

export const stepNames = Object.keys(STEPS) as readonly Step[];

interface Way {
  /** Which of several things; the first where nothing is said. */
  readonly thing?: number;
  /** The page of the answers sent here, and is gone back to. */
  readonly fromCheck?: boolean;
}

/** The address of a step of a draft. */
export function stepPath(
  key: string,
  step: Exclude<Step, 'scope'> | 'split' | 'done',
  { thing = 1, fromCheck }: Way = {},
): string {
  const query = [thing > 1 ? `n=${thing}` : '', fromCheck ? 'then=check' : ''].filter(Boolean).join('&');
  return `/submit/${key}/${step}${query ? `?${query}` : ''}`;
}
