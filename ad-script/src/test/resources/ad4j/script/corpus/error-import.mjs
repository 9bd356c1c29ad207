import { graad } from 'ad';
console.log(graad);
