/** What a file is by its content, in one word: names are chosen by whoever sends. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^image\//, '图片'],
  [/^audio\//, '录音'],
  [/^video\//, '录像'],
  [/^application\/pdf$/, 'PDF'],
  [/wordprocessing|msword|ms-works|rtf|opendocument\.text/, '文档'],
  [/spreadsheet|ms-excel|^text\/csv$/, '表格'],
  [/presentation|ms-powerpoint/, '幻灯片'],
  [/zip|rar|7z|gzip|x-tar/, '压缩包'],
  [/^message\//, '邮件'],
  [/^text\/html$|xhtml/, '网页'],
  [/^text\//, '文字'],
  [/msdownload|x-elf|shortcut|javascript|vbaproject|x-sh/, '程序'],
];

export const fileWord = (mediaType: string): string => WORDS.find(([type]) => type.test(mediaType))?.[1] ?? '文件';
