import { Injectable } from '@nestjs/common';
import { DisplacedTalks } from '../../../features/settings/index.js';
import { TalkQueries } from '../../../features/talks/index.js';
import type { DisplacedTalkView } from '../../../templates/pages/office/displaced-talks.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { OfficeContext } from '../office-context.js';
import { brokenRuleWords } from '../slots/rule-words.js';

/** Talks that lost their place when settings changed, in words. */
@Injectable()
export class DisplacedViews {
  constructor(
    private readonly displaced: DisplacedTalks,
    private readonly talks: TalkQueries,
  ) {}

  /** By start. */
  async of(
    context: OfficeContext,
    languageNames: ReadonlyMap<string, string>,
  ): Promise<readonly DisplacedTalkView[]> {
    const { t, office, format } = context;
    const waiting = await this.displaced.list(office.id);
    return Promise.all(
      waiting.map(async ({ talkId, rules }) => {
        const talk = await this.talks.byId(office.id, talkId);
        return {
          href: officePaths.talk(talkId),
          title: `${talk.personName}, ${languageNames.get(talk.language) ?? talk.language}`,
          when: `${format.longDate(talk.startsAt)}, ${format.timeRange(talk.startsAt, talk.endsAt)}`,
          breaks: rules.map((rule) => brokenRuleWords(rule, { context, languageNames })),
          moveHref: officePaths.moveTalk(talkId),
          cancelHref: officePaths.cancelTalk(talkId),
          keep: { label: t('settings:displaced.keep'), action: officePaths.keepTalk(talkId), fields: [] },
        };
      }),
    );
  }
}
