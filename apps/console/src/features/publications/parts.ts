import type { PublicationView } from '@hub/contract';

/** The parts of a page, as the leak check names them. */
export const PARTS = [
  { name: 'facts', where: '基本情况', hint: '用自己的话写，不要照抄来信。' },
  { name: 'findings', where: '调查核实', hint: '查到什么、数据是多少。' },
  { name: 'measures', where: '处理和整改', hint: '怎么处理的、改好了没有；咨询写答复要点。' },
] as const satisfies readonly { name: keyof PublicationView; where: string; hint: string }[];
