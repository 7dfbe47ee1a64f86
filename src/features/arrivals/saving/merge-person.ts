import type { PersonFacts } from '../../households/index.js';
import type { ArrivingPerson } from '../rows/arriving-household.js';
import { isNews, marksAfter } from './marks.js';

/** A person as an import brings them for the first time. */
export function newPerson(arriving: ArrivingPerson, isContact: boolean): PersonFacts {
  const { key, firstName, lastName, born, email, phone, permit, regime } = arriving;
  const { nationality, origin, registerNumber, arrivedOn } = arriving;
  return {
    personKey: key,
    isContact,
    ...{ firstName, lastName, born, email, phone, permit, regime },
    ...{ nationality, origin, registerNumber, arrivedOn },
    importMarks: marksAfter({}, { email, phone }),
  };
}

/** What is known of a person with what a register now says. An empty cell changes nothing. */
export function mergePerson<P extends PersonFacts>(known: P, arriving: ArrivingPerson): P {
  const { email, phone } = arriving;
  const marks = known.importMarks;
  return {
    ...known,
    firstName: arriving.firstName,
    lastName: arriving.lastName,
    born: arriving.born ?? known.born,
    email: isNews(marks, 'email', email) ? email : known.email,
    phone: isNews(marks, 'phone', phone) ? phone : known.phone,
    permit: arriving.permit ?? known.permit,
    regime: arriving.regime ?? known.regime,
    nationality: arriving.nationality ?? known.nationality,
    origin: arriving.origin ?? known.origin,
    registerNumber: arriving.registerNumber ?? known.registerNumber,
    arrivedOn: arriving.arrivedOn,
    importMarks: marksAfter(marks, { email, phone }),
  };
}
