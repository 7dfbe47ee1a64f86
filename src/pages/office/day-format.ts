/** `2027-01-11` as staff read it in every language: `11.01.2027`. */
export function dayFormat(day: string): string {
  return day.split('-').reverse().join('.');
}
