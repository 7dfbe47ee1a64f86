/** Invented people: usual first and last names per language, as Swiss registers write them (Latin script). */
interface NamePool {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const pool = (first: string, last: string): NamePool => ({ first: first.split(' '), last: last.split(' ') });

const english = pool(
  'Emma James Olivia Henry Grace Daniel Chloe Samuel Priya Arjun Mei Liam',
  'Taylor Walker Hughes Carter Bennett Okafor Sharma Reid Murphy Singh Brooks Nguyen',
);

/** By language code; languages without a pool of their own take the English one. */
const namePools: Readonly<Record<string, NamePool>> = {
  en: english,
  de: pool('Lukas Hannah Felix Johanna Moritz Greta', 'Winkler Hofer Brandt Lindner Seidel Maurer'),
  it: pool(
    'Giulia Marco Chiara Luca Elisa Davide Sara Paolo',
    'Ferrari Russo Conti Greco Moretti Gallo Rizzo Fontana',
  ),
  pt: pool(
    'Ana João Beatriz Tiago Inês Rui Catarina Nuno',
    'Silva Santos Ferreira Costa Oliveira Sousa Pinto Lopes',
  ),
  es: pool(
    'Lucía Javier Marta Diego Elena Pablo Carmen Andrés',
    'García Martínez Romero Navarro Torres Vega Molina Ortiz',
  ),
  fr: pool(
    'Camille Julien Léa Antoine Manon Hugo Claire Mathieu',
    'Dubois Lefèvre Moreau Girard Fontaine Rousseau Mercier Blanc',
  ),
  tr: pool(
    'Ayşe Mehmet Zeynep Emre Elif Mustafa Selin Can',
    'Yılmaz Kaya Demir Şahin Çelik Arslan Doğan Aydın',
  ),
  sq: pool(
    'Arta Blerim Drita Agron Valbona Ilir Teuta Fatmir',
    'Krasniqi Berisha Gashi Hoxha Shala Morina Bytyqi Rama',
  ),
  sr: pool(
    'Jelena Marko Amina Petar Ivana Emir Milica Luka',
    'Jovanović Petrović Hadžić Kovač Nikolić Horvat Savić Marić',
  ),
  ar: pool(
    'Layla Omar Yasmin Karim Noor Hassan Rania Tarek',
    'Haddad Nasser Khalil Mansour Saleh Darwish Farah Aziz',
  ),
  ru: pool(
    'Anna Dmitri Olga Sergei Irina Alexei Maria Ivan',
    'Sokolova Petrov Morozova Volkov Pavlova Smirnov Orlova Lebedev',
  ),
  ta: pool(
    'Kavitha Suresh Nila Aravind Thilaga Prakash',
    'Sivakumar Rajan Selvaraj Nadarajah Kumaran Ponniah',
  ),
  ti: pool('Selam Abel Luwam Filmon Helen Yonas', 'Tesfay Gebremedhin Haile Kidane Weldu Ghebre'),
  uk: pool('Oksana Andrij Kateryna Taras', 'Shevchuk Bondarenko Melnyk Tkachenko'),
  fa: pool('Zahra Reza Maryam Farhad', 'Ahmadi Rahimi Karimi Hosseini'),
  ku: pool('Rojin Azad Berivan Serhat', 'Demirtaş Bozan Aydoğan Kaplan'),
  so: pool('Hodan Abdi Ifrah Yusuf', 'Warsame Farah Hassan Mohamud'),
  pl: pool('Agnieszka Piotr Magda Tomasz', 'Nowak Kowalski Wójcik Mazur'),
  th: pool('Somchai Malee Niran Kanya', 'Srisuk Chaiyasit Boonmee Rattana'),
  zh: pool('Wei Xiaomei Jun Lihua', 'Wang Zhang Chen Liu'),
};

export function namesFor(language: string): NamePool {
  return namePools[language] ?? english;
}
