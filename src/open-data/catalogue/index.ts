export { licence, publisherName, titlesOf } from './about';
export { coverageOf } from './coverage';
export { dataPackage } from './data-package';
export { dictionaryCsv, dictionaryJson } from './dictionary';
export { dcatCatalogue } from './dcat';
export { turtleOf } from './turtle';
