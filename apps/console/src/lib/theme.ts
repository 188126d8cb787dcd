import type { AppealStatus, ClockState } from '@hub/domain';
import { theme, type MappingAlgorithm, type ThemeConfig } from 'antd';

/** Ink, fill and line of what a clock can say. Word and shape say it too, so colour is never the only sign. */
export const clockStates = {
  late: { light: ['#b42318', '#fdeceb', '#f0b9b3'], dark: ['#ff9d92', '#3a1f1d', '#6b3a35'] },
  soon: { light: ['#8a5300', '#fdf2da', '#e8cb8c'], dark: ['#f0c470', '#362b15', '#655026'] },
  done: { light: ['#1d6a42', '#e6f4eb', '#b0d8c0'], dark: ['#84d3a5', '#17301f', '#2f5a40'] },
  pending: { light: ['#4d5866', '#eef1f4', '#d3dae1'], dark: ['#aab5c1', '#242d37', '#3a4651'] },
  waived: { light: ['#5b6675', '#ffffff', '#c3ccd5'], dark: ['#98a4b1', '#181f27', '#44515d'] },
} as const satisfies Record<ClockState, unknown>;

/** Tones of status tags as [ink, fill]; all at least 4.5:1. The word says the state, the tone groups states. */
export const tones = {
  todo: { light: ['#1b5aa6', '#e9f1fb'], dark: ['#8dbbf5', '#1c2c40'] }, // somebody has to take it up
  plain: { light: ['#3f4a57', '#eef1f4'], dark: ['#b9c4d0', '#242d37'] }, // under way, or over without a result
  waiting: { light: ['#5a3f9a', '#f1edfa'], dark: ['#bda8f2', '#2a2340'] }, // waits for a person's word
  good: { light: ['#1d6a42', '#e6f4eb'], dark: ['#84d3a5', '#17301f'] },
  alarm: { light: ['#b42318', '#fdeceb'], dark: ['#ff9d92', '#3a1f1d'] },
} as const;

/** The tone of each status's tag; its word comes from the domain. */
export const statusTones: Record<AppealStatus, keyof typeof tones> = {
  received: 'todo',
  accepted: 'todo',
  assigned: 'todo',
  'in-hand': 'plain',
  'awaiting-citizen': 'waiting',
  'in-review': 'waiting',
  'not-accepted': 'plain',
  answered: 'good',
  revisit: 'waiting',
  'reopen-requested': 'alarm',
  closed: 'good',
  archived: 'plain',
  transferred: 'plain',
  withdrawn: 'plain',
  discarded: 'plain',
};

/** The composer's two sides must not be mistaken: surface, border style and label differ, not the hue alone. */
export const composerSides = {
  note: { light: ['#fdf8ea', '#d9b45a'], dark: ['#2a2417', '#7a6530'] },
  reply: { light: ['#ffffff', '#1b5aa6'], dark: ['#181f27', '#6aa3ea'] },
} as const;

const shape = {
  fontFamily: '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif',
  fontFamilyCode: '"SF Mono",Consolas,"Noto Sans Mono CJK SC",monospace',
  borderRadius: 6,
};

/** The compact algorithm sets 12 px text, too small for Han characters: keep its spacing, give the text back. */
const readable: MappingAlgorithm = (_seed, map) => ({
  ...map!,
  fontSize: 14,
  fontSizeSM: 12,
  fontSizeLG: 16,
  fontSizeXL: 20,
  fontHeight: 22,
  lineHeight: 22 / 14,
  controlHeight: 30,
  controlHeightSM: 24,
  controlHeightLG: 38,
});

export const lightTheme: ThemeConfig = {
  cssVar: { key: 'yxt' },
  algorithm: [theme.defaultAlgorithm, theme.compactAlgorithm, readable],
  token: {
    ...shape,
    colorPrimary: '#1b5aa6',
    colorPrimaryBg: '#e9f1fb',
    colorInfo: '#1b5aa6',
    colorSuccess: '#1d6a42',
    colorWarning: '#a86400',
    colorError: '#b42318',
    // What the algorithm makes of such dark seeds is muddy.
    colorSuccessBg: '#e9f5ee',
    colorSuccessBorder: '#a9d3bb',
    colorWarningBg: '#fdf4e3',
    colorWarningBorder: '#ecc98a',
    colorErrorBg: '#fdeeec',
    colorErrorBorder: '#efb5ae',
    colorLink: '#1b5aa6',
    colorText: '#1c2530',
    colorTextSecondary: '#55606e',
    colorTextTertiary: '#667180',
    colorTextPlaceholder: '#6b7684',
    colorBgLayout: '#f3f5f8',
    colorBgContainer: '#ffffff',
    colorBorder: '#cfd6de',
    colorBorderSecondary: '#e4e8ed',
  },
  components: {
    Table: { headerBg: '#f7f9fb', headerColor: '#55606e', cellPaddingBlockSM: 6, cellPaddingInlineSM: 10 },
    Card: { headerFontSize: 14, headerHeight: 40, bodyPadding: 14 },
    Tabs: { titleFontSize: 14, horizontalItemPadding: '8px 0' },
    Descriptions: { labelBg: 'transparent' },
  },
};

export const darkTheme: ThemeConfig = {
  cssVar: { key: 'yxt' },
  algorithm: [theme.darkAlgorithm, theme.compactAlgorithm, readable],
  token: {
    ...shape,
    colorPrimary: '#5f9cec',
    colorPrimaryBg: '#1c2c40',
    colorInfo: '#5f9cec',
    colorSuccess: '#6cc493',
    colorWarning: '#e0ae4e',
    colorError: '#f08a7e',
    colorLink: '#83b5f5',
    colorText: '#dfe6ee',
    colorTextSecondary: '#a7b3c0',
    colorTextTertiary: '#93a0ae',
    colorTextPlaceholder: '#93a0ae',
    colorBgLayout: '#10151b',
    colorBgContainer: '#181f27',
    colorBgElevated: '#1f2831',
    colorBorder: '#3a4651',
    colorBorderSecondary: '#2a333d',
  },
  components: {
    Table: { headerBg: '#1d252e', headerColor: '#a7b3c0', cellPaddingBlockSM: 6, cellPaddingInlineSM: 10 },
    Card: { headerFontSize: 14, headerHeight: 40, bodyPadding: 14 },
    Button: { primaryColor: '#0c1a2b' },
    Tabs: { titleFontSize: 14, horizontalItemPadding: '8px 0' },
  },
};

/** CSS variables for the colours antd has no token for; set on the root element, so that dialogs have them too. */
export function stateVariables(mode: 'light' | 'dark'): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, state] of Object.entries(clockStates)) {
    const [ink, fill, line] = state[mode];
    Object.assign(variables, { [`--${name}-ink`]: ink, [`--${name}-fill`]: fill, [`--${name}-line`]: line });
  }
  for (const [name, tone] of Object.entries(tones)) {
    const [ink, fill] = tone[mode];
    Object.assign(variables, { [`--tone-${name}-ink`]: ink, [`--tone-${name}-fill`]: fill });
  }
  for (const [name, side] of Object.entries(composerSides)) {
    const [fill, line] = side[mode];
    Object.assign(variables, { [`--${name}-fill`]: fill, [`--${name}-line`]: line });
  }
  return variables;
}

/** Widths of the console, in CSS pixels. */
export const breakpoints = { phone: 640, twoColumns: 960, threeColumns: 1280 } as const;
