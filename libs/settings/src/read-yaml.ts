import { type ErrorCode, parseDocument } from 'yaml';
import type { FaultList } from './faults';
import { readText, shownPath } from './read-text';
import { isTree, pathTo, type Tree } from './tree';

const SAID: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: '行首用了 Tab 键，请改成空格。',
  BAD_INDENT: '行首的空格没有对齐，请和上下同级的行对齐。',
  DUPLICATE_KEY: '同一个名字写了两次，请删去一个。',
  MISSING_CHAR: '少了引号、括号或冒号，请对照附近的行补上。',
  MULTILINE_IMPLICIT_KEY: '冒号前面的名字断成了两行，多半是上一行少了冒号或引号。',
  BLOCK_AS_IMPLICIT_KEY: '一行里写了两个冒号；值里有冒号的，请整个加上引号。',
  UNEXPECTED_TOKEN: '这里多了字符，请对照附近的行改。',
};

/** A settings file as a tree, `${NAME}` filled in; null where it cannot be read, which the faults then say. */
export function readYaml(path: string, env: NodeJS.ProcessEnv, faults: FaultList): Tree | null {
  const text = readText(path, faults);
  if (text === null) return null;
  const file = shownPath(path);
  const document = parseDocument(text);
  for (const error of document.errors) {
    const line = error.linePos?.[0].line ?? 1;
    faults.add(file, `第 ${line} 行`, SAID[error.code] ?? `写法不对（${error.message.split('\n')[0]}）。`);
  }
  if (document.errors.length) return null;
  let value: unknown;
  try {
    value = document.toJS();
  } catch {
    // An alias without its anchor, or a nest of aliases made to grow.
    faults.add(file, '', '用了 & 和 * 引用，写法不对；请直接写出内容。');
    return null;
  }
  const tree = fill(value ?? {}, '', (key, message) => faults.add(file, key, message), env);
  if (isTree(tree)) return tree;
  faults.add(file, '', '开头应是“名字: 内容”这样的行。');
  return null;
}

/** Fills after parsing, so that no secret's characters can change the file's meaning. What is left empty counts as not written. */
function fill(value: unknown, path: string, fault: (key: string, message: string) => void, env: NodeJS.ProcessEnv): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{([^}]*)\}?/g, (whole, name: string) => {
      if (!/^[A-Za-z_]\w*$/.test(name) || !whole.endsWith('}')) {
        fault(path, `“${whole}”写法不对，应为 \${名字}，名字用英文字母、数字和下划线。`);
      } else if (!env[name]) {
        fault(path, `要用环境变量 ${name}，但没有设。请在启动前设好 ${name}。`);
      }
      return env[name] ?? '';
    });
  }
  if (Array.isArray(value)) return value.map((item, at) => fill(item, pathTo(path, value, String(at)), fault, env));
  if (!isTree(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, fill(item, pathTo(path, value, key), fault, env)]),
  );
}
