const WORDS: readonly (readonly [sign: RegExp, word: string])[] = [
  [/^image\//, '照片'],
  [/pdf/, 'PDF'],
  [/spreadsheet|excel/, '表格'],
];

export const fileWord = (mediaType: string): string => WORDS.find(([sign]) => sign.test(mediaType))?.[1] ?? '文档';
