import { readCsv } from 'ad';
const { columns, rows } = readCsv('marked.csv');
console.log(columns, rows);
