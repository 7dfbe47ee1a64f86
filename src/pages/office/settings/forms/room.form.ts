import { z } from 'zod';
import { roomRecord, type RoomSettings } from '../../../../features/settings/index.js';
import { fieldMaker, tick } from './fields.js';
import { readingOf } from './reading.js';
import { ChosenId, Line, LineOrNone, Ticked, Whole } from './schemas.js';
import type { SettingsForm } from './settings-form.js';

const Schema = z.object({
  siteId: ChosenId,
  name: Line,
  floor: LineOrNone,
  seats: Whole(1, 500),
  stepFree: Ticked,
  video: Ticked,
  active: Ticked,
});

const NEW = { name: '', floor: '', seats: 4, stepFree: false, video: false, active: true } as const;

/** Rooms: where, for how many, how they are reached. */
export const roomForm: SettingsForm<RoomSettings> = {
  record: roomRecord,
  entriesOf: (values, { sites }) => {
    const room = values ?? { ...NEW, siteId: sites[0]?.id ?? 0 };
    return {
      siteId: String(room.siteId),
      name: room.name,
      floor: room.floor,
      seats: String(room.seats),
      stepFree: tick(room.stepFree),
      video: tick(room.video),
      active: tick(room.active),
    };
  },
  groups: (entries, { context, sites }) => {
    const { t } = context;
    const { field, explained, select } = fieldMaker(entries, t);
    const options = sites.map(({ id, name }) => ({ value: String(id), label: name }));
    return [
      {
        legend: t('settings:group.room'),
        fields: [select('siteId', options), field('name'), explained('floor'), explained('seats')],
      },
      {
        legend: t('settings:group.equipment'),
        fields: [field('stepFree', 'checkbox'), field('video', 'checkbox'), field('active', 'checkbox')],
      },
    ];
  },
  read: (entries, world) => readingOf(Schema, { entries, world }, (read) => read),
};
