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
  if (isTree(profile.reply)) checkReply(profile.reply, profile, (key, message) => tell(`profile.reply.${key}`, message));
}

function checkReply({ form, api, text, success, check, login }: Tree, { kind, listUrl }: Tree, tell: Tell): void {
  if ((form === undefined) === (api === undefined)) tell('form', '网页表单（form）和 JSON 接口（api）要写一种，只写一种。');
  if (typeof text === 'string' && !(text.includes('{text}') && text.includes('{number}')))
    tell('text', '要有 {text}（答复）和 {number}（编号，系统凭它认出自己的答复）。');
  const { text: shows, selector, path, is } = isTree(success) ? success : ({} as Tree);
  if (shows === undefined && selector === undefined && path === undefined)
    tell('success', '没有写收下后网站显示什么：网页写 text 或 selector，JSON 写 path 和 is。');
  if ((path === undefined) !== (is === undefined)) tell('success.path', 'path 和 is 要一起写，如 path: code、is: "0"。');
  if (kind === 'json' && isTree(check) && check.text === undefined && check.answers !== undefined)
    tell('check.text', '没有写，请写一条答复里文字的路径，如 content。');
  const addresses = {
    'form.page': isTree(form) ? form.page : undefined,
    'api.url': isTree(api) ? api.url : undefined,
    'check.url': isTree(check) ? check.url : undefined,
  };
  for (const [key, address] of Object.entries(addresses))
    if (originOf(address) && originOf(listUrl) && originOf(address) !== originOf(listUrl))
      tell(key, '要和 listUrl 在同一个网站：登录和令牌只给这一个网站。');
  if (isTree(login)) checkLogin(login, (key, message) => tell(`login.${key}`, message));
}

const originOf = (address: unknown): string | null =>
  typeof address === 'string' && URL.canParse(address) ? new URL(address).origin : null;

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
