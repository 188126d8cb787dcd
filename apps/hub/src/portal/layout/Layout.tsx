import type { Office } from '@hub/domain';
import type { ReactElement } from 'react';
import { stylesHref } from '../styles';
import { About } from './About';
import { Footer } from './Footer';
import { Header } from './Header';
import { Navigation } from './Navigation';
import { Notices } from './Notices';
import type { Page } from './page';

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 44 44'%3E%3Crect width='44' height='44' rx='8' fill='%230a4f3c'/%3E%3Cg fill='%23fff'%3E%3Ccircle cx='9' cy='22' r='3'/%3E%3Ccircle cx='20' cy='22' r='4.5'/%3E%3Ccircle cx='34' cy='22' r='6'/%3E%3C/g%3E%3C/svg%3E";

interface LayoutProps {
  office: Office;
  page: Page;
  large: boolean;
  /** Sentences on top of every page. */
  notices: readonly string[];
}

export function Layout({ office, page, large, notices }: LayoutProps): ReactElement {
  return (
    <html lang="zh-CN" className={large ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.faulty ? '有误：' : ''}${page.title} - 一线通 - ${office.bureau}`}</title>
        <meta name="referrer" content="no-referrer" />
        {page.personal && <meta name="robots" content="noindex" />}
        {page.about && <About about={page.about} office={office} title={page.title} />}
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={icon} />
        <link rel="stylesheet" href={stylesHref} />
      </head>
      <body>
        <a className="skip" href="#main">
          跳到正文
        </a>
        <Header bureau={office.bureau} textSwitch={page.textSwitch} large={large} />
        {page.place && <Navigation place={page.place} />}
        <Notices notices={notices} />
        {page.body}
        <Footer office={office} />
      </body>
    </html>
  );
}
