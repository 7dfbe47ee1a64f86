# prints every entry of a calendar file on stdin as one line of JSON, read by python3-icalendar
import json, sys
from datetime import timezone
from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
for event in calendar.walk('VEVENT'):
    print(json.dumps({
        'method': str(calendar.get('METHOD', '')),
        'uid': str(event['UID']),
        'sequence': int(event['SEQUENCE']),
        'start': event['DTSTART'].dt.astimezone(timezone.utc).isoformat(),
        'end': event['DTEND'].dt.astimezone(timezone.utc).isoformat(),
        'cancelled': str(event['STATUS']) == 'CANCELLED',
    }))
