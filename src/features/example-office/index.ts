export { ExampleOfficeModule } from './example-office.module.js';
export { ExampleOffice, EXAMPLE_PASSWORD, exampleLogins } from './example-office.js';
