import { GUIDE_CHAPTERS, type GuideChapter } from '@hub/domain';
import { DayField, OneOf, OptionalText, Text, Whole } from '../http/validation';

export class GuideArticleDto {
  @OneOf(GUIDE_CHAPTERS)
  chapter: GuideChapter;

  /** The section whose promise it is. */
  @OptionalText(40)
  unitId?: string;

  @Whole(2000, 2100)
  year: number;

  @Text(1, 80)
  title: string;

  @Text(1, 10_000)
  text: string;

  /** What can be measured: a number and a clock. */
  @OptionalText(200)
  promise?: string;
}

export class GuideChangeDto extends GuideArticleDto {
  @Whole(1, 1_000_000_000)
  version: number;
}

export class GuideVersionDto {
  @Whole(1, 1_000_000_000)
  version: number;
}

export class SiteNoticeDto {
  @Text(1, 200)
  text: string;

  @DayField()
  from: string;

  @DayField()
  until: string;
}
