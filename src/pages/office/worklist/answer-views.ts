import { Injectable } from '@nestjs/common';
import { OpenAnswers, type OpenAnswer } from '../../../features/notices/index.js';
import type { OpenAnswerView } from '../../../templates/pages/office/open-answers.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { noticeKind } from '../notice-words.js';
import type { OfficeContext } from '../office-context.js';

/** Complaints and refusals that came back, in words, with the next step. */
@Injectable()
export class AnswerViews {
  constructor(private readonly answers: OpenAnswers) {}

  async of(context: OfficeContext): Promise<OpenAnswerView[]> {
    const answers = await this.answers.list(context.office.id);
    return answers.map((answer) => viewOf(answer, context));
  }
}

function viewOf(answer: OpenAnswer, { t, format }: OfficeContext): OpenAnswerView {
  const { kind, noticeId, noticeKind: about, name, talkStartsAt, takenAt } = answer;
  const when = `${format.longDate(talkStartsAt)}, ${format.time(talkStartsAt)}`;
  return {
    key: `${kind} ${noticeId}`,
    title: t(`office:worklist.answer.${kind}`, { name }),
    why: t(`office:worklist.answer.${kind}-why`, { when }),
    note: t('office:worklist.answer.note', {
      day: format.numericDate(takenAt),
      kind: noticeKind(about, t),
    }),
    links: linksOf(answer, t),
    done: {
      label: t('office:worklist.answer.done'),
      action: officePaths.dealWithAnswer(noticeId),
      fields: [],
    },
  };
}

/** A household that reports our e-mails as spam gets letters; a refused talk is moved or called off. */
function linksOf(
  { kind, recipientKind, recipientId, talkId }: OpenAnswer,
  t: OfficeContext['t'],
): OpenAnswerView['links'] {
  const talk = { href: officePaths.talk(talkId), label: t('office:worklist.answer.talk') };
  if (recipientKind === 'interpreter') {
    const replan = { href: officePaths.dropOut(recipientId), label: t('office:worklist.replan') };
    return kind === 'declined' ? [talk, replan] : [talk];
  }
  if (kind === 'complaint')
    return [{ href: officePaths.editHousehold(recipientId), label: t('office:worklist.answer.by-letter') }];
  return [
    { href: officePaths.moveTalk(talkId), label: t('office:talk.move') },
    { href: officePaths.cancelTalk(talkId), label: t('office:talk.cancel') },
  ];
}
