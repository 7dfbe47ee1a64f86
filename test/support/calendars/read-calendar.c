/* prints every entry of a calendar file on stdin as one line of JSON, read by libical; fails when a restriction of
   RFC 5545 or of the METHOD (RFC 5546) is broken */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void print_utc(const char *name, icaltimetype time) {
  time = icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
  printf("\"%s\":\"%04d-%02d-%02dT%02d:%02d:%02d+00:00\",", name, time.year, time.month, time.day, time.hour,
         time.minute, time.second);
}

int main(void) {
  static char text[1 << 20];
  text[fread(text, 1, sizeof text - 1, stdin)] = 0;
  icalcomponent *calendar = icalparser_parse_string(text);
  if (!calendar || icalcomponent_count_errors(calendar) > 0 || !icalrestriction_check(calendar)) {
    fprintf(stderr, "%s\n", calendar ? icalcomponent_as_ical_string(calendar) : "no calendar");
    return 1;
  }
  for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    printf("{\"method\":\"%s\",\"uid\":\"%s\",\"sequence\":%d,", icalproperty_method_to_string(icalcomponent_get_method(calendar)),
           icalcomponent_get_uid(event), icalcomponent_get_sequence(event));
    print_utc("start", icalcomponent_get_dtstart(event));
    print_utc("end", icalcomponent_get_dtend(event));
    printf("\"cancelled\":%s}\n", icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED ? "true" : "false");
  }
  return 0;
}
