import { isTree, type Tree } from './tree';

type Tell = (key: string, message: string) => void;

const FORM = ['page', 'userField', 'user', 'passwordField', 'password'] as const;
const TOKEN = ['header', 'value'] as const;
const CAPTURES = '要有一对括号，如 show-(\\d+)\\.html';

/** What the lines of a site's profile say together. */
export function checkSite({ type, profile }: Tree, tell: Tell): void {
  if (type !== 'site' || !isTree(profile)) return;
  const kind = profile.kind ?? 'html';
  const textOf = (places: unknown) => isTree(places) && places.text !== undefined;
  if (kind === 'html' && profile.item === undefined) tell('profile.item', '没有写，请写列表里一行的位置（CSS 选择器）。');
  if (!textOf(profile.detail) && !textOf(profile.row) && !(kind === 'rss' && !profile.detail && !profile.row))
    tell('profile.detail.text', '没有写，请写正文的位置；列表里就有正文的，写在 row.text。');
  if (kind === 'json' && profile.detail !== undefined && profile.link === undefined && profile.postUrl === undefined)
    tell('profile.postUrl', '没有写，请写帖子的网址，如 https://…/post/{id}；列表里带网址的，写 link。');
  if (kind !== 'json' && typeof profile.id === 'string' && !captures(profile.id))
    tell('profile.id', `“${profile.id}”不是能用的正则表达式，或少了括号；${CAPTURES}。`);
  if (isTree(profile.login)) checkLogin(profile.login, (key, message) => tell(`profile.login.${key}`, message));
}

function checkLogin(login: Tree, tell: Tell): void {
  const token = TOKEN.some((key) => login[key] !== undefined);
  if (token && FORM.some((key) => login[key] !== undefined))
    return tell('header', '用表单登录和用请求头里的令牌只能选一种，请删去一种。');
  for (const key of token ? TOKEN : FORM)
    if (login[key] === undefined) tell(key, `没有写。用表单登录要写 ${FORM.join('、')}；用令牌要写 ${TOKEN.join('、')}。`);
}

function captures(pattern: string): boolean {
  try {
    return new RegExp(`${pattern}|`).exec('')!.length > 1;
  } catch {
    return false;
  }
}
