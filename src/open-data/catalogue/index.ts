export { licence, publisherName, titles } from './about';
export { dataPackage, type CataloguedFile } from './data-package';
export { dictionaryCsv, dictionaryJson } from './dictionary';
