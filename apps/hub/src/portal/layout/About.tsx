import type { Office } from '@hub/domain';
import type { ReactElement } from 'react';
import type { PageAbout } from './page';

/** The head's words for search engines and for links that are passed on. */
export const About = (props: { about: PageAbout; office: Office; title: string }): ReactElement => {
  const { description, path, article, feed } = props.about;
  const { publicUrl, bureau } = props.office;
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={publicUrl + path} />
      <meta property="og:title" content={article ?? props.title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:url" content={publicUrl + path} />
      <meta property="og:site_name" content={`一线通 - ${bureau}`} />
      {feed && <link rel="alternate" type="application/rss+xml" title={feed.title} href={feed.path} />}
    </>
  );
};
