export const CHANNELS = ['mailbox', 'hotline', 'web', 'site', 'desk', 'api'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** How the citizen stands to his name: known to the office, known to named persons only, or unknown. */
export const SECRECIES = ['named', 'confidential', 'anonymous'] as const;
export type Secrecy = (typeof SECRECIES)[number];

/** Sources whose submissions are confidential from the start, whatever their kind. */
export const CONFIDENTIAL_SOURCES: readonly string[] = ['举报箱', '举报电话'];

/** Sources that staff enter at the desk. */
export const DESK_SOURCES: readonly string[] = [
  '举报电话',
  '纠风热线',
  '来信',
  '来访',
  '意见箱',
  '举报箱',
  '征求意见表',
  '评议代表',
  '社区联系',
  '12345',
  '12369',
  '上级交办',
  '人大代表',
  '政协委员',
  '媒体',
];

/** The nine streets and towns of the district in 2011; a place names one or none. */
export const STREETS: readonly string[] = [
  '长寿路街道',
  '宜川路街道',
  '甘泉路街道',
  '石泉路街道',
  '曹杨新村街道',
  '长风新村街道',
  '真如镇',
  '长征镇',
  '桃浦镇',
];

/** The street or town that a text names, in full or without its last word ("长寿路"), or null. */
export function streetIn(text: string, streets: readonly string[] = STREETS): string | null {
  return (
    streets.find((street) => text.includes(street)) ??
    streets.find((street) => text.includes(street.replace(/(?:新村)?街道$|镇$/, ''))) ??
    null
  );
}

/** A report, and whatever comes through a confidential door, is kept confidential from the start (信访工作条例2022 §30, §46(5)). */
export function initialSecrecy(kind: string, confidentialDoor: boolean, asked: Secrecy | null): Secrecy {
  if (asked === 'anonymous') return 'anonymous';
  if (asked === 'confidential' || kind === 'report' || confidentialDoor) return 'confidential';
  return 'named';
}
