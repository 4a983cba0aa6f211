// The calendar file that the program writes, read by another program's parser (the one of Thunderbird).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const snapshot = path.resolve(
  here,
  '../crates/web/src/snapshots',
  'samskab_web__icalendar__tests__a_file_as_a_calendar_program_reads_it.snap',
);

test('the calendar file is read by another parser as it was meant', () => {
  // The head of the snapshot is not the program's; line ends are as RFC 5545 wants them.
  const file = readFileSync(snapshot, 'utf8').split('---\n').at(2).trimEnd().replaceAll('\n', '\r\n') + '\r\n';
  const calendar = new ICAL.Component(ICAL.parse(file));
  assert.equal(calendar.getFirstPropertyValue('method'), 'PUBLISH');
  assert.equal(calendar.getFirstPropertyValue('refresh-interval').toString(), 'PT1H');
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  assert.equal(events.length, 2);
  const [shift, gone] = events;
  assert.equal(shift.uid, '0193');
  assert.equal(shift.sequence, 2);
  assert.equal(shift.summary, 'Frivillig: Kaffe, kage; og højtlæsning \\ hygge på den store terrasse ved søen i Lynghavn');
  assert.equal(shift.location, 'Havestuen\nSolvangen 12');
  assert.equal(shift.startDate.toJSDate().toISOString(), '2026-11-24T13:00:00.000Z');
  assert.equal(shift.endDate.toJSDate().toISOString(), '2026-11-24T15:00:00.000Z');
  assert.equal(shift.component.getFirstPropertyValue('status'), 'CONFIRMED');
  const alarms = shift.component.getAllSubcomponents('valarm');
  assert.equal(alarms.length, 1);
  assert.equal(alarms[0].getFirstPropertyValue('trigger').toString(), '-PT60M');
  assert.equal(gone.component.getFirstPropertyValue('status'), 'CANCELLED');
  assert.equal(gone.component.getAllSubcomponents('valarm').length, 0, 'what is cancelled does not ring');
  assert.equal(gone.startDate.zone.tzid, 'UTC');
});
