import type { ReactElement } from 'react';
import type { TextSwitch } from './page';

export function Header(props: { bureau: string; textSwitch: TextSwitch | null; large: boolean }): ReactElement {
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href="/">
          <svg viewBox="0 0 44 44" aria-hidden="true" focusable="false">
            <path d="M3 22h33" stroke="currentColor" strokeWidth="2" />
            <circle cx="5" cy="22" r="3.5" fill="currentColor" />
            <circle cx="18" cy="22" r="5" fill="currentColor" />
            <circle cx="36" cy="22" r="7" fill="currentColor" />
          </svg>
          <span>
            <b>一线通</b>
            <span>{props.bureau}</span>
          </span>
        </a>
        {props.textSwitch && <Switch by={props.textSwitch} large={props.large} />}
      </div>
    </header>
  );
}

function Switch({ by, large }: { by: TextSwitch; large: boolean }): ReactElement {
  const value = large ? 'normal' : 'large';
  const word = large ? '标准字号' : '大字版';
  if ('form' in by) {
    return (
      <div className="prefs">
        {/* The Enter key presses a form's first button, which must not be the one that changes the letters. */}
        <button className="vh" form={by.form} tabIndex={-1} aria-hidden="true">
          提交
        </button>
        <button name="letters" value={value} form={by.form} formAction={by.action}>
          {word}
        </button>
      </div>
    );
  }
  const fields = 'back' in by ? { back: by.back } : by.fields;
  return (
    <form className="prefs" method="post" action={'back' in by ? '/preferences' : by.action}>
      {Object.entries(fields).map(([name, text]) => (
        <input type="hidden" name={name} value={text} key={name} />
      ))}
      <button name="letters" value={value}>
        {word}
      </button>
    </form>
  );
}
